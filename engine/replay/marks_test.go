package replay

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestMarks holds the marks of texts of all lengths to a look at each byte, found in each of
// the ways that this processor can.
func TestMarks(t *testing.T) {
	if !canMark {
		t.Skip("this processor finds no marks")
	}
	testMarks(t, &marks{})
	testMarks(t, &marks{narrow: true})
}

func testMarks(t *testing.T, m *marks) {
	r := rand.New(rand.NewPCG(1, 2))
	kinds := []string{"abc,\n", "abc,\n", ",,,,,\n", "a,\n\"", "a,\r\n", "ab,\n\x7f", "a,\né", "\x00,\n", "xyz", "é\x80\xff"}
	for n := range 3_000 {
		kind := kinds[n%len(kinds)]
		text := make([]byte, 1+r.IntN(1+n*stretchSize/2_500))
		for i := range text {
			text[i] = kind[r.IntN(len(kind))]
		}
		from := r.IntN(len(text))
		m.look(text, from)
		to := min(len(text), from+stretchSize)
		var commas, lines []uint32
		quotes, plain := false, true
		for i := from; i < to; i++ {
			switch c := text[i]; {
			case c == ',':
				commas = append(commas, uint32(i))
			case c == '\n':
				lines = append(lines, uint32(i))
			case c == '"':
				quotes = true
			case c < ' ' || c >= 0x7f:
				plain = false
			}
		}
		if !slices.Equal(m.commas.at[:m.commas.n], commas) || !slices.Equal(m.lines.at[:m.lines.n], lines) || m.quotes != quotes || m.plain != plain {
			t.Fatalf("%q from %d: commas %v, lines %v, quotes %t, plain %t; want %v, %v, %t, %t", text, from,
				m.commas.at[:m.commas.n], m.lines.at[:m.lines.n], m.quotes, m.plain, commas, lines, quotes, plain)
		}
	}
}

// TestMarksCut: rows as logs mostly have them are cut at their marks, and not by the slow
// way, which would give the same.
func TestMarksCut(t *testing.T) {
	if !canMark {
		t.Skip("this processor finds no marks")
	}
	text := []byte(strings.Repeat("1,2026-01-05T10:00:00Z,anna,,10.0.0.1,jim,click\n", 1_000))
	table := &table{Source: Source{Data: text}, slots: []uint8{0, 1, 2, 3, 4, 5, 6}}
	s := table.marked(text, 0, &marks{})
	records := make([]record, 2_000)
	if n := s.cut(records); n != 1_000 {
		t.Fatalf("%d rows are cut", n)
	}
	for _, r := range records[:1_000] {
		if !r.plain || string(r.field(touchPartner)) != "jim" || len(r.field(touchCookie)) != 0 {
			t.Fatalf("at %d: %q", r.at, r.text)
		}
	}
	if s.at != len(text) {
		t.Errorf("it ends at %d of %d", s.at, len(text))
	}
}
