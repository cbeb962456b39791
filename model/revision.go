package model

import "time"

// Revision is one saved state of the settings and the catalog. Revisions are numbered from 1
// without a gap and are never rewritten; the last one is current.
type Revision struct {
	Number   uint64
	At       time.Time // as the machine's clock gave it; order is by Number, never by this
	Note     string    // what the person who saved wrote about it; may be empty
	Settings Settings
	Catalog  uint64 // version of the catalog it goes with, from 1; the store keeps every version
}
