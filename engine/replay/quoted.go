package replay

import "bytes"

// quoted reads a record the way encoding/csv does, quotes and line breaks within
// them included. One that is bad for its quotes costs its first line only: the others are rows
// by themselves. So is one of very many lines that has not as many columns as there are:
// rather than a long note that is somewhere else amiss, it is two quotes too many.
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
			return q.end(f)
		}
	}
}

// end is what is wrong with the record once all of it has been read.
func (q *quotedRecord) end(f fault) fault {
	q.record.text, q.looked = q.spare[q.spared:], q.at
	switch columns := len(q.table.slots); {
	case f != fault{}:
	case q.at-q.start > MaxRow:
		f = faultLong
	case q.column == columns:
		return f
	default:
		if f = faultColumns(q.column, columns); q.lines > 1 {
			f = faultLines(f, q.lines)
		}
		if q.lines <= noteLines {
			return f
		}
	}
	first := q.start + lineLength(q.text[q.start:])
	if first < q.at && f != faultLong {
		f = faultOpen
	}
	q.at = first
	return f
}

// noteLines is how many lines a row may have whose quotes are taken at their word although it
// has not as many columns as there are.
const noteLines = 20

// quotedRecord is a record being read line by line.
type quotedRecord struct {
	*splitter
	record *record
	start  int
	spared int    // how much was in spare before it
	lines  int    // how many have been looked at
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
	q.lines++
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
