package engine_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/whatif"
	"referee/model"
)

// settledAt is an order of a clock at a moment, under a plan.
func settledAt(t *rapid.T, clock *whatif.Clock, plan *engine.Plan, at time.Time) engine.Settled {
	journal, problems := clock.Journal(at)
	if problems != nil {
		t.Fatal(problems)
	}
	return settledOrder(engine.Index(journal), plan, clock.Order().ID)
}

func settledOrder(book *engine.Casebook, plan *engine.Plan, id string) engine.Settled {
	for i := range book.Cases() {
		if c := &book.Cases()[i]; c.Order.ID == id {
			outcome, rows := plan.Settle(nil, c)
			return engine.Settled{Outcome: outcome, Rows: rows}
		}
	}
	panic("there is no order " + id)
}

// TestBoundariesAreAllThereIs: between two boundaries an order is decided alike,
// trace and all, wherever it is moved; so jumping from one to the next misses
// nothing.
func TestBoundariesAreAllThereIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, journal := playJournal(t)
		clock, ok := whatif.NewClock(journal, "order-0")
		if !ok {
			t.Fatal("the order is not there")
		}
		at := day(-10)
		for {
			next, more := clock.Next(at)
			until := day(40)
			if more {
				until = next.At
			}
			first, last := settledAt(t, clock, p, at.Add(time.Nanosecond)), settledAt(t, clock, p, until.Add(-time.Nanosecond))
			if at != day(-10) {
				first = settledAt(t, clock, p, at)
			}
			if own := clock.Order().At; !at.Equal(own) { // where it stands now, the rows of the file decide
				if diff := cmp.Diff(first, last); diff != "" {
					t.Fatalf("from %v to just before %v it changes:\n%s", at, until, diff)
				}
			}
			if !more {
				return
			}
			at = next.At
		}
	})
}

// TestClockComesBack: at its own moment the order is what it was, and the
// boundaries forth and back are the same ones.
func TestClockComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, journal := playJournal(t)
		clock, _ := whatif.NewClock(journal, "order-0")
		was := settledOrder(engine.Index(journal), p, "order-0")
		if diff := cmp.Diff(was, settledAt(t, clock, p, clock.Order().At)); diff != "" {
			t.Fatal(diff)
		}
		var forth, back []time.Time
		for b, ok := clock.Next(day(-10)); ok; b, ok = clock.Next(b.At) {
			forth = append(forth, b.At)
		}
		for b, ok := clock.Previous(day(4000)); ok; b, ok = clock.Previous(b.At) {
			back = append([]time.Time{b.At}, back...)
		}
		if diff := cmp.Diff(forth, back); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestNoClockWithoutAnOrder(t *testing.T) {
	catalog, problems := model.CatalogDraft{}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	journal, _ := catalog.Journal(nil)
	if _, ok := whatif.NewClock(journal, "order-0"); ok {
		t.Error("a clock of no order")
	}
}

// playJournal is a random world as a journal, and a plan for it.
func playJournal(t *rapid.T) (*engine.Plan, model.Journal) {
	w, d := drawWorld(t), drawSettings(t)
	catalog, problems := w.draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	journal, problems := catalog.Journal(w.events)
	if problems != nil {
		t.Fatal(problems)
	}
	s, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return engine.Compile(s, catalog), journal
}
