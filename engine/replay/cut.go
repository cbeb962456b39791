package replay

import "bytes"

// isRow reports whether a line is as most are: not empty, and with as many fields as there are
// columns. Of the commas its own would be those from the first to before the last.
func (m *marks) isRow(first, last int, start, end uint32) bool {
	return last <= m.commas.n &&
		(last == m.commas.n || m.commas.at[last] > end) &&
		(last > first && m.commas.at[last-1] < end || last == first && end-start > 1)
}

// cut cuts the next records at their marks, as many as there is room for, until one is not as
// records mostly are.
func (s *splitter) cut(records []record) (n int) {
	m, more := s.marks, len(s.table.slots)-1
	for n < len(records) && m.ready(s) {
		start, first := uint32(s.at), m.commas.next
		for ; n < len(records) && m.lines.next < m.lines.n; n++ {
			end, last := m.lines.at[m.lines.next], first+more
			if !m.isRow(first, last, start, end) {
				m.behind(s, start, first)
				return n
			}
			r := &records[n]
			r.at, r.plain, r.text = s.base+int(start), m.plain, s.text[start:end]
			s.fields(r, m.commas.at[first:last], start)
			start, first = end+1, last
			m.lines.next++
		}
		m.behind(s, start, first)
	}
	return n
}

// behind goes on at a record with its first comma.
func (m *marks) behind(s *splitter, at uint32, first int) {
	s.at, m.at, m.commas.next = int(at), int(at), first
}

// fields notes where the fields of a record stand, whose commas are given.
func (s *splitter) fields(r *record, commas []uint32, start uint32) {
	slots := s.table.slots[:len(commas)+1]
	from := uint32(0)
	for column, comma := range commas {
		to := comma - start
		r.fields[slots[column]%(maxFields+1)] = span{from, to}
		from = to + 1
	}
	to := uint32(len(r.text))
	if to > from && r.text[to-1] == '\r' {
		to--
	}
	r.fields[slots[len(commas)]%(maxFields+1)] = span{from, to}
}

// skip goes over the next records as long as a field is empty, if that can be told by their
// marks.
func (s *splitter) skip(field uint8) {
	m, column, more := s.marks, bytes.IndexByte(s.table.slots, field), len(s.table.slots)-1
	if column <= 0 || column == more {
		return
	}
	for m.ready(s) {
		start, first := uint32(s.at), m.commas.next
		for m.lines.next < m.lines.n {
			end, last := m.lines.at[m.lines.next], first+more
			if !m.isRow(first, last, start, end) || m.commas.at[first+column-1]+1 != m.commas.at[first+column] {
				m.behind(s, start, first)
				return
			}
			start, first = end+1, last
			m.lines.next++
		}
		m.behind(s, start, first)
	}
}
