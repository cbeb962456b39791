package cli

import (
	"context"
	"fmt"
	"os"

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
