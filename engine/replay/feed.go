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

// feed hands a file out piece by piece, to several goroutines.
type feed struct {
	table *table
	size  int // how large pieces are, about

	mu    sync.Mutex
	next  piece
	quote int // the next quote at or behind next.from
}

const pieceSize = 1 << 20

func newFeed(t *table, size int) *feed {
	f := &feed{table: t, size: size, next: piece{from: t.body, to: t.body}}
	f.quote = t.quoteFrom(t.body)
	return f
}

// quoteFrom is where the next quote stands, the end of the file if there is none.
func (t *table) quoteFrom(at int) int {
	if i := bytes.IndexByte(t.Data[at:], '"'); i >= 0 {
		return at + i
	}
	return len(t.Data)
}

// take is the next piece, or ok false at the end.
func (f *feed) take() (p piece, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.next.from >= len(f.table.Data) {
		return piece{}, false
	}
	p = f.next
	p.to = f.cut(p.from)
	f.next = piece{number: p.number + 1, from: p.to}
	return p, true
}

// cut finds the first end of a record about a piece's size away. Line breaks within
// quotes end no record, so records with quotes are read through.
func (f *feed) cut(from int) int {
	data, target := f.table.Data, from+f.size
	for at := from; ; {
		if target >= len(data) {
			return len(data)
		}
		end := target + lineLength(data[target:])
		if f.quote >= end {
			return end
		}
		line := at + bytes.LastIndexByte(data[at:f.quote], '\n') + 1
		s := splitter{table: f.table, text: data[line:], quote: f.quote - line}
		s.quoted(&record{})
		at = line + s.at
		f.quote = f.table.quoteFrom(at)
		target = max(target, at)
	}
}
