package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"referee/db"
	"referee/db/lasting"
)

// New writes a file that does not exist yet. What could not be written whole is
// taken away again. The error is an [ExistsError] or an [Error].
func New(path, content string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return isFolder(path)
		}
		return &ExistsError{path}
	}
	if err != nil {
		return unwritable(path, err)
	}
	if err := errors.Join(fill(file, content), lasting.FlushFolder(filepath.Dir(path))); err != nil {
		os.Remove(path)
		return &Error{fmt.Sprintf("writing %q failed: %v; nothing was left behind", path, db.Reason(err)), "check the disk, then try again"}
	}
	return nil
}

// Overwrite puts a file in the place of the one that is there, if any. The new
// one is written beside it first: a disk that is full takes nothing away.
func Overwrite(path, content string) error {
	real := path
	if led, err := filepath.EvalSymlinks(path); err == nil {
		real = led
	}
	info, err := os.Stat(real)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return New(path, content)
	case err != nil:
		return unwritable(path, err)
	case info.IsDir():
		return isFolder(path)
	case !info.Mode().IsRegular():
		return writeInto(path, content)
	}
	if err := replace(real, content, info.Mode().Perm()); err != nil {
		return &Error{fmt.Sprintf("%q cannot be replaced: %v; it was left as it is", path, db.Reason(err)),
			"check the disk and the folder, or write to another one"}
	}
	return nil
}

// replace keeps the permissions of the file it replaces.
func replace(path, content string, mode fs.FileMode) error {
	return lasting.Replace(path, func(temp *os.File) error {
		_, err := temp.WriteString(content)
		return errors.Join(err, temp.Chmod(mode))
	})
}

// writeInto writes to a device or a pipe, which must stay what it is.
func writeInto(path, content string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return unwritable(path, err)
	}
	_, err = file.WriteString(content)
	if err := errors.Join(err, file.Close()); err != nil {
		return &Error{fmt.Sprintf("writing %q failed: %v; not all of it was written", path, db.Reason(err)), "check what it leads to, then try again"}
	}
	return nil
}

// fill writes the content, sees it to the disk and closes the file.
func fill(file *os.File, content string) error {
	_, err := file.WriteString(content)
	return errors.Join(err, file.Sync(), file.Close())
}
