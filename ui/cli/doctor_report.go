package cli

import (
	"errors"
	"fmt"
	"slices"

	"referee/db"
	"referee/ui/plain"
)

// allSound reports whether nothing is wrong with the database and its backups.
func allSound(r *db.Report) bool {
	for _, b := range r.Backups {
		if b.Err != nil {
			return false
		}
	}
	return r.OK()
}

func writeReport(out *plain.Lines, r *db.Report) {
	out.Put("Looked at %q; nothing was changed.", r.Path)
	for _, c := range r.Checks {
		what := c.What
		if c.Count > 1 {
			what = fmt.Sprintf("%s (%d)", c.What, c.Count)
		}
		out.Put("  %s  %s", found(c.Err), what)
	}
	for _, what := range wrong(r) {
		out.Put("Wrong: %s.", what)
	}
	out.Put("%s", soundRevisions(r))
	for _, notice := range r.Notices {
		out.Put("Note: %s.", notice)
	}
	writeBackups(out, r.Backups)
}

// found has the same width for both, so that what was looked at stands in line.
func found(err error) string {
	if err != nil {
		return "WRONG"
	}
	return "fine "
}

// wrong is what was found, each thing once: several checks meet the same record.
func wrong(r *db.Report) (all []string) {
	for _, c := range r.Checks {
		if c.Err != nil && !slices.Contains(all, c.Err.Error()) {
			all = append(all, c.Err.Error())
		}
	}
	return all
}

func soundRevisions(r *db.Report) string {
	switch {
	case r.Sound == 0:
		return "No revision can be vouched for."
	case r.Sound == r.Revisions:
		return fmt.Sprintf("Every revision is as it was saved; the last is %d.", r.Revisions)
	}
	return fmt.Sprintf("Revisions 1 to %d of %d are as they were saved.", r.Sound, r.Revisions)
}

func writeBackups(out *plain.Lines, backups []db.BackupCheck) {
	if len(backups) == 0 {
		out.Put("There are no backups.")
		return
	}
	out.Put("Backups, the newest first:")
	for _, b := range backups {
		out.Put("  %s  revision %d, made %s: %q", found(b.Err), b.Revision, b.At.UTC().Format(moment), b.Path)
		if b.Err != nil {
			out.Put("         %v", b.Err)
		}
	}
}

// advice is what to do about what was found.
func advice(r *db.Report) (lines []string) {
	err := r.Err()
	switch {
	case err == nil && allSound(r):
		return []string{"All is well."}
	case err == nil:
		return []string{"The database is fine. A backup that is not can be deleted; referee backup makes a new one."}
	}
	if best := r.Best(); best != nil {
		lines = append(lines, fmt.Sprintf("What can be done: bring back everything up to revision %d with: referee restore %q", best.Revision, best.Path),
			"The file as it is now is kept then. Check the disk it is on.")
	}
	if _, back := errors.AsType[*db.RolledBackError](err); back {
		return append(lines, "If this file was put there on purpose, go on from it with: referee doctor --accept")
	}
	if lines == nil || r.Sound == r.Revisions {
		_, hint := told(err)
		lines = append(lines, "What can be done: "+hint+".")
	}
	return lines
}
