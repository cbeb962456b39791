package engine_test

import (
	"net/netip"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/model"
)

// The tests of this file change what goes in, in a way that must not matter,
// and see to it that it does not.

// TestFirstIsLatestWithOnePartner: with one partner there is nothing to choose.
// This is about the sale partner. Which of a partner's own cookies brought the
// contact can still matter to the lead, because that one must not have expired.
func TestFirstIsLatestWithOnePartner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		for i, e := range w.events {
			switch e := e.(type) {
			case model.Click:
				e.Partner = "p0"
				w.events[i] = e
			case model.Form:
				if e.Partner != "" {
					e.Partner = "p0"
					w.events[i] = e
				}
			case model.Referral:
				e.Partner = "p0"
				w.events[i] = e
			}
		}
		d.PaySale, d.PayLead = true, false
		d.Credit = model.First
		first := play(t, w, d).verdicts()
		d.Credit = model.Latest
		latest := play(t, w, d).verdicts()
		for id, f := range first {
			l := latest[id]
			if f.By != l.By || f.Sale != l.Sale || cmp.Diff(f.Rows, l.Rows) != "" || f.Overall != "" {
				t.Fatalf("order %q: first %+v, latest %+v", id, f, l)
			}
		}
	})
}

// TestInputOrderIsIrrelevant: as long as no two events share a moment, the order
// they are written down in does not matter.
func TestInputOrderIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		for i, e := range w.events {
			w.events[i] = at(e, day(0).Add(time.Duration(i)*7*time.Hour))
		}
		before := play(t, w, d).verdicts()
		w.events = rapid.Permutation(w.events).Draw(t, "order of the file")
		if diff := cmp.Diff(before, play(t, w, d).verdicts()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// at is an event moved to another moment.
func at(e model.Event, when time.Time) model.Event {
	switch e := e.(type) {
	case model.Click:
		e.At = when
		return e
	case model.Form:
		e.At = when
		return e
	case model.Referral:
		e.At = when
		return e
	case model.Clearing:
		e.At = when
		return e
	case model.Order:
		e.At = when
		return e
	}
	panic("an event of another kind")
}

// TestLaterEventsDoNotCount: whatever happens after the last order pays nobody
// and costs nobody anything.
func TestLaterEventsDoNotCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		before := play(t, w, d).verdicts()
		for range rapid.IntRange(1, 6).Draw(t, "later events") {
			later := w.drawEvent(t)
			w.events = append(w.events, at(later, later.When().Add(30*24*time.Hour)))
		}
		sameMoney(t, before, play(t, w, d).verdicts())
	})
}

// TestStrangersDoNotCount: other people's browsers, names and addresses change
// nothing about an order, not even a word of its trace.
func TestStrangersDoNotCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		before := rowless(play(t, w, d).verdicts())
		for range rapid.IntRange(1, 6).Draw(t, "strangers") {
			place := rapid.IntRange(0, len(w.events)).Draw(t, "place")
			w.events = slices.Insert(w.events, place, stranger(t, w.drawEvent(t)))
		}
		if diff := cmp.Diff(before, rowless(play(t, w, d).verdicts())); diff != "" {
			t.Fatal(diff)
		}
	})
}

func stranger(t *rapid.T, e model.Event) model.Event {
	switch e := e.(type) {
	case model.Click:
		e.Browser, e.IP = "kiosk", netip.MustParseAddr("198.51.100.7")
		if e.Contact != "" {
			e.Contact = "stranger"
		}
		return e
	case model.Form:
		e.Contact, e.Browser = "stranger", "kiosk"
		if e.Partner != "" {
			e.IP = netip.MustParseAddr("198.51.100.7")
		}
		return e
	case model.Referral:
		e.Contact = "stranger"
		return e
	}
	return model.Clearing{At: e.When(), Browser: "kiosk"}
}

// rowless forgets where in the file a referral stands.
func rowless(verdicts map[string]verdict) map[string]verdict {
	for _, v := range verdicts {
		for _, seen := range v.Seen {
			for i := range seen {
				seen[i].Row = 0
			}
		}
	}
	return verdicts
}

// TestDuplicatesChangeNothing: an event that was recorded twice counts as once.
func TestDuplicatesChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		before := play(t, w, d).verdicts()
		var twice []model.Event
		for _, e := range w.events {
			twice = append(twice, e)
			if _, order := e.(model.Order); !order && rapid.Bool().Draw(t, "twice") {
				twice = append(twice, e)
			}
		}
		w.events = twice
		sameMoney(t, before, play(t, w, d).verdicts())
	})
}
