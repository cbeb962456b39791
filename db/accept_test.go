package db

import (
	"bytes"
	"os"
	"testing"
)

// A person decides to go on from a file that lacks changes, or may lack some:
// an older copy, another database, or one with a broken header. The file is kept
// as it was, and from then on there is nothing to complain about.
func TestAccept(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, path string, all []files) (revision uint64){
		"an older copy": func(t *testing.T, path string, all []files) uint64 {
			write(string(all[1].bytes["partners.db"]))(t, path)
			return 2
		},
		"another database": func(t *testing.T, path string, _ []files) uint64 {
			write(string(bytesOf(t, created(t))))(t, path)
			return 1
		},
		"a broken header and no anchor": func(t *testing.T, path string, all []files) uint64 {
			b := bytesOf(t, path)
			newest := os.Getpagesize() * int(newer(readHeaders(bytes.NewReader(b))).txid%2)
			b[newest+headerAt+20] ^= 1
			write(string(b))(t, path)
			os.Remove(path + anchorSuffix)
			return uint64(len(all) - 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			path, all := states(t, 5)
			want := spoil(t, path, all)
			before := bytesOf(t, path)
			if _, err := Open(path, Options{}); err == nil {
				t.Fatal("it was opened without a question")
			}
			for round := range 2 {
				accepted, err := Accept(path, noon)
				if err != nil || accepted.Revision != want {
					t.Fatalf("%+v, %v", accepted, err)
				}
				if round == 0 && !bytes.Equal(before, bytesOf(t, accepted.Kept)) {
					t.Error("what was there is not kept byte for byte")
				}
			}
			s := opened(t, path)
			saved(t, s, want, levels(t, 1), "going on")
			if s = reopened(t, s); len(s.Notices()) != 0 {
				t.Errorf("notices: %q", s.Notices())
			}
			if n := len(read(t, s).History); n != int(want)+1 {
				t.Errorf("%d revisions, want %d", n, want+1)
			}
			if !bytes.Equal(before, bytesOf(t, path+".kept-1")) {
				t.Error("the kept copy changed with the file")
			}
		})
	}
}

func TestAcceptRefusesTheRest(t *testing.T) {
	path := t.TempDir() + "/x.db"
	_, err := Accept(path, noon)
	expect[*MissingError](t, err)
	write("Dear Zoë")(t, path)
	_, err = Accept(path, noon)
	expect[*ForeignError](t, err)
	wantEntries(t, path[:len(path)-len("/x.db")], 1)
}
