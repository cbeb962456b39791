//go:build unix

package db

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// oddPath is something a person can name by mistake.
type oddPath struct {
	name  string
	make  func(t *testing.T, path string)
	want  func(testing.TB, error) string // the type of error; answers with its hint
	says  string                         // part of the message
	hints string                         // part of the hint
}

func hinted[E interface {
	error
	Hint() string
}](t testing.TB, err error) string {
	return expect[E](t, err).Hint()
}

// altered is a sound database after a change to its bytes.
func altered(change func([]byte) []byte) func(*testing.T, string) {
	return func(t *testing.T, path string) { write(string(change(bytesOf(t, created(t)))))(t, path) }
}

// ours is a sound database after a transaction of somebody else's.
func ours(o bolt.Options, change func(*bolt.Tx) error) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		write(string(bytesOf(t, created(t))))(t, path)
		bolted(t, path, o, change)
	}
}

func identity(record any) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error { return put(tx, metaBucket, []byte(identityKey), record) }
}

func otherBucket(tx *bolt.Tx) error {
	_, err := tx.CreateBucket([]byte("albums"))
	return err
}

func must(make func(path string) error) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		if err := make(path); err != nil {
			t.Fatal(err)
		}
	}
}

var oddPaths = []oddPath{
	{"nothing", func(*testing.T, string) {}, hinted[*MissingError], "nothing was created", "referee --db"},
	{"a folder", must(func(path string) error { return os.Mkdir(path, 0o700) }), hinted[*NotFileError], "is a folder", "in it"},
	{"a named pipe", must(func(path string) error { return syscall.Mkfifo(path, 0o600) }), hinted[*NotFileError], "is a named pipe", ""},
	{"a device", must(func(path string) error { return os.Symlink("/dev/null", path) }), hinted[*NotFileError], "is a device", ""},
	{"a link to nothing", must(func(path string) error { return os.Symlink("elsewhere.db", path) }), hinted[*MissingError], `a link to "elsewhere.db"`, ""},
	{"a link to itself", must(func(path string) error { return os.Symlink(path, path) }), hinted[*AccessError], "too many levels", ""},
	{"an empty file", write(""), hinted[*EmptyError], "is empty", "bring back a copy"},
	{"a note", write("Jim gets 20 %, Zoë 10 %\n"), hinted[*ForeignError], "looks like text", ""},
	{"SQLite", write("SQLite format 3\x00\x10\x00" + strings.Repeat("\x00", 8000)), hinted[*ForeignError], "SQLite", ""},
	{"a zip", write("PK\x03\x04rest"), hinted[*ForeignError], "a zip archive", ""},
	{"a gzip", write("\x1f\x8brest"), hinted[*ForeignError], "a gzip archive", ""},
	{"zeros", write(strings.Repeat("\x00", 8192)), hinted[*ForeignError], "nothing but zeros", ""},
	{"noise", write("\x01\x02\xff\xfe\x80"), hinted[*ForeignError], "unknown", ""},
	{"another bbolt database", func(t *testing.T, path string) { bolted(t, path, bolt.Options{}, otherBucket) }, hinted[*ForeignError], "a bbolt database of another program", ""},
	{"one that bbolt would write to as it opens it", ours(bolt.Options{NoFreelistSync: true}, otherBucket), hinted[*ForeignError], "bbolt", ""},
	{"another program's identity", ours(bolt.Options{}, identity(identityRecord{"umpire", schema})), hinted[*ForeignError], "bbolt", ""},
	{"a newer schema", ours(bolt.Options{}, identity(map[string]any{"program": program, "schema": 99, "more": true})), hinted[*NewerError], "schema 99", "newer version"},
	{"a schema that never was", ours(bolt.Options{}, identity(identityRecord{program, 0})), hinted[*DamagedError], "no schema 0", "copy"},
	{"cut off after a page", altered(func(b []byte) []byte { return b[:4096] }), hinted[*CutOffError], "cut off: 4096 of", "copy"},
	{"cut off in the header", altered(func(b []byte) []byte { return b[:40] }), hinted[*CutOffError], "cut off: 40 of", ""},
	{"cut off to a few bytes", altered(func(b []byte) []byte { return b[:10] }), hinted[*ForeignError], "unknown", ""},
	{"first header broken", altered(func(b []byte) []byte { b[30] ^= 1; return b }), hinted[*DamagedError], "last save may be missing", "doctor --accept"},
	{"second header broken", altered(func(b []byte) []byte { b[os.Getpagesize()+60] ^= 1; return b }), hinted[*DamagedError], "last save may be missing", ""},
	{"both headers broken", altered(func(b []byte) []byte { b[60] ^= 1; b[os.Getpagesize()+60] ^= 1; return b }), hinted[*DamagedError], "damaged", ""},
	{"a socket", func(t *testing.T, path string) {
		listener, err := net.Listen("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { listener.Close() })
	}, hinted[*NotFileError], "is a socket", ""},
}

// Every odd path gets its own message within two seconds; nothing is created
// and nothing changed, whichever way it is opened.
func TestOddPaths(t *testing.T) {
	all := slices.Concat(oddPaths, moreOddPaths)
	t.Logf("%d odd paths, %d of them by name", len(all)+len(named), len(named))
	for _, odd := range all {
		t.Run(odd.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "named.db")
			odd.make(t, path)
			before := state(t, path)
			for _, readOnly := range []bool{false, true} {
				began := time.Now()
				s, err := Open(path, Options{ReadOnly: readOnly})
				if err == nil {
					s.Close()
					t.Fatal("it was opened")
				}
				hint := odd.want(t, err)
				if !strings.Contains(err.Error(), odd.says) || !strings.Contains(err.Error(), path) || !strings.Contains(hint, odd.hints) {
					t.Errorf("message: %v\nhint: %s\nmust say %q, hint at %q and name the file", err, hint, odd.says, odd.hints)
				}
				if took := time.Since(began); took > 2*time.Second {
					t.Errorf("it took %v", took)
				}
			}
			if after := state(t, path); after != before {
				t.Error("something was created or changed")
			}
		})
	}
}

// state is everything in the path's folder, with the bytes of regular files.
func state(t *testing.T, path string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, entry := range entries {
		all.WriteString(entry.Name() + " " + entry.Type().String() + "\n")
		info, err := entry.Info()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&all, info.Size())
		if entry.Type().IsRegular() && info.Size() < 1<<20 {
			all.Write(bytesOf(t, filepath.Join(filepath.Dir(path), entry.Name())))
		}
	}
	return all.String()
}

func TestNoPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the system refuses the superuser nothing")
	}
	path := created(t)
	if err := os.Chmod(path, 0o000); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, Options{})
	if hint := hinted[*AccessError](t, err); !strings.Contains(hint, "permission") {
		t.Errorf("hint: %s", hint)
	}
}

func TestSimilarNamesAreOffered(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"partners.db", "archive.db", "notes.txt", ".partner.db", "partnerz", "b.db", "c.db"} {
		write("x")(t, filepath.Join(folder, name))
	}
	if err := os.Mkdir(filepath.Join(folder, "partner.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string][]string{
		"parnters.db": {"partners.db", "archive.db", "b.db"}, // the nearest first; the others are of the same kind
		"partners":    {"partnerz"},
		"totally.off": nil,
	} {
		_, err := Open(filepath.Join(folder, typed), Options{})
		got := expect[*MissingError](t, err).Similar
		for i := range want {
			want[i] = filepath.Join(folder, want[i])
		}
		if d := diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", typed, d)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"é", "e", 1}, {"same", "same", 0}, {"ab", "ba", 2}} {
		if got := distance(test.a, test.b); got != test.want || distance(test.b, test.a) != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d both ways", test.a, test.b, got, test.want)
		}
	}
}

// A path from the current folder stays the same file after a change of folder.
func TestPathIsAbsolute(t *testing.T) {
	path := created(t)
	t.Chdir(filepath.Dir(path))
	s := opened(t, filepath.Base(path))
	t.Chdir(t.TempDir())
	if s.Path() != path {
		t.Errorf("the path is %q, want %q", s.Path(), path)
	}
	saved(t, s, 1, levels(t, 3), "")
}
