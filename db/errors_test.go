//go:build unix

package db

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"referee/model"
)

// Every message, as a person sees it: what happened, to which file, whether
// anything is lost, and what to do.
func TestMessages(t *testing.T) {
	const golden = "testdata/errors.txt"
	const path = "/home/ann/partners.db"
	denied := &fs.PathError{Op: "open", Path: path, Err: syscall.EACCES}
	backup := &Backup{Path: path + ".backups/0003-r58-20260105T063000Z.db", Revision: 58}
	var got strings.Builder
	for _, err := range []interface {
		error
		Hint() string
	}{
		&MissingError{Path: "/home/ann/parnters.db", Similar: []string{path, "/home/ann/old.db"}},
		&MissingError{Path: path},
		&MissingError{Path: path, Target: "/mnt/stick/partners.db"},
		&NotFileError{"/home/ann", kindFolder},
		&NotFileError{path, "a named pipe"},
		&AccessError{path, denied},
		&AccessError{path, syscall.ELOOP},
		&EmptyError{Path: path},
		&ForeignError{path, "an SQLite database"},
		&CutOffError{Path: path, Size: 4096, Want: 32768},
		&NewerError{path, 2, schema},
		&RolledBackError{Path: path, Have: 60, Want: 61, Anchor: path + ".anchor"},
		&RolledBackError{Path: path, Have: 60, Want: 61, Anchor: path + ".anchor", Backup: backup},
		&RolledBackError{Path: path, Have: 60, Want: 41, Other: true, Anchor: path + ".anchor"},
		&RolledBackError{Path: path, Have: 60, Want: 60, Cases: 2, Anchor: path + ".anchor"},
		&EmptyError{path, backup},
		&CutOffError{path, 4096, 32768, backup},
		&DamagedError{path, "revision 3", errChain, 2, backup},
		&OlderError{path, 1, 2},
		&MigrationError{path, 1, 2, backup.Path, errChain},
		&NetworkError{path, "NFS"},
		&BackupError{Path: path + ".backups", Err: syscall.ENOSPC},
		&BackupError{Path: path + ".backups", Err: denied},
		&BackupError{Path: path + ".backups", Err: syscall.EIO},
		&BackupError{Path: backup.Path, Using: true, Err: &DamagedError{Path: backup.Path, Where: "revision 3", Err: errChecksum}},
		&LockedError{path, 4711, "referee"},
		&LockedError{Path: path},
		&DamagedError{Path: path, Where: "record 3 of programs", Err: errChecksum},
		&DamagedError{Path: path, Where: "page 17", Err: errTwice},
		&DamagedError{Path: path, Where: "its first two pages", Err: errHeader},
		&DamagedError{Path: path, Where: "its first two pages", Err: errHeader, Sound: 60, Backup: backup},
		&DamagedError{Path: path, Where: "one of its pages", Err: &fault{"page 7 already freed"}},
		&ExistsError{path},
		&CreateError{path, &fs.PathError{Op: "open", Path: "/home/ann/.referee-1.new", Err: syscall.ENOENT}},
		&CreateError{path, denied},
		&CreateError{path, syscall.ENOSPC},
		&CreateError{path, &os.LinkError{Op: "link", Old: "/home/ann/.referee-1.new", New: path, Err: syscall.EPERM}},
		&NoteError{"is too long"},
		&CaseError{"two buyers", "is too long", "shorten it"},
		&CaseError{Why: "has no name", What: "give it one"},
		&NoCaseError{"two buyers"},
		&RevisionError{9, 3},
		&ConflictError{Base: 13, Theirs: model.Revision{Number: 14}},
		&ReadOnlyError{path},
		&ReplacedError{path, true},
		&ReplacedError{path, false},
		&WriteError{Path: path, Err: syscall.ENOSPC},
		&WriteError{Path: path, Err: syscall.EIO},
		&WriteError{Path: path, Err: syscall.EIO, Saved: true},
		&WriteError{Path: path, Err: syscall.EIO, Unclear: &AccessError{path, syscall.EIO}},
		unchanged{},
		closed{},
		&ForeignError{"/tmp/\x1b]0;owned\a\u202e.db", "text"},
	} {
		fmt.Fprintf(&got, "referee: %v\nhint: %s\n\n", err, err.Hint())
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if d := diff(strings.Split(string(bytesOf(t, golden)), "\n"), strings.Split(got.String(), "\n")); d != "" {
		t.Errorf("messages (-want +got):\n%s", d)
	}
}

// The standard library's names for what happened hold too.
func TestErrorsUnwrap(t *testing.T) {
	for _, test := range []struct{ err, is error }{
		{&MissingError{}, fs.ErrNotExist},
		{&ExistsError{}, fs.ErrExist},
		{&AccessError{"", syscall.EACCES}, fs.ErrPermission},
		{&CreateError{"", syscall.ENOSPC}, syscall.ENOSPC},
		{&WriteError{Err: syscall.ENOSPC}, syscall.ENOSPC},
		{&DamagedError{Path: "", Where: "", Err: errChecksum}, errChecksum},
	} {
		if !errors.Is(test.err, test.is) {
			t.Errorf("%T is not %v", test.err, test.is)
		}
	}
}
