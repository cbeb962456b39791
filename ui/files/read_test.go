package files

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestReadTakesFilesOnly(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.toml")
	if err := os.WriteFile(path, []byte("0123456789"), 0o600); err != nil {
		t.Fatal(err)
	}
	for most, want := range map[int64]string{100: "0123456789", 10: "0123456789", 3: "0123"} {
		if data, err := Read(path, most); err != nil || string(data) != want {
			t.Errorf("at most %d: %q, %v", most, data, err)
		}
	}
	for path, why := range map[string]string{folder: "it is a folder", filepath.Join(folder, "none"): "no such file", "/dev/null": "it is not a file"} {
		if _, err := Read(path, 10); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v, want %s", path, err, why)
		}
	}
}

func TestComplete(t *testing.T) {
	folder := t.TempDir() + string(filepath.Separator)
	t.Setenv("HOME", folder)
	for _, name := range []string{"one.toml", "other.toml", "other.txt", ".hidden.toml"} {
		if err := os.WriteFile(folder+name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(folder+"old", 0o700); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string][]string{
		folder + "o":        {folder + "old/", folder + "one.toml", folder + "other.toml"},
		folder + "ot":       {folder + "other.toml"},
		folder + ".":        {folder + ".hidden.toml"},
		folder + "x":        nil,
		folder + "none/o":   nil,
		"~/ot":              {"~/other.toml"},
		folder + "old/more": nil,
	} {
		if got := Complete(typed, ".toml"); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", typed, got, want)
		}
	}
	if got := Home("~/other.toml"); got != folder+"other.toml" {
		t.Errorf("home is %s", got)
	}
	if got := Home("~other"); got != "~other" {
		t.Errorf("somebody else's home is %s", got)
	}
}
