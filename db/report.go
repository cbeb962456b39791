package db

// Report is what [Verify] and [Doctor] found, to be shown as it is.
type Report struct {
	Path      string
	Checks    []Check  // in the order they were made; those after a bad one may be missing
	Revisions uint64   // in the file; 0 if it could not be read
	Sound     uint64   // every revision up to this one is as it was saved, with its catalog
	Notices   []string // no error, but worth knowing
	Backups   []BackupCheck
}

// Check is one thing that was looked at.
type Check struct {
	What  string // "pages", "records" …
	Count int    // how many were looked at
	Err   error  // what was found; nil: all is well
}

// BackupCheck is a backup and whether it can be trusted.
type BackupCheck struct {
	Backup
	Err error // nil: everything in it is as it was saved
}

// OK reports whether nothing is wrong with the database itself.
func (r *Report) OK() bool { return r.Err() == nil }

// Err is the first thing that is wrong with the database; nil if nothing is.
func (r *Report) Err() error {
	for _, c := range r.Checks {
		if c.Err != nil {
			return c.Err
		}
	}
	return nil
}

// Best is the backup that holds the most revisions of those that can be
// trusted; nil if there is none.
func (r *Report) Best() *Backup {
	var best *Backup
	for i, b := range r.Backups {
		if b.Err == nil && (best == nil || b.Revision > best.Revision) {
			best = &r.Backups[i].Backup
		}
	}
	return best
}

func (r *Report) add(what string, count int, err error) {
	r.Checks = append(r.Checks, Check{what, count, err})
}
