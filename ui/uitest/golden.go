package uitest

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// update makes golden tests write what they see instead of comparing. Read the
// diff before you commit it.
var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// Golden compares the text of the screen with testdata/name.golden, or writes
// that file if the tests run with -update.
func (s *Screen) Golden(t testing.TB, name string) {
	t.Helper()
	GoldenText(t, name+".golden", s.Text()+"\n")
}

// GoldenText compares a text with the file of that name in testdata, or writes
// the file if the tests run with -update.
func GoldenText(t testing.TB, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run the test with -update to write it, and read it", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got, -update accepts):\n%s", path, diff)
	}
}
