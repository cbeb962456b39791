package db

import (
	"os"
	"path/filepath"
	"testing"
)

// files are a database and the regular files beside it.
type files struct {
	path  string
	bytes map[string][]byte // by name
}

// snapshot remembers a database and what stands beside it.
func snapshot(t testing.TB, path string) files {
	t.Helper()
	f := files{path: path, bytes: map[string][]byte{}}
	for _, name := range f.names(t) {
		f.bytes[name] = bytesOf(t, filepath.Join(filepath.Dir(path), name))
	}
	return f
}

func (f files) names(t testing.TB) (names []string) {
	entries, err := os.ReadDir(filepath.Dir(f.path))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Type().IsRegular() {
			names = append(names, entry.Name())
		}
	}
	return names
}

// restore brings everything back as it was.
func (f files) restore(t testing.TB) {
	t.Helper()
	for _, name := range f.names(t) {
		if _, known := f.bytes[name]; !known {
			os.Remove(filepath.Join(filepath.Dir(f.path), name))
		}
	}
	for name, content := range f.bytes {
		if err := os.WriteFile(filepath.Join(filepath.Dir(f.path), name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
