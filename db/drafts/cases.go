package drafts

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// casesFile holds the cases that are not kept yet. It is no draft of a policy, so it
// does not end like one.
const casesFile = "unsaved.cases"

// KeepCases keeps the cases that somebody is working on, as one text of whoever
// writes it, in the place of those kept before. When it returns without an error they
// survive a power cut. The error is a [KeepError].
func (f Folder) KeepCases(text []byte) error {
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		return &KeepError{f.path, err}
	}
	if err := replace(filepath.Join(f.path, casesFile), text); err != nil {
		return &KeepError{f.path, err}
	}
	return nil
}

// Cases is what KeepCases kept, nil if there is nothing. The error is a [ReadError].
func (f Folder) Cases() ([]byte, error) {
	text, err := f.text(filepath.Join(f.path, casesFile), maxCases)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return text, err
}

// DropCases removes them; what is not there is removed already.
func (f Folder) DropCases() error {
	if err := os.Remove(filepath.Join(f.path, casesFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &KeepError{f.path, err}
	}
	return nil
}

// maxCases bounds what is read: nobody works on so many.
const maxCases = 64 << 20

// text is what a file holds.
func (f Folder) text(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, &ReadError{path, err}
	case !info.Mode().IsRegular() || info.Size() > most:
		return nil, &ReadError{path, errors.New("it is not a draft file")}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &ReadError{path, err}
	}
	return data, nil
}
