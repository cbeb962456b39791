package replay

import "bytes"

// maxFields is how many columns of a file are looked at, at most.
const maxFields = 7

// nameOfAddress is one more field, for what an address is looked up by.
const nameOfAddress = maxFields

// record is one row of a file: the fields that are looked at.
type record struct {
	at     int // where it begins in the file
	fields [maxFields + 1][]byte
}

// splitter takes a piece of a file apart into records. Without quotes in sight it
// cuts at line ends and commas; a record with a quote goes the exact way of
// quoted.go. Both agree with encoding/csv, but for rows that are too long and quotes
// that are never closed, which cost one line and not the rest.
type splitter struct {
	table  *table
	text   []byte // begins and ends with a record
	base   int    // where it begins in the file
	at     int    // where the next record begins in text
	quotes quotes
	spare  []byte // text of fields that had to be unquoted
}

func (t *table) split(text []byte, base int) splitter {
	return splitter{table: t, text: text, base: base}
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

// next reads the next record. A bad one has a fault: what is wrong with it. The
// fields are valid until the text is not, or spare is reused.
func (s *splitter) next(r *record) (fault fault, more bool) {
	for s.at < len(s.text) {
		start, end := s.at, len(s.text)
		if i := bytes.IndexByte(s.text[start:], '\n'); i >= 0 {
			end = start + i
		}
		r.at = s.base + start
		if s.quotes.before(s.text, end) {
			fault = s.quoted(r)
			s.quotes.from(s.at)
			return fault, true
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
	return fault, false
}

// plain cuts a line without quotes at its commas.
func (s *splitter) plain(line []byte, r *record) fault {
	if len(line) > MaxRow {
		return faultLong
	}
	slots := s.table.slots
	for column := range slots {
		end := bytes.IndexByte(line, ',')
		field := line
		if end >= 0 {
			field = line[:end]
		}
		if slot := slots[column]; slot >= 0 {
			r.fields[slot] = field
		}
		if end < 0 {
			if column != len(slots)-1 {
				return faultColumns
			}
			return fault{}
		}
		line = line[end+1:]
	}
	return faultColumns
}
