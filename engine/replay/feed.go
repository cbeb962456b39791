package replay

import (
	"bytes"
	"sync"
)

// piece is a part of a file that begins and ends with a record.
type piece struct {
	number   int // from 0, in the order of the file
	from, to int
}

// feed hands a file out piece by piece, to several goroutines. Each looks at a window
// of the file by itself; where the records in it begin and end is settled in turn.
type feed struct {
	table *table
	size  int // how large pieces are, about

	mu    sync.Mutex
	moved *sync.Cond
	given int // windows given out
	turn  int // the next whose piece is settled
	next  int // where that piece begins
	err   error
}

const (
	pieceSize = 1 << 20
	beyondEnd = 1 << 12 // how far a window looks for the end of its last record
)

func newFeed(t *table, size int) *feed {
	f := &feed{table: t, size: size, next: t.body}
	f.moved = sync.NewCond(&f.mu)
	return f
}

// take is the next piece, which may be empty, and its text; ok is false at the end.
// The text is valid until the buffer is used again.
func (f *feed) take(buffer *[]byte) (p piece, text []byte, ok bool, err error) {
	f.mu.Lock()
	p = piece{number: f.given, from: f.table.body + f.given*f.size}
	if f.given++; f.err != nil || p.from >= len(f.table.Data) {
		defer f.mu.Unlock()
		return p, nil, false, f.err
	}
	f.mu.Unlock()
	base, target := p.from, min(p.from+f.size, len(f.table.Data))
	window, quoted, err := f.look(base, min(target+beyondEnd, len(f.table.Data)), buffer)
	if p.from, p.to, err = f.settle(p.number, target, func(from int) int {
		if end := bytes.IndexByte(window[target-base:], '\n'); !quoted && end >= 0 {
			return target + end + 1
		}
		return f.table.cut(from, target)
	}, err); err != nil {
		return p, nil, false, err
	}
	if p.to > base+len(window) {
		return p, f.table.Data[p.from:p.to], true, nil
	}
	return p, window[p.from-base : p.to-base], true, nil
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

// settle waits until all pieces before are settled, and finds where this one begins
// and ends. A piece is empty if a record from before reaches over all of its window.
func (f *feed) settle(number, target int, cut func(from int) int, err error) (from, to int, _ error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for f.turn < number && f.err == nil {
		f.moved.Wait()
	}
	defer f.moved.Broadcast()
	f.turn++
	if f.err == nil {
		f.err = err
	}
	from = f.next
	if f.err == nil && from < target {
		f.err = Guarded(func() error { f.next = cut(from); return nil }) // or the others would wait for ever
	}
	return from, f.next, f.err
}

// cut finds the first end of a record from a target on, given where some record
// before it begins. Line breaks within quotes end no record, so records with quotes are
// read through.
func (t *table) cut(from, target int) int {
	quotes := quotes{clear: from}
	for at := from; ; {
		if target >= len(t.Data) {
			return len(t.Data)
		}
		end := target + lineLength(t.Data[target:])
		if !quotes.before(t.Data, end) {
			return end
		}
		line := at + bytes.LastIndexByte(t.Data[at:quotes.clear], '\n') + 1
		s := t.split(t.Data[line:], line)
		s.quoted(&record{})
		at = line + s.at
		quotes.from(at)
		target = max(target, at)
	}
}
