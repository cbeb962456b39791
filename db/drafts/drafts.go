package drafts

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"referee/model"
)

// Folder is the drafts beside one database. The zero Folder is not usable; take
// [Beside].
type Folder struct{ path string }

// Kept is a draft that was kept.
type Kept struct {
	Name     string            // "" for the one nobody put aside
	Revision uint64            // the revision it was based on
	At       time.Time         // when it was kept
	Draft    model.Draft       // may hold anything that can be typed
	Catalog  model.CatalogEdit // the catalog, likewise; its zero Catalog: as it is saved
}

// ending is what draft files end in; others in the folder are left alone.
const ending = ".draft"

// Beside is the drafts of the database at a path. Nothing is created until a
// draft is kept.
func Beside(database string) Folder { return Folder{database + ".drafts"} }

// Path is the folder's path.
func (f Folder) Path() string { return f.path }

// Keep keeps a draft, in place of the one of the same name. When it returns
// without an error the draft survives a power cut. The error is a [KeepError].
func (f Folder) Keep(k Kept) error {
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		return &KeepError{f.path, err}
	}
	if err := replace(f.file(k.Name), encode(k)); err != nil {
		return &KeepError{f.path, err}
	}
	return nil
}

// Unsaved is the draft nobody put aside; ok is false if there is none. The
// error is a [ReadError].
func (f Folder) Unsaved() (k Kept, ok bool, err error) {
	k, err = f.read(f.file(""))
	if errors.Is(err, fs.ErrNotExist) {
		return Kept{}, false, nil
	}
	return k, err == nil, err
}

// Named lists the drafts that were put aside, by name. Files that cannot be
// read are left out and joined into the error.
func (f Folder) Named() ([]Kept, error) {
	files, err := os.ReadDir(f.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, &ReadError{f.path, err}
	}
	var named []Kept
	var unread []error
	for _, file := range files {
		path := filepath.Join(f.path, file.Name())
		if !strings.HasSuffix(path, ending) || path == f.file("") {
			continue
		}
		k, err := f.read(path)
		if err != nil {
			unread = append(unread, err)
			continue
		}
		named = append(named, k)
	}
	slices.SortFunc(named, func(a, b Kept) int { return strings.Compare(a.Name, b.Name) })
	return named, errors.Join(unread...)
}

// Drop removes a draft; one that is not there is removed already.
func (f Folder) Drop(name string) error {
	if err := os.Remove(f.file(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &KeepError{f.path, err}
	}
	return nil
}

// file is where a draft is kept. Names are free text, so files are called by
// their hash.
func (f Folder) file(name string) string {
	if name == "" {
		return filepath.Join(f.path, "unsaved"+ending)
	}
	sum := sha256.Sum256([]byte(name))
	return filepath.Join(f.path, hex.EncodeToString(sum[:8])+ending)
}

// maxFile bounds what is read: a draft with the largest catalog is smaller.
const maxFile = 64 << 20

func (f Folder) read(path string) (Kept, error) {
	data, err := f.text(path, maxFile)
	if err != nil {
		return Kept{}, err
	}
	k, err := decode(data)
	if err != nil {
		return Kept{}, &ReadError{path, err}
	}
	return k, nil
}

// KeepError is a draft that could not be written or removed.
type KeepError struct {
	Path string
	Err  error
}

func (e *KeepError) Error() string {
	return fmt.Sprintf("drafts cannot be kept in %s: %v; what is on the screen is still there", e.Path, reason(e.Err))
}

// Hint says what to do.
func (e *KeepError) Hint() string { return "save before you leave, or make room in that folder" }

func (e *KeepError) Unwrap() error { return e.Err }

// ReadError is a draft that is there but cannot be read. It is left as it is.
type ReadError struct {
	Path string
	Err  error
}

func (e *ReadError) Error() string {
	return fmt.Sprintf("the draft kept in %s cannot be read: %v; it is left there, and the saved settings are not touched", e.Path, reason(e.Err))
}

// Hint says what to do.
func (e *ReadError) Hint() string { return "look into the file, or remove it" }

func (e *ReadError) Unwrap() error { return e.Err }

// reason is an error without the path that the message names already.
func reason(err error) error {
	if of := (*fs.PathError)(nil); errors.As(err, &of) {
		return of.Err
	}
	if of := (*os.LinkError)(nil); errors.As(err, &of) {
		return of.Err
	}
	return err
}
