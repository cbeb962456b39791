package replay

import (
	"bytes"
	"sync/atomic"
)

// piece is a part of a file that begins and ends with a record.
type piece struct {
	number   int // from 0, in the order of the file
	from, to int
}

// feed hands a part of a file out piece by piece, to several goroutines. Each looks at
// a window of the file by itself; where the records in it begin and end is settled in
// turn.
type feed struct {
	table *table
	all   piece
	size  int // how large pieces are, about

	given atomic.Int64 // windows given out
	turns *turns
	next  int // where the next piece begins
}

const (
	pieceSize = 1 << 17
	beyondEnd = 1 << 12 // how far a window looks for the end of its last record
)

func newFeed(t *table, all piece, size int) *feed {
	return &feed{table: t, all: all, size: size, turns: newTurns(), next: all.from}
}

// take is the next piece, which may be empty, and its text; ok is false at the end.
// The text is valid until the buffer is used again.
func (f *feed) take(buffer *[]byte) (p piece, text []byte, ok bool, err error) {
	p.number = int(f.given.Add(1)) - 1
	from := f.all.from + p.number*f.size
	if from >= f.all.to {
		return p, nil, false, nil
	}
	target := min(from+f.size, f.all.to)
	window, quoted, err := f.look(from, min(target+beyondEnd, f.all.to), buffer)
	ok, err = f.turns.wait(p.number, err, func() error {
		if p.from = f.next; f.next < target { // else a record from before reaches over the whole window
			f.next = f.end(target, window, from, quoted)
		}
		p.to = f.next
		return nil
	})
	switch {
	case !ok:
		return p, nil, false, err
	case p.to > from+len(window):
		return p, f.table.Data[p.from:p.to], true, nil
	}
	return p, window[p.from-from : p.to-from], true, nil
}

// look reads a window, and reports whether there is a quote in it.
func (f *feed) look(from, to int, buffer *[]byte) (window []byte, quoted bool, err error) {
	err = Guarded(func() (err error) {
		window, err = f.table.read(from, to, buffer)
		quoted = bytes.IndexByte(window, '"') >= 0
		return err
	})
	return window, quoted, err
}

// end is the first end of a record from a target on, given a window from somewhere before
// that: what is mapped is only looked at where the window does not tell.
func (f *feed) end(target int, window []byte, from int, quoted bool) int {
	if target == f.all.to {
		return target
	}
	if end := bytes.IndexByte(window[target-from:], '\n'); !quoted && end >= 0 {
		return target + end + 1
	}
	if end, known := f.table.cut(window, f.next-from, target-from, from+len(window) == f.all.to); known {
		return from + end
	}
	end, _ := f.table.cut(f.table.Data, f.next, target, true)
	return min(end, f.all.to)
}

// cut finds the first end of a record from a target on in a text, given where some record
// before it begins. Line breaks within quotes end no record, so records with quotes are
// read through. If the text is not all there is, its end may not be known.
func (t *table) cut(text []byte, from, target int, all bool) (end int, known bool) {
	quotes := quotes{clear: from}
	for at := from; ; {
		if target >= len(text) {
			return len(text), all
		}
		end := target + lineLength(text[target:])
		if !quotes.before(text, end) {
			return end, all || end < len(text)
		}
		line := at + bytes.LastIndexByte(text[at:quotes.clear], '\n') + 1
		s := t.split(text[line:], line)
		f := s.quoted(&record{})
		if at = line + s.at; !all && (f == faultOpen || line+s.looked >= len(text)) {
			return 0, false
		}
		if at >= target {
			return at, true
		}
		quotes.from(at)
	}
}
