package lasting_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"referee/db/lasting"
)

// TestReplace: the new file is there, or the old one, and nothing beside it.
func TestReplace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	full := errors.New("no space left")
	for _, step := range []struct {
		write string
		fails error
		want  string
	}{{"first", nil, "first"}, {"second", nil, "second"}, {"thi", full, "second"}} {
		err := lasting.Replace(path, func(to *os.File) error {
			_, err := to.WriteString(step.write)
			return errors.Join(err, step.fails)
		})
		if !errors.Is(err, step.fails) {
			t.Errorf("%v, want %v", err, step.fails)
		}
		if got, err := os.ReadFile(path); string(got) != step.want {
			t.Errorf("it holds %q, %v; want %q", got, err, step.want)
		}
		if entries, _ := os.ReadDir(folder); len(entries) != 1 {
			t.Errorf("left behind: %v", entries)
		}
	}
	if err := lasting.Replace(filepath.Join(folder, "nowhere", "file"), nil); err == nil {
		t.Error("a folder was made")
	}
	if err := lasting.FlushFolder(filepath.Join(folder, "nowhere")); err == nil {
		t.Error("a folder was flushed that is not there")
	}
}
