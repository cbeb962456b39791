package replay

// Source is one file of a log, as it was mapped or read. Whoever opened it closes
// it, once the load and what came of it are not used any more.
type Source struct {
	Name string
	Data []byte
	// Done is told which part of Data has been read and is not needed soon, so
	// that mapped pages can be given back. It may be nil, and is called by several
	// goroutines.
	Done func(from, to int)
}

func (s Source) done(from, to int) {
	if s.Done != nil {
		s.Done(from, to)
	}
}

// Limits of a row, as for every import.
const (
	MaxRow     = 1 << 20 // bytes
	MaxColumns = 200
)
