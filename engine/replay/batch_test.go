package replay

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestFillTies: of rows that are skipped by their marks, and of those that are not, none is
// left out that ties a browser to somebody; wherever its columns stand, and whatever other
// rows there are.
func TestFillTies(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	cells := []string{"", "", "", "x", "a name", `"a,b"`, "\"two\nlines\"", "é"}
	for n := range 400 {
		slots := []uint8{0, 1, 2, 3, 4, 5, 6, unread}[:7+n%2]
		r.Shuffle(len(slots), func(i, j int) { slots[i], slots[j] = slots[j], slots[i] })
		kinds := cells
		if n%4 > 0 {
			kinds = cells[:5] // nothing to look closer at
		}
		var b strings.Builder
		for range r.IntN(400) {
			for column := range slots {
				if column > 0 {
					b.WriteByte(',')
				}
				b.WriteString(kinds[r.IntN(len(kinds))])
			}
			if r.IntN(50) == 0 {
				b.WriteString(",one too many")
			}
			b.WriteString([]string{"\n", "\n", "\r\n", "\n\n"}[r.IntN(4)])
		}
		table := &table{Source: Source{Data: []byte(b.String())}, slots: slots}
		var want, got []int
		rows := table.split(table.Data, 0)
		var one record
		for f, more := rows.next(&one); more; f, more = rows.next(&one) {
			if f == (fault{}) && len(one.field(touchContact)) > 0 && len(one.field(touchCookie)) > 0 {
				want = append(want, one.at)
			}
		}
		rows = table.marked(table.Data, 0, &marks{narrow: n%3 == 0})
		for batch, more := (&rowBatch{}), true; more; {
			more = batch.fillTies(&rows)
			for i := range batch.n {
				if at := &batch.records[i]; len(at.field(touchContact)) == 0 || len(at.field(touchCookie)) == 0 {
					t.Fatalf("%q ties nothing", at.text)
				}
				got = append(got, batch.records[i].at)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("slots %v of\n%s\nrows at %v, want %v", slots, b.String(), got, want)
		}
	}
}
