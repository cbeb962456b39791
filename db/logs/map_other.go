//go:build !unix

package logs

import (
	"io"
	"os"
)

// mapped is what a file holds, read as a whole.
func mapped(file *os.File) (data []byte, unmap func() error, err error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, nil, err
	}
	data, err = io.ReadAll(file)
	return data, nil, err
}
