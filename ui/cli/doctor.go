package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/ui/plain"
)

func (in *invocation) doctorCommand() *cobra.Command {
	var accept bool
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Look whether the database and its backups are as they were saved",
		Long: "Looks at every page, record and revision of the database and at its backups, and says what is\n" +
			"wrong and what to do. Without --accept nothing is changed.\n\n" +
			"Exit status: 0 all is well, 1 something is wrong, 2 could not look.",
		Args: number(0, 0, "no arguments; the path is given with --db"),
		RunE: func(c *cobra.Command, _ []string) error {
			report, err := in.examine(c.Context())
			if err != nil {
				return err
			}
			out := in.lines()
			writeReport(out, &report)
			if accept && !report.OK() {
				return in.accept(out, report.Path)
			}
			for _, line := range advice(&report) {
				out.Put("%s", line)
			}
			if out.Err() == nil && !allSound(&report) {
				return errDiffers
			}
			return out.Err()
		},
	}
	c.Flags().BoolVar(&accept, "accept", false, "go on from a file that lacks changes; a copy of it is kept")
	return c
}

// examine has the doctor look. Its errors say that it could not.
func (in *invocation) examine(ctx context.Context) (db.Report, error) {
	where, err := in.place()
	if err != nil {
		return db.Report{}, err
	}
	program, err := os.Executable()
	if err != nil {
		return db.Report{}, unchecked(err)
	}
	report := db.Doctor(ctx, where.path, program)
	if ctx.Err() != nil {
		return report, interrupted() // what was broken off says nothing about the file
	}
	return report, couldNotLook(&report)
}

// accept goes on from the file as it is. What is wrong with more than its last
// changes is still refused.
func (in *invocation) accept(out *plain.Lines, path string) error {
	accepted, err := db.Accept(path, in.Now())
	if err != nil {
		return err
	}
	out.Put("The database goes on from revision %d. A copy of the file as it was is kept as %q.", accepted.Revision, accepted.Kept)
	return out.Err()
}

func unchecked(err error) error {
	return &failure{fmt.Sprintf("not everything could be checked: %v; nothing was changed", err), "try again; what could be checked is fine"}
}

// couldNotLook is the first error that says nothing about what is in the file.
func couldNotLook(r *db.Report) error {
	for _, c := range r.Checks {
		switch c.Err.(type) {
		case nil, *db.DamagedError, *db.CutOffError, *db.EmptyError, *db.RolledBackError:
		case hinter:
			return c.Err
		default:
			return unchecked(c.Err)
		}
	}
	return nil
}

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
