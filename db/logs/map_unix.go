//go:build unix

package logs

import (
	"os"

	"golang.org/x/sys/unix"
)

// mapped is what a file holds, and how to give it back.
func mapped(file *os.File) (data []byte, unmap func() error, err error) {
	info, err := file.Stat()
	if err != nil || info.Size() == 0 {
		return nil, nil, err
	}
	data, err = unix.Mmap(int(file.Fd()), 0, int(info.Size()), unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		return nil, nil, err
	}
	return data, func() error { return unix.Munmap(data) }, nil
}
