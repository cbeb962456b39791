//go:build unix

package db

import (
	"encoding/binary"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// named are odd paths whose oddity is the path itself.
var named = []struct {
	name string
	path func(folder string) string
	want func(testing.TB, error) string
	says string
}{
	{"no path at all", func(string) string { return "" }, hinted[*NotFileError], "is a folder"},
	{"a folder that is not there", func(f string) string { return f + "/data/partners.db" }, hinted[*MissingError], "nothing was created"},
	{"a file as a folder", func(f string) string { return f + "/letter.txt/partners.db" }, hinted[*AccessError], "not a directory"},
	{"a name too long", func(f string) string { return f + "/" + strings.Repeat("x", 300) }, hinted[*AccessError], "file name too long"},
	{"a name with a zero byte", func(f string) string { return f + "/a\x00.db" }, hinted[*AccessError], "invalid argument"},
	{"a name that is not UTF-8", func(f string) string { return f + "/\xff.db" }, hinted[*MissingError], `\xff.db`},
	{"a name with an escape sequence", func(f string) string { return f + "/\x1b[2J.db" }, hinted[*MissingError], `\x1b[2J.db`},
	{"a web address", func(string) string { return "https://example.com/partners.db" }, hinted[*MissingError], "nothing was created"},
	{"a home that no shell filled in", func(string) string { return "~/partners.db" }, hinted[*MissingError], "nothing was created"},
	{"a link to a folder", func(f string) string { return f + "/folder-link" }, hinted[*NotFileError], "is a folder"},
	{"a link to a link to nothing", func(f string) string { return f + "/link-link" }, hinted[*MissingError], "a link to"},
	{"a device that never ends", func(string) string { return "/dev/zero" }, hinted[*NotFileError], "is a device"},
}

func TestOddNames(t *testing.T) {
	for _, odd := range named {
		t.Run(odd.name, func(t *testing.T) {
			folder := t.TempDir()
			t.Chdir(folder)
			write("Dear Zoë")(t, filepath.Join(folder, "letter.txt"))
			must(func(path string) error { return os.Symlink(folder, path) })(t, folder+"/folder-link")
			must(func(path string) error { return os.Symlink("nothing", path) })(t, folder+"/dangling")
			must(func(path string) error { return os.Symlink("dangling", path) })(t, folder+"/link-link")
			before := state(t, folder+"/x")
			for _, readOnly := range []bool{false, true} {
				s, err := Open(odd.path(folder), Options{ReadOnly: readOnly})
				if err == nil {
					s.Close()
					t.Fatal("it was opened")
				}
				odd.want(t, err)
				if !strings.Contains(err.Error(), odd.says) {
					t.Errorf("%v does not say %q", err, odd.says)
				}
			}
			if state(t, folder+"/x") != before {
				t.Error("something was created or changed")
			}
		})
	}
}

// reheaded is a sound database whose newer header says something else, with a
// right checksum.
func reheaded(change func(header []byte)) func(*testing.T, string) {
	return altered(func(b []byte) []byte {
		size := os.Getpagesize()
		h := b[size*int(newer(readHeaders(strings.NewReader(string(b)))).txid%2)+headerAt:][:headerSize]
		change(h)
		sum := fnv.New64a()
		sum.Write(h[:56])
		binary.NativeEndian.PutUint64(h[56:], sum.Sum64())
		return b
	})
}

// moreOddPaths are files that other programs, or accidents, leave at a path.
var moreOddPaths = []oddPath{
	{"text with a byte order mark", write("\ufeffcode,name\n"), hinted[*ForeignError], "looks like text", ""},
	{"text in UTF-16", write("\xff\xfec\x00o\x00d\x00e\x00"), hinted[*ForeignError], "text in UTF-16", ""},
	{"a PDF", write("%PDF-1.7\n"), hinted[*ForeignError], "a PDF document", ""},
	{"a picture", write("\x89PNG\r\n\x1a\n"), hinted[*ForeignError], "a PNG picture", ""},
	{"a program", write("\x7fELF\x02\x01"), hinted[*ForeignError], "a program", ""},
	{"a zstd archive", write("\x28\xb5\x2f\xfdrest"), hinted[*ForeignError], "a zstd archive", ""},
	{"one byte", write("x"), hinted[*ForeignError], "text", ""},
	{"a huge file with nothing in it", must(func(path string) error {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			return err
		}
		return os.Truncate(path, 1<<40)
	}), hinted[*ForeignError], "nothing but zeros", ""},
	{"a header that speaks of a huge file", reheaded(func(h []byte) { binary.NativeEndian.PutUint64(h[40:], 1<<30) }), hinted[*CutOffError], "cut off", "copy"},
	{"a header of another version of bbolt", altered(func(b []byte) []byte {
		b[headerAt+4], b[os.Getpagesize()+headerAt+4] = 3, 3
		return b
	}), hinted[*DamagedError], "first two pages", ""},
	{"a root that is not there", reheaded(func(h []byte) { binary.NativeEndian.PutUint64(h[16:], 1<<20) }), hinted[*DamagedError], "outside of the file", ""},
	{"a root that is a header", reheaded(func(h []byte) { binary.NativeEndian.PutUint64(h[16:], 0) }), hinted[*DamagedError], "used twice", ""},
	{"no identity", ours(bolt.Options{}, deleting(metaBucket, []byte(identityKey))), hinted[*ForeignError], "bbolt", ""},
	{"a damaged identity", ours(bolt.Options{}, func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(metaBucket)).Put([]byte(identityKey), []byte("four{}"))
	}), hinted[*DamagedError], "what the file is", ""},
	{"no revisions", ours(bolt.Options{}, dropping(revisionBucket)), hinted[*DamagedError], "list of revisions", ""},
	{"an anchor that knows more", func(t *testing.T, path string) {
		altered(func(b []byte) []byte { return b })(t, path)
		write(string(anchor{revision: 7}.line()))(t, path+anchorSuffix)
	}, hinted[*RolledBackError], "went back to revision 1", "delete"},
	{"an anchor that knows of a case", func(t *testing.T, path string) {
		altered(func(b []byte) []byte { return b })(t, path)
		s := opened(t, path)
		s.Close()
		now, err := loadAnchor(path + anchorSuffix)
		if err != nil {
			t.Fatal(err)
		}
		now.shelved = 2
		write(string(now.line()))(t, path+anchorSuffix)
	}, hinted[*RolledBackError], "with its kept cases is (changes: 2)", "delete"},
	{"an anchor of another database", func(t *testing.T, path string) {
		altered(func(b []byte) []byte { return b })(t, path)
		write(string(anchor{revision: 1}.line()))(t, path+anchorSuffix)
	}, hinted[*RolledBackError], "another history", "delete"},
}
