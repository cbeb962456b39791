package logs

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

// File is a file of a log, mapped into memory or read.
type File struct {
	Path  string
	Data  []byte
	from  *os.File
	unmap func() error
}

// ReadAt reads of the file into p, as [io.ReaderAt] says. Its error is an [*Error].
func (f File) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.from.ReadAt(p, at)
	if n == len(p) {
		return n, nil
	}
	return n, f.lost(err)
}

// Folder is the three files of a log.
type Folder struct{ Partners, Touches, Sales File }

// Error is what keeps a file of a log from being opened or written.
type Error struct {
	Path string
	What string
	Fix  string
	err  error
}

func (e *Error) Error() string {
	if e.err == nil {
		return fmt.Sprintf("%q %s", e.Path, e.What)
	}
	err := e.err
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err // which says the path again
	}
	return fmt.Sprintf("%q %s: %v", e.Path, e.What, err)
}

// Hint is what to do about it.
func (e *Error) Hint() string { return e.Fix }

func (e *Error) Unwrap() error { return e.err }

// Open opens the files of a folder. It returns an [*Error], or the error of the
// context.
func Open(ctx context.Context, folder string) (*Folder, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		if err == nil {
			return nil, &Error{Path: folder, What: "is not a folder", Fix: "name the folder that holds partners.csv, touches.csv and sales.csv"}
		}
		return nil, &Error{folder, "cannot be read", "check the path", err}
	}
	f := &Folder{}
	for _, one := range [...]struct {
		name string
		file *File
	}{{"partners.csv", &f.Partners}, {"touches.csv", &f.Touches}, {"sales.csv", &f.Sales}} {
		path, err := find(folder, one.name)
		if err == nil {
			*one.file, err = open(ctx, path)
		}
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
	}
	return f, nil
}

// Close gives everything back. The data must not be used any more.
func (f *Folder) Close() error {
	var err error
	for _, file := range [...]*File{&f.Partners, &f.Touches, &f.Sales} {
		if file.unmap != nil {
			err = errors.Join(err, file.unmap())
		}
		if file.from != nil {
			err = errors.Join(err, file.from.Close())
		}
		*file = File{}
	}
	return err
}

// kinds of files, by what their names end in.
var kinds = [...]string{"", ".gz", ".zst"}

// find is the path of a file, compressed or not.
func find(folder, name string) (string, error) {
	var paths []string
	for _, kind := range kinds {
		path := filepath.Join(folder, name+kind)
		if _, err := os.Stat(path); err == nil {
			paths = append(paths, path)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", &Error{path, "cannot be read", "check who may read it", err}
		}
	}
	switch len(paths) {
	case 0:
		return "", &Error{Path: filepath.Join(folder, name), What: "is not there, nor as .gz or .zst", Fix: "a log is partners.csv, touches.csv and sales.csv in one folder"}
	case 1:
		return paths[0], nil
	}
	return "", &Error{Path: paths[0], What: fmt.Sprintf("is there more than once: %q too", filepath.Base(paths[1])), Fix: "keep one of them"}
}

func open(ctx context.Context, path string) (File, error) {
	info, err := os.Stat(path) // before it is opened: a named pipe would wait
	if err == nil && !info.Mode().IsRegular() {
		return File{}, &Error{Path: path, What: "is not a file", Fix: "put the file itself there"}
	}
	file, err := os.Open(path)
	if err != nil {
		return File{}, &Error{path, "cannot be read", "check who may read it", err}
	}
	source := file
	if kind := filepath.Ext(path); kind != ".csv" {
		source, err = unpacked(ctx, file, kind)
		file.Close()
		if err != nil {
			if ctx.Err() != nil {
				return File{}, ctx.Err()
			}
			fix := "check the file, and the room in " + os.TempDir()
			switch {
			case errors.Is(err, io.ErrUnexpectedEOF):
				fix = "it ends too early: copy it again"
			case errors.Is(err, errBehind):
				fix = "copy it again, or unpack it yourself and look at the end"
			case errors.Is(err, gzip.ErrHeader), errors.Is(err, zstd.ErrMagicMismatch):
				fix = "it is not what its name says: name it by what it holds"
			}
			return File{}, &Error{path, "cannot be unpacked", fix, err}
		}
	}
	data, unmap, err := mapped(source)
	if err != nil {
		source.Close()
		return File{}, &Error{path, "cannot be read", "check the disk", err}
	}
	return File{path, data, source, unmap}, nil
}

// unpacked is what a compressed file holds, as a temporary file without a name.
func unpacked(ctx context.Context, file *os.File, kind string) (*os.File, error) {
	var from io.Reader
	var err error
	if kind == ".gz" {
		from, err = newGzipped(file)
	} else {
		var zst *zstd.Decoder
		if zst, err = zstd.NewReader(file); err == nil {
			defer zst.Close()
			from = zst
		}
	}
	if err != nil {
		return nil, err
	}
	temp, err := os.CreateTemp("", "referee-*.csv")
	if err != nil {
		return nil, err
	}
	os.Remove(temp.Name()) // where an open file cannot be removed it stays until the system tidies up
	if _, err := io.Copy(temp, Until(ctx, from)); err != nil {
		return nil, errors.Join(err, temp.Close())
	}
	return temp, nil
}
