package logs

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"referee/db/lasting"
)

// Result is files being written together.
type Result struct {
	folder string
	made   bool // it was not there before
	parts  []*part
	runs   []*os.File
}

// part is one file on its way.
type part struct {
	name  string
	temp  *os.File
	early *early
	out   *bufio.Writer
	aside string // where what was there before has gone
}

// CheckFolder refuses a path that something else than a folder has. It returns an
// [*Error].
func CheckFolder(path string) error {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return &Error{Path: path, What: "is a file, not a folder; it was left as it is", Fix: "name a folder: it is made if it is not there"}
	}
	return nil
}

// NewResult begins a result in a folder, which is made if it is not there. It returns
// an [*Error].
func NewResult(folder string) (*Result, error) {
	if err := CheckFolder(folder); err != nil {
		return nil, err
	}
	_, err := os.Stat(folder)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, &Error{folder, "cannot be made", "choose another folder", err}
	}
	return &Result{folder: folder, made: errors.Is(err, fs.ErrNotExist)}, nil
}

// Create begins a file of the result. What is there already must begin with the
// header, as the new one will; else it is an [*Error] and stays as it is.
func (r *Result) Create(name, header string) (io.Writer, error) {
	path := filepath.Join(r.folder, name)
	if old, err := os.Open(path); err == nil {
		begins := make([]byte, len(header))
		_, err := io.ReadFull(old, begins)
		old.Close()
		if err != nil || !bytes.Equal(begins, []byte(header)) {
			return nil, &Error{Path: path, What: "is there already and is something else; it was left as it is", Fix: "move it away, or choose another folder"}
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, &Error{path, "is there already and cannot be read", "move it away, or choose another folder", err}
	}
	temp, err := os.CreateTemp(r.folder, lasting.Beside)
	if err != nil {
		return nil, &Error{r.folder, "cannot be written to", "choose another folder", err}
	}
	p := &part{name: name, temp: temp, early: newEarly(temp, path)}
	p.out = bufio.NewWriterSize(p.early, 1<<16)
	r.parts = append(r.parts, p)
	return p.out, nil
}

// Run is a file for rows that are to be put in order first. It is gone when the result is
// published or discarded. The errors are [*Error]s.
func (r *Result) Run() (io.ReadWriteSeeker, error) {
	temp, err := os.CreateTemp(r.folder, lasting.Beside)
	if err != nil {
		return nil, &Error{r.folder, "cannot be written to", "choose another folder", err}
	}
	os.Remove(temp.Name()) // where an open file cannot be removed it is when it is closed
	r.runs = append(r.runs, temp)
	return runFile{temp, r.folder}, nil
}

// runFile is a run that says what happened when it fails.
type runFile struct {
	file   *os.File
	folder string
}

func (f runFile) Write(p []byte) (int, error) {
	n, err := f.file.Write(p)
	return n, notWritten(f.folder, err)
}

func (f runFile) Read(p []byte) (int, error) {
	n, err := f.file.Read(p)
	return n, f.notRead(err)
}

func (f runFile) Seek(offset int64, whence int) (int64, error) {
	at, err := f.file.Seek(offset, whence)
	return at, f.notRead(err)
}

func (f runFile) notRead(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return &Error{f.folder, "could not give back what was put there for later; nothing was left behind", "check the disk, then replay again", err}
}

// notWritten is the error of somebody who had to write, if there is one.
func notWritten(path string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{path, "could not be written; nothing was left behind", "check the disk, then replay again", err}
}

// closeRuns takes the runs away.
func (r *Result) closeRuns() {
	for _, f := range r.runs {
		f.Close()
		os.Remove(f.Name()) // which mostly has been
	}
	r.runs = nil
}

// Publish sees all files to the disk and gives them their names. It returns an
// [*Error]; then nothing has changed in the folder, unless it says
// otherwise.
func (r *Result) Publish() error {
	r.closeRuns()
	for _, p := range r.parts {
		err := errors.Join(p.out.Flush(), p.temp.Chmod(0o644), p.early.wait(), p.temp.Sync())
		if err := errors.Join(err, p.temp.Close()); err != nil {
			r.Discard()
			return notWritten(filepath.Join(r.folder, p.name), err)
		}
	}
	for i, p := range r.parts {
		if err := r.name(p); err != nil {
			var stuck error
			for _, before := range r.parts[:i+1] {
				stuck = errors.Join(stuck, r.takeBack(before))
			}
			r.Discard()
			if stuck != nil {
				return &Error{r.folder, "could not take the results, nor go back to what was there before", "nothing was deleted: what was there before ends in .old; give it its name back", errors.Join(err, stuck)}
			}
			return &Error{filepath.Join(r.folder, p.name), "could not be put in its place; everything is as it was", "check the folder, then replay again", err}
		}
	}
	for _, p := range r.parts {
		if p.aside != "" {
			os.Remove(p.aside)
		}
	}
	r.parts = nil
	_ = lasting.FlushFolder(r.folder) // they are there: should a power cut undo that, they can be made again
	return nil
}

// name puts a file in its place, and what was there aside.
func (r *Result) name(p *part) error {
	path := filepath.Join(r.folder, p.name)
	aside := p.temp.Name() + ".old"
	switch err := os.Rename(path, aside); {
	case err == nil:
		p.aside = aside
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return os.Rename(p.temp.Name(), path)
}

func (r *Result) takeBack(p *part) error {
	path := filepath.Join(r.folder, p.name)
	if p.aside != "" {
		return os.Rename(p.aside, path)
	}
	if _, err := os.Lstat(p.temp.Name()); err == nil {
		return nil // it had not been given its name
	}
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Discard takes away what has not been published.
func (r *Result) Discard() {
	r.closeRuns()
	for _, p := range r.parts {
		_ = p.early.wait() // it is not wanted any more
		p.temp.Close()
		os.Remove(p.temp.Name())
	}
	r.parts = nil
	if r.made {
		os.Remove(r.folder) // unless somebody else has put something there
	}
}
