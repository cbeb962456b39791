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

	mu     sync.Mutex
	next   piece
	quotes quotes
}

const pieceSize = 1 << 20

func newFeed(t *table, size int) *feed {
	return &feed{table: t, size: size, next: piece{from: t.body}, quotes: quotes{clear: t.body}}
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
		if !f.quotes.before(data, end) {
			return end
		}
		line := at + bytes.LastIndexByte(data[at:f.quotes.clear], '\n') + 1
		s := f.table.split(data[line:], line)
		s.quoted(&record{})
		at = line + s.at
		f.quotes.from(at)
		target = max(target, at)
	}
}
