package logs

import (
	"bufio"
	"compress/gzip"
	"errors"
	"io"
)

// errBehind is that a compressed file goes on behind its end, with something else.
var errBehind = errors.New("something else stands behind its end")

// gzipped unpacks what was compressed in one go or in several, one behind the other. Zeros at
// the end, which tapes and blocks are filled up with, are left out.
type gzipped struct {
	from *bufio.Reader
	one  *gzip.Reader
}

func newGzipped(from io.Reader) (*gzipped, error) {
	g := &gzipped{from: bufio.NewReaderSize(from, 1<<16)}
	if _, err := g.from.Peek(1); err == io.EOF {
		return nil, io.ErrUnexpectedEOF // nothing at all: not even the beginning of one
	}
	var err error
	if g.one, err = gzip.NewReader(g.from); err != nil {
		return nil, err
	}
	g.one.Multistream(false)
	return g, nil
}

// Read returns errBehind for what is not compressed.
func (g *gzipped) Read(p []byte) (int, error) {
	n, err := g.one.Read(p)
	if err == io.EOF {
		err = g.another()
	}
	return n, err
}

// another begins the next one, or returns io.EOF.
func (g *gzipped) another() error {
	for {
		next, err := g.from.Peek(1)
		if err != nil {
			return err
		}
		if next[0] != 0 {
			break
		}
		g.from.Discard(1)
	}
	switch err := g.one.Reset(g.from); {
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, io.ErrUnexpectedEOF):
		return errBehind
	case err != nil:
		return err
	}
	g.one.Multistream(false)
	return nil
}
