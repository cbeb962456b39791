package db

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

const kindFolder = "a folder"

// openFile opens what is at the path if it is a regular file. It never creates,
// and asks what is there before opening: opening a device can have effects, and
// opening a named pipe can wait for ever.
func openFile(path string, readOnly bool) (*os.File, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing(path)
	}
	if err != nil {
		return nil, &AccessError{path, err}
	}
	if !info.Mode().IsRegular() {
		return nil, &NotFileError{path, kindOf(info.Mode())}
	}
	mode := os.O_RDWR
	if readOnly {
		mode = os.O_RDONLY
	}
	// O_NONBLOCK in case a pipe has taken the file's place since.
	file, err := os.OpenFile(path, mode|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, &AccessError{path, err}
	}
	if info, err = file.Stat(); err == nil && !info.Mode().IsRegular() {
		file.Close()
		return nil, &NotFileError{path, kindOf(info.Mode())}
	}
	return file, nil
}

func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return kindFolder
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "something special"
}

func missing(path string) *MissingError {
	e := &MissingError{Path: path, Similar: similar(path)}
	if target, err := os.Readlink(path); err == nil {
		e.Target = target
	}
	return e
}

// Bounds of the search for similar names.
const (
	maxSimilar  = 3     // names offered
	maxLooked   = 2_000 // entries of the folder looked at
	maxDistance = 2     // letters a slip may change, drop or add
)

// similar lists files in the path's folder that may have been meant: those a
// slip or two away first, then those with the same extension.
func similar(path string) []string {
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return nil
	}
	defer folder.Close()
	entries, _ := folder.ReadDir(maxLooked) // what could be read is good enough for a hint
	type candidate struct {
		name     string
		distance int
	}
	var candidates []candidate
	for _, entry := range entries {
		name := entry.Name()
		d := distance(name, filepath.Base(path))
		sameKind := filepath.Ext(name) != "" && filepath.Ext(name) == filepath.Ext(path)
		if entry.Type().IsRegular() && name[0] != '.' && (d <= maxDistance || sameKind) {
			candidates = append(candidates, candidate{name, d})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.name, b.name))
	})
	var paths []string
	for _, c := range candidates[:min(len(candidates), maxSimilar)] {
		paths = append(paths, filepath.Join(filepath.Dir(path), c.name))
	}
	return paths
}

// distance is how many letters must be changed, dropped or added to make one
// name of the other (Levenshtein's distance, row by row).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, t := range to {
			change := diagonal
			if r != t {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
