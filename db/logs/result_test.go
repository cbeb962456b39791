package logs

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// begun is a result that would replace two files.
func begun(t *testing.T) *Result {
	t.Helper()
	r, err := NewResult(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Discard)
	for _, name := range []string{"a.csv", "b.csv"} {
		if err := os.WriteFile(filepath.Join(r.folder, name), []byte("head"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Create(name, "head"); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// TestPublishGoesBack: if the second file cannot be put in its place, the first one
// goes back.
func TestPublishGoesBack(t *testing.T) {
	r := begun(t)
	os.Remove(r.parts[1].temp.Name())
	err := r.Publish()
	if e, is := errors.AsType[*Error](err); !is || !strings.Contains(e.What, "everything is as it was") {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"a.csv", "b.csv"} {
		if content, err := os.ReadFile(filepath.Join(r.folder, name)); string(content) != "head" {
			t.Errorf("%s holds %q, %v", name, content, err)
		}
	}
}

// TestWhatCannotGoBackIsSaid: nobody is told that everything is as it was when it is
// not.
func TestWhatCannotGoBackIsSaid(t *testing.T) {
	r := begun(t)
	r.parts[0].aside = filepath.Join(r.folder, "gone.old")
	if r.takeBack(r.parts[0]) == nil {
		t.Error("what is gone was taken back")
	}
}
