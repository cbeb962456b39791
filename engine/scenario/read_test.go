package scenario

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files of this package")

// TestReadRefuses holds every row of testdata/bad.txtar to what it says: all
// that is wrong with the file, where, and what to write instead.
func TestReadRefuses(t *testing.T) {
	path := filepath.Join("testdata", "bad.txtar")
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(archive.Files); i += 2 {
		bad, golden := archive.Files[i], &archive.Files[i+1]
		t.Run(strings.TrimSuffix(bad.Name, ".toml"), func(t *testing.T) {
			_, err := Read(bad.Name, bad.Data)
			got := told(t, err)
			if *update {
				golden.Data = []byte(got)
			}
			if diff := cmp.Diff(string(golden.Data), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// allErrors lists what Read found wrong.
func allErrors(err error) []*Error {
	var all Errors
	errors.As(err, &all)
	return all
}

// told is what a person reads of an error, without the name of the file.
func told(t *testing.T, err error) string {
	t.Helper()
	var b strings.Builder
	for _, e := range allErrors(err) {
		fmt.Fprintf(&b, "%d:%d: %s\n", e.Line, e.Column, e.What)
		if e.Hint == "" {
			t.Errorf("%s: no hint", e)
		}
		fmt.Fprintf(&b, "    %s\n", e.Hint)
	}
	if b.Len() == 0 {
		t.Fatal("the file was read")
	}
	return b.String()
}

// An error of Read can be told apart and looked into.
func TestErrorsUnwrap(t *testing.T) {
	_, err := Read("sale.toml", []byte("titel = 1\ncurency = 2\n"))
	var first *Error
	if !errors.As(err, &first) || first.Error() != `sale.toml:1:1: unknown key "titel"` {
		t.Errorf("first problem is %v", first)
	}
	if n := len(allErrors(err)); n != 2 {
		t.Errorf("%d problems, want 2", n)
	}
}
