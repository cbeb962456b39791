package draft_test

import (
	"fmt"
	"reflect"
	"testing"

	"referee/engine"
	"referee/engine/scenario/draft"
)

// large is a case of 200 events, 50 of them orders.
func large() draft.Case {
	c := reader.Fresh("large", today)
	click, order := c.Events[0], c.Events[1]
	for len(c.Events) < 200 {
		e := click.With(field(draft.At), "+1h").With(field(draft.Browser), fmt.Sprintf("browser-%d", len(c.Events)/8))
		if len(c.Events)%4 == 1 {
			e = order.With(field(draft.At), "+30min").With(field(draft.ID), c.FreeID("order-1")).With(field(draft.Browser), fmt.Sprintf("browser-%d", len(c.Events)/8))
		}
		c.Events = append(c.Events, e)
	}
	return c
}

// A key in a large case may allocate no more than this to be read: a few for each
// event, and the journal.
const (
	maxAllocations = 1_000
	maxForAKey     = 600 // nearly all of them the journal's
)

func TestAllocationsOfParsing(t *testing.T) {
	c := large()
	if parsed := reader.Parse(c); parsed.Problems != nil {
		t.Fatal(parsed.Problems)
	}
	if got := testing.AllocsPerRun(20, func() { reader.Parse(c) }); got > maxAllocations {
		t.Errorf("%v allocations, at most %d are possible", got, maxAllocations)
	}
}

// What is typed into one field is all that is read anew.
func TestParsingAgainIsParsing(t *testing.T) {
	c := large()
	before := reader.Parse(c)
	for _, next := range []draft.Case{
		c, c.With(0, field(draft.Partner), "zoe"), c.With(1, field(draft.At), "soon"), c.With(100, field(draft.At), "+1d"), c.Delete(7), c.Duplicate(1),
		c.With(3, field(draft.Browser), ""), c.With(5, field(draft.Item), "3 x nothing"), {},
	} {
		again, anew := reader.Again(next, before), reader.Parse(next)
		if !reflect.DeepEqual(again.Problems, anew.Problems) || !reflect.DeepEqual(again.Times, anew.Times) || !reflect.DeepEqual(again.Journal.Events(), anew.Journal.Events()) {
			t.Errorf("again: %v, anew: %v", again.Problems, anew.Problems)
		}
		before = again
	}
	before = reader.Parse(c)
	next := c.With(100, field(draft.Partner), "zoe")
	if got := testing.AllocsPerRun(20, func() { reader.Again(next, before) }); got > maxForAKey {
		t.Errorf("%v allocations for a key in one field, at most %d are possible", got, maxForAKey)
	}
}

func BenchmarkParse(b *testing.B) {
	c := large()
	b.ReportAllocs()
	for b.Loop() {
		reader.Parse(c)
	}
}

func BenchmarkParseAndIndex(b *testing.B) {
	c := large()
	b.ReportAllocs()
	for b.Loop() {
		engine.Index(reader.Parse(c).Journal)
	}
}

func BenchmarkParseAgain(b *testing.B) {
	c := large()
	before, next := reader.Parse(c), c.With(100, field(draft.Partner), "zoe")
	b.ReportAllocs()
	for b.Loop() {
		reader.Again(next, before)
	}
}
