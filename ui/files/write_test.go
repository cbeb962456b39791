package files

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// holds wants a file to hold just this, and nothing to lie beside it.
func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v; want %q", filepath.Base(path), got, err, want)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".referee-*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestOverwrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "export.toml")
	for _, content := range []string{"the first, which is longer", "the second"} {
		if err := Overwrite(path, content); err != nil {
			t.Fatal(err)
		}
		holds(t, path, content)
	}
}

// Who made a file private, or a link to it, finds both as they were.
func TestOverwriteKeepsPermissionsAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions and links are others there")
	}
	path, link := filepath.Join(t.TempDir(), "export.toml"), filepath.Join(t.TempDir(), "link.toml")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := Overwrite(link, "new"); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "new")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != os.ModeSymlink {
		t.Errorf("the link became %v, %v", info.Mode(), err)
	}
}

// Whatever fails, the old file stays and nothing lies beside it.
func TestReplaceFails(t *testing.T) {
	folder := t.TempDir()
	old := filepath.Join(folder, "inner", "old.toml")
	if err := os.Mkdir(filepath.Dir(old), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := New(old, "old"); err != nil {
		t.Fatal(err)
	}
	if err := replace(filepath.Dir(old), "new", 0o600); err == nil {
		t.Error("a file took the place of a folder")
	}
	holds(t, old, "old")
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// A device stays one, and says when it is full.
func TestOverwriteDevice(t *testing.T) {
	const full = "/dev/full"
	if _, err := os.Stat(full); err != nil {
		t.Skip("there is no full disk here")
	}
	err := Overwrite(full, "new")
	const want = "writing \"/dev/full\" failed: no space left on device; not all of it was written"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
