package whatif

import (
	"cmp"
	"slices"
	"time"

	"referee/model"
)

// Clock moves one order of a journal in time.
//
// What the order comes to changes at its boundaries only: from one of them up to
// just before the next it is decided alike. So whoever drags the order along can
// jump from boundary to boundary and has seen everything.
type Clock struct {
	journal    model.Journal
	row        int // the order's row in the journal
	boundaries []Boundary
}

// Boundary is a moment from which on an order, moved there, may be decided
// differently. Several things at one moment are several boundaries.
type Boundary struct {
	At    time.Time
	Kind  BoundaryKind
	Event int // the row of the event in the journal; of an expiry, what expires
}

// BoundaryKind is what happens at a boundary. The words are stable.
type BoundaryKind uint8

const (
	Recorded BoundaryKind = iota + 1 // a click, or a referral entered by hand: from here on it counts
	Expires                          // a referral's window closes: from here on it is too late (A2)
	Clears                           // a browser's cookies are cleared (A1)
	Ties                             // a form or another order ties a browser to a contact (A1)
	numBoundaryKinds
)

var boundaryKeys = [numBoundaryKinds]string{"", "recorded", "expires", "clears", "ties"}

// String is the boundary's stable word.
func (k BoundaryKind) String() string { return boundaryKeys[k] }

// NewClock is the clock of the order with an ID; ok is false if the journal has
// no such order.
func NewClock(j model.Journal, order string) (c *Clock, ok bool) {
	row := orderRow(j.Events(), order)
	if row < 0 {
		return nil, false
	}
	c = &Clock{journal: j, row: row}
	c.findBoundaries()
	return c, true
}

// findBoundaries goes through what bears on the order wherever it stands. An
// event's own moment and the end of its window are all that can matter of it.
func (c *Clock) findBoundaries() {
	events := c.journal.Events()
	for _, row := range bearing(events, c.row) {
		if row == c.row {
			continue
		}
		e := events[row]
		c.boundaries = append(c.boundaries, Boundary{e.When(), kindOf(e), row})
		if days, set := daysOf(e, c.journal.Catalog()).Get(); set {
			c.boundaries = append(c.boundaries, Boundary{e.When().Add(time.Duration(days) * 24 * time.Hour), Expires, row})
		}
	}
	slices.SortStableFunc(c.boundaries, func(a, b Boundary) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Event, b.Event)) })
}

func kindOf(e model.Event) BoundaryKind {
	switch e := e.(type) {
	case model.Click, model.Referral:
		return Recorded
	case model.Form:
		if e.Partner != "" {
			return Recorded
		}
	case model.Clearing:
		return Clears
	}
	return Ties
}

// daysOf is how many days of 24 hours a referral counts, blank for ever and for
// what is no referral.
func daysOf(e model.Event, c model.Catalog) model.Optional[int] {
	if r, own := e.(model.Referral); own {
		return r.Days
	}
	if row, known := c.Partner(referrer(e)); known {
		return c.Partners()[row].TrackDays
	}
	return model.Optional[int]{}
}

// Order is the order where it stands in the journal.
func (c *Clock) Order() model.Order { return c.journal.Events()[c.row].(model.Order) }

// Next is the first boundary after a moment.
func (c *Clock) Next(after time.Time) (Boundary, bool) {
	for _, b := range c.boundaries {
		if b.At.After(after) {
			return b, true
		}
	}
	return Boundary{}, false
}

// Previous is the last boundary before a moment; of several at one moment the
// first, so that going back and forth meets the same ones.
func (c *Clock) Previous(before time.Time) (Boundary, bool) {
	for i := len(c.boundaries) - 1; i >= 0; i-- {
		if at := c.boundaries[i].At; at.Before(before) {
			first := slices.IndexFunc(c.boundaries, func(b Boundary) bool { return b.At.Equal(at) })
			return c.boundaries[first], true
		}
	}
	return Boundary{}, false
}

// Journal is the journal with the order at another moment, to be indexed like
// any other. The order comes after everything that happens at that moment, so
// that a boundary belongs to what follows it. At the order's own moment it is the
// journal as it was. The problem of a moment out of range is the journal's.
func (c *Clock) Journal(at time.Time) (model.Journal, model.Problems) {
	o := c.Order()
	if at.Equal(o.At) {
		return c.journal, nil
	}
	o.At = at
	events := slices.Delete(slices.Clone(c.journal.Events()), c.row, c.row+1)
	return c.journal.Catalog().Journal(append(events, o))
}
