package replay

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
	narrow bool // they are not to be listed a block at once, even if they can be
}

// places are positions in rising order.
type places struct {
	at   [stretchSize + 8]uint32 // with room for what is written in vain
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
	if canWide && !m.narrow {
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
