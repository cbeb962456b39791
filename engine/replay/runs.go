package replay

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"slices"
)

// framed puts in front of a sale's rows, which stand in a text from somewhere on, where
// the sale stands in the file, and how long they are.
func framed(text []byte, from int, place int64) []byte {
	var room [2 * binary.MaxVarintLen64]byte
	head := binary.AppendUvarint(room[:0], uint64(place))
	head = binary.AppendUvarint(head, uint64(len(text)-from))
	return slices.Insert(text, from, head...)
}

// Merge writes the commissions of all parts of a log, which [Load.Settle] wrote as a run
// each, in order of their sales. It returns the errors of w and of the runs.
func Merge(w io.Writer, several ...io.Reader) error {
	var all runs
	for _, one := range several {
		r := &run{from: bufio.NewReaderSize(one, max(1<<12, 1<<21/len(several)))}
		more, err := r.next()
		if err != nil {
			return err
		}
		if more {
			all = append(all, r)
		}
	}
	for len(all) > 0 {
		i := all.first()
		if err := all[i].write(w); err != nil {
			return err
		}
		more, err := all[i].next()
		if err != nil {
			return err
		}
		if !more {
			all = slices.Delete(all, i, i+1)
		}
	}
	return nil
}

// runs are few: there is one for each part.
type runs []*run

// first is the run with the first sale.
func (r runs) first() (first int) {
	for i := range r {
		if r[i].place < r[first].place {
			first = i
		}
	}
	return first
}

// run is the rows of a part, of which the next sale's are to be written.
type run struct {
	from          *bufio.Reader
	place, length uint64
	room          []byte
}

// next goes on to the next sale.
func (r *run) next() (more bool, err error) {
	if r.place, err = binary.ReadUvarint(r.from); errors.Is(err, io.EOF) {
		return false, nil
	}
	if err == nil {
		r.length, err = binary.ReadUvarint(r.from)
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF // it must not end here
	}
	return err == nil, err
}

func (r *run) write(w io.Writer) error {
	r.room = slices.Grow(r.room[:0], int(r.length))[:r.length]
	if _, err := io.ReadFull(r.from, r.room); err != nil {
		return err
	}
	_, err := w.Write(r.room)
	return err
}
