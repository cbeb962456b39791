package replay

// stretch of text that is looked at together: small enough to be still at hand when it
// is cut.
const stretchSize = 1 << 13

// marks are where commas and line ends stand in a stretch of text. Finding all of them
// at once takes a fraction of the time of finding one after the other; where the
// processor cannot do it, and where there are quotes, the splitter finds them itself.
type marks struct {
	from, to int    // the stretch
	quotes   bool   // there is one in it
	plain    bool   // nothing in it but printable ASCII and line feeds
	commas   places // counted from the beginning of the text
	lines    places
	masks    [2][stretchSize / 64]uint64 // a bit for each byte
	tail     [64]byte
}

// places are positions in rising order.
type places struct {
	at   [stretchSize + 8]uint32 // with room for what is written in vain
	n    int
	next int // the first that is not used up
}

// look looks at a stretch of the text. There must be some, and it must be less than 4 GiB.
func (m *marks) look(text []byte, from int) {
	m.from, m.to = from, min(len(text), from+stretchSize)
	blocks := (m.to - from) / 64
	found := uint32(0)
	if blocks > 0 {
		found = findMarks(&text[from], blocks, &m.masks[0][0], &m.masks[1][0])
	}
	if rest := text[from+blocks*64 : m.to]; len(rest) > 0 {
		for i := copy(m.tail[:], rest); i < len(m.tail); i++ {
			m.tail[i] = ' '
		}
		found |= findMarks(&m.tail[0], 1, &m.masks[0][blocks], &m.masks[1][blocks])
		blocks++
	}
	m.quotes, m.plain = found&foundQuote != 0, found&foundOdd == 0
	m.commas.n, m.commas.next = listMarks(&m.masks[0][0], blocks, from, &m.commas.at[0]), 0
	m.lines.n, m.lines.next = listMarks(&m.masks[1][0], blocks, from, &m.lines.at[0]), 0
}

// What findMarks finds besides.
const (
	foundQuote = 1 << iota
	foundOdd   // a control character other than a line feed, or no ASCII
)

// since leaves out what stands before a position.
func (p *places) since(at int) {
	for p.next < p.n && int(p.at[p.next]) < at {
		p.next++
	}
}

// cut cuts the next record at its marks, if all is as it mostly is: a line without
// quotes, with as many fields as there are columns.
func (s *splitter) cut(r *record) bool {
	m := s.marks
	m.lines.since(s.at)
	if m.lines.next == m.lines.n {
		if s.at >= len(s.text) {
			return false
		}
		m.look(s.text, s.at)
		if m.lines.n == 0 {
			return false
		}
	}
	m.commas.since(s.at)
	end, columns := int(m.lines.at[m.lines.next]), len(s.table.slots)-1
	last := m.commas.next + columns // the first comma that is not this row's
	switch {
	case m.quotes, last > m.commas.n, last < m.commas.n && int(m.commas.at[last]) < end:
		return false
	case columns > 0 && int(m.commas.at[last-1]) > end, columns == 0 && end-s.at < 2:
		return false
	}
	start, from := s.at, 0
	r.at, r.plain, r.text = s.base+start, m.plain, s.text[start:end]
	for column, comma := range m.commas.at[m.commas.next:last] {
		to := int(comma) - start
		if slot := s.table.slots[column]; slot >= 0 {
			r.fields[slot] = span{uint32(from), uint32(to)}
		}
		from = to + 1
	}
	to := end - start
	if to > from && r.text[to-1] == '\r' {
		to--
	}
	if slot := s.table.slots[columns]; slot >= 0 {
		r.fields[slot] = span{uint32(from), uint32(to)}
	}
	s.at = end + 1
	m.commas.next, m.lines.next = last, m.lines.next+1
	return true
}
