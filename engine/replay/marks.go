package replay

import "bytes"

// stretch of text that is looked at together: small enough to be still at hand when it
// is cut.
const stretchSize = 1 << 13

// marks are where commas and line ends stand in a stretch of text. Finding all of them
// at once takes a fraction of the time of finding one after the other; where the
// processor cannot do it, and where there are quotes, the splitter finds them itself.
type marks struct {
	at     int    // where the record begins that is next by the marks
	quotes bool   // there is one in the stretch
	plain  bool   // nothing in it but printable ASCII and line feeds
	commas places // counted from the beginning of the text
	lines  places
	masks  [2][stretchSize / 64]uint64 // a bit for each byte
	tail   [64]byte
}

// places are positions in rising order.
type places struct {
	at   [stretchSize + 64]uint32 // with room for what is written in vain
	n    int
	next int // the first that is not used up
}

// look looks at a stretch of the text. There must be some, and it must be less than 4 GiB.
func (m *marks) look(text []byte, from int) {
	to := min(len(text), from+stretchSize)
	m.commas.n, m.commas.next, m.lines.n, m.lines.next = 0, 0, 0, 0
	found, end := uint32(0), from+(to-from)/64*64
	if from < end {
		found = m.scan(&text[from], end-from, from)
	}
	if end < to {
		for i := copy(m.tail[:], text[end:to]); i < len(m.tail); i++ {
			m.tail[i] = ' '
		}
		found |= m.scan(&m.tail[0], len(m.tail), end)
	}
	m.quotes, m.plain = found&foundQuote != 0, found&foundOdd == 0
}

// scan adds what stands in some bytes, of which there are 64 or a multiple of it, and which
// begin somewhere in the text.
func (m *marks) scan(some *byte, length, at int) (found uint32) {
	commas, lines := m.commas.end(), m.lines.end()
	if canWide {
		n, k, found := scanWide(some, length/64, at, commas, lines)
		m.commas.n, m.lines.n = m.commas.n+n, m.lines.n+k
		return found
	}
	found = findMarks(some, length/64, &m.masks[0][0], &m.masks[1][0])
	m.commas.n += listMarks(&m.masks[0][0], length/64, at, commas)
	m.lines.n += listMarks(&m.masks[1][0], length/64, at, lines)
	return found
}

// What findMarks finds besides.
const (
	foundQuote = 1 << iota
	foundOdd   // a control character other than a line feed, or no ASCII
)

// end is where the next is written.
func (p *places) end() *uint32 { return &p.at[p.n] }

// since leaves out what stands before a position.
func (p *places) since(at int) {
	for p.next < p.n && int(p.at[p.next]) < at {
		p.next++
	}
}

// ready sees to it that the next record's line end is at hand. It is false if there is none
// in the stretch.
func (m *marks) ready(s *splitter) bool {
	if m == nil {
		return false
	}
	if m.at != s.at { // a record was read without marks
		m.lines.since(s.at)
		m.commas.since(s.at)
	}
	if m.lines.next == m.lines.n && s.at < len(s.text) {
		m.look(s.text, s.at)
	}
	return m.lines.next < m.lines.n && !m.quotes
}

// isRow reports whether all is as it mostly is: a line with as many fields as there are
// columns. Its commas are given from the first to the first that is another row's, and it
// is not empty.
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
