package replay

import (
	"bytes"
	"fmt"
)

// quoted reads a record the way encoding/csv does, quotes and line breaks within
// them included. A bad record ends with the line in which it went wrong.
func (s *splitter) quoted(r *record) fault {
	q := quotedRecord{splitter: s, record: r, start: s.at, spared: len(s.spare)}
	q.nextLine()
	for {
		var f fault
		if len(q.line) > 0 && q.line[0] == '"' {
			f = q.quotedField()
		} else {
			f = q.bareField()
		}
		if f != (fault{}) || q.over {
			if f == faultLong || f == faultOpen {
				s.at = q.start + lineLength(s.text[q.start:]) // an open quote must not swallow the rest
			}
			r.text = s.spare[q.spared:]
			return q.judged(f)
		}
	}
}

// judged is what is wrong with the record once all of it has been read. One that quotes make
// reach over several lines has most likely swallowed some that are rows by themselves.
func (q *quotedRecord) judged(f fault) fault {
	switch columns := len(q.table.slots); {
	case f == (fault{}) && q.at-q.start > MaxRow:
		return faultLong
	case f == (fault{}) && q.column != columns:
		f = faultColumns(q.column, columns)
	case f != faultQuote:
		return f
	}
	if lines := bytes.Count(q.text[q.start:max(q.start, q.at-1)], []byte{'\n'}) + 1; lines > 1 {
		return fault{fmt.Sprintf("%s, and quotes make it one of %d lines", f.what, lines), "look for a quote that is not closed, or does not belong there"}
	}
	return f
}

// quotedRecord is a record being read line by line.
type quotedRecord struct {
	*splitter
	record *record
	start  int
	spared int    // how much was in spare before it
	line   []byte // what is left of the line, without its end
	ended  bool   // the line had an end; else it is the file's last
	column int    // of the field being read
	over   bool   // the record has ended
}

func lineLength(text []byte) int {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i + 1
	}
	return len(text)
}

// nextLine takes the next line up. A carriage return before its end, or before
// the end of the file, belongs to the end.
func (q *quotedRecord) nextLine() {
	n := lineLength(q.text[q.at:])
	line := q.text[q.at : q.at+n]
	q.at += n
	q.ended = n > 0 && line[n-1] == '\n'
	if q.ended {
		line = line[:n-1]
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	q.line = line
}

func (q *quotedRecord) bareField() fault {
	end := bytes.IndexByte(q.line, ',')
	field := q.line
	if end >= 0 {
		field = q.line[:end]
	}
	if bytes.IndexByte(field, '"') >= 0 {
		return faultQuote
	}
	from := len(q.spare)
	q.spare = append(q.spare, field...)
	q.take(from)
	if end < 0 {
		q.over = true
		return fault{}
	}
	q.line = q.line[end+1:]
	return fault{}
}

func (q *quotedRecord) quotedField() fault {
	q.line = q.line[1:]
	from := len(q.spare)
	for {
		i := bytes.IndexByte(q.line, '"')
		if i < 0 {
			q.spare = append(q.spare, q.line...)
			if !q.ended {
				return faultOpen
			}
			q.spare = append(q.spare, '\n')
			if q.at-q.start > MaxRow {
				return faultLong
			}
			q.nextLine()
			if len(q.line) == 0 && !q.ended {
				return faultOpen
			}
			continue
		}
		q.spare = append(q.spare, q.line[:i]...)
		q.line = q.line[i+1:]
		switch {
		case len(q.line) == 0:
			q.take(from)
			q.over = true
			return fault{}
		case q.line[0] == '"':
			q.spare = append(q.spare, '"')
			q.line = q.line[1:]
		case q.line[0] == ',':
			q.take(from)
			q.line = q.line[1:]
			return fault{}
		default:
			return faultQuote
		}
	}
}

// take is the end of a field, which stands in spare from somewhere on.
func (q *quotedRecord) take(from int) {
	if q.column < len(q.table.slots) {
		q.record.fields[q.table.slots[q.column]] = span{uint32(from - q.spared), uint32(len(q.spare) - q.spared)}
	}
	q.column++
}
