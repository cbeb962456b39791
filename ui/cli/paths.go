package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// scenarioPaths lists the files that arguments stand for: a file for itself, a
// folder for all *.toml files in it and below, sorted. Each file is listed once.
// Hidden folders are left out, as tools keep their own things there.
func scenarioPaths(args []string) ([]string, error) {
	var paths []string
	listed := map[string]bool{}
	for _, arg := range args {
		found, err := scenariosAt(arg)
		if err != nil {
			return nil, err
		}
		for _, path := range found {
			if !listed[path] {
				listed[path] = true
				paths = append(paths, path)
			}
		}
	}
	return paths, nil
}

func scenariosAt(arg string) ([]string, error) {
	if arg == stdinName {
		return []string{arg}, nil
	}
	info, err := os.Stat(arg)
	if err != nil {
		return nil, unreadable(arg, err)
	}
	if !info.IsDir() {
		return []string{filepath.Clean(arg)}, nil
	}
	var paths []string
	err = filepath.WalkDir(arg, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return unreadable(path, err)
		case entry.IsDir() && path != arg && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case !entry.IsDir() && filepath.Ext(path) == ".toml":
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, &failure{fmt.Sprintf("there are no scenario files (*.toml) in %q", arg), "name a file, or another folder"}
	}
	return paths, nil // WalkDir goes in lexical order
}
