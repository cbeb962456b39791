package db

import (
	"fmt"
	"time"
)

// Backup is a copy of a database.
type Backup struct {
	Path     string
	Number   uint64    // of the backup, from 1; a higher one was made later
	Revision uint64    // the last revision in it
	At       time.Time // when it was made, UTC, to the second
}

// offer is the beginning of a hint; a nil backup has nothing to offer.
func (b *Backup) offer() string {
	if b == nil {
		return ""
	}
	return fmt.Sprintf("the backup %q holds everything up to revision %d: bring it back with: referee restore; or ", b.Path, b.Revision)
}
