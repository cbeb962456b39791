package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/ui/plain"
)

func (in *invocation) restoreCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use:   "restore BACKUP",
		Short: "Put a backup in the place of the database, which is kept",
		Long: "Verifies a backup and puts a copy of it in the place of the database. What is there now is never\n" +
			"lost: a sound database becomes a backup itself, anything else is kept under another name beside\n" +
			"it. BACKUP is a path, as referee backup --list shows it.",
		Args: number(1, 1, "the path of one backup; referee backup --list shows them"),
		RunE: func(c *cobra.Command, args []string) error {
			where, err := in.place()
			if err != nil {
				return err
			}
			holds, err := lookInto(args[0], where.path)
			if err != nil {
				return err
			}
			if !yes {
				yes, err = in.askToRestore(c.Context(), where.path, args[0], holds)
			}
			if err != nil || !yes {
				return err
			}
			return in.restore(where, args[0])
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return c
}

// lookInto verifies a backup before anybody is asked about it, and answers with
// its last revision.
func lookInto(backup, path string) (revision uint64, err error) {
	given, errGiven := os.Stat(backup)
	there, errThere := os.Stat(path)
	if errGiven == nil && errThere == nil && os.SameFile(given, there) {
		return 0, &failure{fmt.Sprintf("%q is the database itself; nothing was changed", backup), "name a backup: referee backup --list shows them"}
	}
	report := db.Verify(backup)
	err = report.Err()
	if _, missing := errors.AsType[*db.MissingError](err); missing {
		return 0, &failure{fmt.Sprintf("there is no backup at %q; nothing was changed", backup), "check the path: referee backup --list shows the backups"}
	}
	if _, older := errors.AsType[*db.RolledBackError](err); err != nil && !older {
		return 0, &db.BackupError{Path: backup, Err: err, Using: true}
	}
	return report.Revisions, nil // an older state is what a backup is for
}

// askToRestore says what would happen and asks. Where nobody can answer, no
// answer is taken for a yes.
func (in *invocation) askToRestore(ctx context.Context, path, backup string, holds uint64) (yes bool, err error) {
	if !isTerminal(in.In) {
		return false, &failure{"restoring puts a backup in the place of the database, and nobody can be asked here; nothing was changed",
			"add --yes if that is what you want"}
	}
	now, err := in.standing(path)
	if err != nil {
		return false, err
	}
	out := plain.NewLines(in.Out)
	out.Put("The backup %q is sound and holds everything up to revision %d.", backup, holds)
	out.Put("%s", now)
	yes, err = plain.NewConsole(in.In, in.Out, true).YesNo(ctx, "Put the backup in its place?")
	if err == nil && !yes {
		out.Put("Nothing was changed.")
	}
	return yes, errors.Join(err, out.Err())
}

// standing says what is at the path now and what becomes of it.
func (in *invocation) standing(path string) (string, error) {
	store, err := db.Open(path, db.Options{ReadOnly: true, At: in.Now()})
	if err != nil {
		if _, locked := errors.AsType[*db.LockedError](err); locked {
			return "", err
		}
		if _, missing := errors.AsType[*db.MissingError](err); missing {
			return fmt.Sprintf("There is no database at %q now.", path), nil
		}
		return fmt.Sprintf("What is at %q now cannot be used (%v). It will be kept under another name.", path, err), nil
	}
	defer store.Close()
	current, err := store.Current()
	return fmt.Sprintf("The database %q is at revision %d now. It will become a backup itself.", path, current.Number), err
}

func (in *invocation) restore(where place, backup string) error {
	if !where.named {
		if err := os.MkdirAll(filepath.Dir(where.path), 0o700); err != nil {
			return &db.CreateError{Path: where.path, Err: err}
		}
	}
	done, err := db.RestoreFrom(where.path, backup, in.Now())
	if err != nil {
		return err
	}
	out := in.lines()
	out.Put("The database %q is at revision %d now, from the backup %q.", where.path, done.Revision, backup)
	if done.Kept != "" {
		out.Put("What was there before is kept as %q.", done.Kept)
	}
	return out.Err()
}
