package files

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"referee/db"
)

// Read reads a regular file of at most so many bytes, and one more of a larger one,
// so that whoever has a limit can tell. A device or a pipe, which may never end, is
// refused without waiting for it.
func Read(path string, most int64) ([]byte, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, unreadable(path, db.Reason(err))
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, unreadable(path, db.Reason(err))
	case info.IsDir():
		return nil, unreadable(path, "it is a folder")
	case !info.Mode().IsRegular():
		return nil, unreadable(path, "it is not a file")
	}
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err != nil {
		return nil, unreadable(path, db.Reason(err))
	}
	return data, nil
}

// maxCompletions bounds what Complete answers with.
const maxCompletions = 100

// Complete lists the paths that begin with what was typed: folders, with a slash
// behind, and files with one of the endings. A folder that cannot be read has none.
func Complete(typed string, endings ...string) []string {
	folder, begun := filepath.Split(typed)
	there := Home(folder + ".")
	entries, err := os.ReadDir(there)
	if err != nil {
		return nil
	}
	var paths []string
	for _, e := range entries {
		name := e.Name()
		hidden := strings.HasPrefix(name, ".") && !strings.HasPrefix(begun, ".")
		if !strings.HasPrefix(name, begun) || hidden || len(paths) == maxCompletions {
			continue
		}
		isFolder := e.IsDir()
		if info, err := os.Stat(filepath.Join(there, name)); err == nil {
			isFolder = info.IsDir() // what a link leads to
		}
		switch {
		case isFolder:
			paths = append(paths, folder+name+string(filepath.Separator))
		case slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(name, ending) }):
			paths = append(paths, folder+name)
		}
	}
	return paths
}
