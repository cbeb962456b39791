package lasting

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// Beside is what files are called before they have their names, as [os.CreateTemp]
// takes it.
const Beside = ".referee-*.new"

// Replace has a file written beside a path, flushes it, and gives it the path at once.
// Whatever goes wrong, what was there stays, but for an error of the folder: then the
// new file is in its place, and a power cut may yet undo that.
func Replace(path string, write func(*os.File) error) error {
	temp, err := os.CreateTemp(filepath.Dir(path), Beside)
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // gone already if all went well
	if err := errors.Join(write(temp), temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return err
	}
	return FlushFolder(filepath.Dir(path))
}

// FlushFolder makes new names in a folder last. Systems that cannot flush a folder
// write names down without being asked.
func FlushFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
