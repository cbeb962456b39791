package cli

import (
	"errors"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"referee/db"
)

func (in *invocation) backupCommand() *cobra.Command {
	var list bool
	c := &cobra.Command{
		Use:   "backup [PATH]",
		Short: "Copy the database as it is now, and verify the copy",
		Long: "Copies the database to PATH, where nothing is overwritten, or into a folder beside it, where the\n" +
			"newest ten are kept. The copy is complete and verified, or there is none.",
		Example: "  referee backup\n  referee backup /media/stick/referee-may.db\n  referee backup --list",
		Args:    number(0, 1, "at most one path"),
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case list && len(args) > 0:
				return &failure{"--list takes no path", "write referee backup --list, with --db PATH for another database"}
			case list:
				return in.listBackups()
			}
			return in.backUp(args)
		},
	}
	c.Flags().BoolVar(&list, "list", false, "list the backups beside the database")
	return c
}

// openThere opens a database for looking, and makes none where there is none:
// there is nothing in a new one to copy.
func (in *invocation) openThere() (*db.Store, error) {
	where, err := in.place()
	if err != nil {
		return nil, err
	}
	return db.Open(where.path, db.Options{ReadOnly: true, At: in.Now()})
}

func (in *invocation) backUp(args []string) error {
	store, err := in.openThere()
	if err != nil {
		return err
	}
	return in.using(store, func(store *db.Store) error {
		made, err := in.copyOf(store, args)
		if err != nil {
			return err
		}
		out := in.lines()
		out.Put("Everything up to revision %d is in the backup %q; it was verified.", made.Revision, made.Path)
		out.Put("referee restore brings it back.")
		return out.Err()
	})
}

func (in *invocation) copyOf(store *db.Store, args []string) (db.Backup, error) {
	if len(args) == 0 {
		return store.Backup(in.Now())
	}
	made, err := store.BackupTo(args[0])
	switch {
	case errors.Is(err, fs.ErrExist):
		return made, &failure{err.Error(), "choose another name: a backup never overwrites anything"}
	case errors.Is(err, fs.ErrNotExist):
		return made, &failure{err.Error(), "make the folder first, or check the path"}
	}
	return made, err
}

// listBackups needs no database that can be opened: it may be what they are for.
func (in *invocation) listBackups() error {
	where, err := in.place()
	if err != nil {
		return err
	}
	path, err := filepath.Abs(where.path) // restore may be typed in another folder
	if err != nil {
		return &db.AccessError{Path: where.path, Err: err}
	}
	backups, err := db.Backups(path)
	if err != nil {
		return err
	}
	if len(backups) == 0 {
		return in.noBackups(path)
	}
	out := in.lines()
	out.Put("Backups of %q, the newest first:", path)
	for _, b := range backups {
		out.Put("  revision %d, made %s: %q", b.Revision, b.At.UTC().Format(moment), b.Path)
	}
	return out.Err()
}

// noBackups keeps apart a database that has none yet from a mistyped path.
func (in *invocation) noBackups(path string) error {
	store, err := in.openThere()
	if _, missing := errors.AsType[*db.MissingError](err); missing {
		return err
	}
	if err == nil {
		store.Close()
	}
	out := in.lines()
	out.Put("There are no backups of %q yet; referee backup makes one.", path)
	return out.Err()
}
