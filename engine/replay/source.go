package replay

import "io"

// Source is one file of a log, as it was mapped or read. Whoever opened it closes
// it, once the load and what came of it are not used any more.
type Source struct {
	Name string
	Data []byte
	// At reads the same bytes into memory of one's own. Where Data is mapped, that is
	// several times cheaper than having its pages come and go. It may be nil, and is
	// called by several goroutines. Its error ends the reading.
	At io.ReaderAt
}

// read is some of the data: read into a buffer if it can be, else as it is.
func (s Source) read(from, to int, buffer *[]byte) ([]byte, error) {
	if s.At == nil {
		return s.Data[from:to], nil
	}
	if cap(*buffer) < to-from {
		*buffer = make([]byte, to-from)
	}
	text := (*buffer)[:to-from]
	_, err := s.At.ReadAt(text, int64(from))
	return text, err
}

// Limits of a row, as for every import.
const (
	MaxRow     = 1 << 20 // bytes
	MaxColumns = 200
)
