package replay

import (
	"bytes"
	"math"
)

// maxFields is how many columns of a file are looked at, at most.
const maxFields = 7

// unread is where columns go that are not looked at.
const unread = maxFields

// record is one row of a file: the fields that are looked at.
type record struct {
	at     int  // where it begins in the file
	plain  bool // it is printable ASCII; else it may be or not
	text   []byte
	fields [maxFields + 1]span
}

// span is where a field stands in the text of its record. It holds no pointer, and is a
// third of what would: records are at hand while they fit beside the processor.
type span struct{ from, to uint32 }

func (r *record) field(i int) []byte {
	f := r.fields[i]
	return r.text[f.from:f.to]
}

// splitter takes a piece of a file apart into records. Without quotes in sight it
// cuts at line ends and commas; a record with a quote goes the exact way of
// quoted.go. Both agree with encoding/csv, but for what a stray quote makes one bad row of:
// that costs one line and not the rest.
type splitter struct {
	table  *table
	text   []byte // begins and ends with a record
	base   int    // where it begins in the file
	at     int    // where the next record begins in text
	looked int    // how far the last record with quotes was looked at
	quotes quotes
	spare  []byte // text of records that had to be unquoted
	keeps  bool   // it stays until all records have been read
	marks  *marks // nil if records are not read many at a time
}

func (t *table) split(text []byte, base int) splitter {
	return splitter{table: t, text: text, base: base}
}

// marked reads the records of a text, many at a time ([rowBatch]), with the help of marks.
func (t *table) marked(text []byte, base int, m *marks) splitter {
	s := t.split(text, base)
	if canMark && len(text) < math.MaxUint32 {
		m.at, m.lines.n, m.lines.next, m.commas.n, m.commas.next = 0, 0, 0, 0, 0
		s.marks = m
	}
	return s
}

// quotes looks for quotes in a text, a stretch ahead of what is being read and no
// further: a file need not be in memory to be taken apart.
type quotes struct {
	clear int  // there is none before here
	found bool // one stands here
}

const ahead = 1 << 16

// before reports whether a quote stands before an end.
func (q *quotes) before(text []byte, end int) bool {
	for !q.found && q.clear < end {
		next := min(len(text), max(end, q.clear+ahead))
		if i := bytes.IndexByte(text[q.clear:next], '"'); i >= 0 {
			q.clear, q.found = q.clear+i, true
		} else {
			q.clear = next
		}
	}
	return q.found && q.clear < end
}

// from goes on behind a quote.
func (q *quotes) from(at int) { *q = quotes{clear: at} }

// release gives up the records that have been read.
func (s *splitter) release() {
	if !s.keeps {
		s.spare = s.spare[:0]
	}
}

// next reads the next record. A bad one has a fault: what is wrong with it. The
// fields are valid until the text is not, or spare is reused.
func (s *splitter) next(r *record) (f fault, more bool) {
	if f, more = s.search(r); f != (fault{}) {
		*r = record{at: r.at} // it has none of its fields, rather than some of another row
	}
	return f, more
}

// search reads the next record, looking for its ends.
func (s *splitter) search(r *record) (f fault, more bool) {
	r.plain = false
	for s.at < len(s.text) {
		start, end := s.at, len(s.text)
		if i := bytes.IndexByte(s.text[start:], '\n'); i >= 0 {
			end = start + i
		}
		r.at = s.base + start
		if s.quotes.before(s.text, end) {
			f = s.quoted(r)
			s.quotes.from(s.at)
			return f, true
		}
		s.at = end + 1
		line := s.text[start:end]
		if n := len(line); n > 0 && line[n-1] == '\r' {
			line = line[:n-1]
		}
		if len(line) > 0 {
			return s.plain(line, r), true
		}
	}
	return f, false
}

// plain cuts a line without quotes at its commas.
func (s *splitter) plain(line []byte, r *record) fault {
	if len(line) > MaxRow {
		return faultLong
	}
	slots, from := s.table.slots, 0
	bad := func() fault { return faultColumns(bytes.Count(line, []byte{','})+1, len(slots)) }
	r.text = line
	for column := range slots {
		to := len(line)
		end := bytes.IndexByte(line[from:], ',')
		if end >= 0 {
			to = from + end
		}
		r.fields[slots[column]] = span{uint32(from), uint32(to)}
		if end < 0 {
			if column != len(slots)-1 {
				return bad()
			}
			return fault{}
		}
		from = to + 1
	}
	return bad()
}
