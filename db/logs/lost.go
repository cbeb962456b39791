package logs

import (
	"errors"
	"io"
	"unsafe"
)

// Lost is the error of whoever could not read at an address, given the error it came
// as: an [*Error] if it is in one of the files, which can become shorter while they
// are mapped, else the error as it is.
func (f *Folder) Lost(address uintptr, err error) error {
	for _, file := range [...]*File{&f.Partners, &f.Touches, &f.Sales} {
		start := uintptr(unsafe.Pointer(unsafe.SliceData(file.Data)))
		if address >= start && address < start+uintptr(len(file.Data)) {
			return file.lost(nil)
		}
	}
	return err
}

// lost is the error of a file that is shorter than it was, or cannot be read.
func (f File) lost(err error) error {
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return &Error{f.Path, "could not be read to its end: it has been cut short since it was opened, or the disk failed",
		"nothing was lost; read the log again once nobody writes to it", err}
}
