package explain

import (
	"fmt"
	"time"

	"referee/engine"
	"referee/model"
)

// candidates explains the referrals a rung could have chosen; of many, the first
// and the last few, and the chosen one.
func (t *teller) candidates(r engine.Rung) []Candidate {
	e := t.excerpt(r)
	candidates := make([]Candidate, 0, len(e.listed))
	for i, c := range e.listed {
		chosen := t.o.By == r && t.o.Sale.Referral == c.Referral
		text := t.when(t.book.Referral(c.Referral).At) + ": "
		switch {
		case chosen:
			text += "decides"
		case c.Status == engine.Valid:
			text += "valid, but " + t.outranked(r, c)
		default:
			text += t.status(c)
		}
		candidates = append(candidates, Candidate{c.Partner, c.Status, chosen, text, e.before[i]})
	}
	return candidates
}

func (t *teller) excerpt(r engine.Rung) excerpt {
	chosen := engine.NoReferral
	if t.o.By == r {
		chosen = t.o.Sale.Referral
	}
	return excerptOf(t.book, t.c, r, chosen)
}

// outranked is why a valid referral did not decide.
func (t *teller) outranked(r engine.Rung, c engine.Candidate) string {
	switch t.o.Steps[r].Finding {
	case engine.NotAsked:
		return switchedOff(r)
	case engine.NotReached:
		return t.decidedBy()
	}
	if t.book.Referral(c.Referral).At != t.book.Referral(t.o.Sale.Referral).At {
		return t.chosenBy()
	}
	row := "later"
	if t.o.Sale.Referral < c.Referral {
		row = "earlier"
	}
	return fmt.Sprintf("%s: of one moment, the %s row", t.chosenBy(), row)
}

// chosenBy names S3 as it is set.
func (t *teller) chosenBy() string { return model.HowToChoose.Name() + " is " + t.choice() }

// status is why a referral does not count: what was needed and what was found.
func (t *teller) status(c engine.Candidate) string {
	r, order := t.book.Referral(c.Referral), t.c.Order.At.UnixNano()
	switch c.Status {
	case engine.Expired:
		return t.expired(r)
	case engine.Inactive:
		return "the partner is inactive and passed over"
	case engine.Later:
		return t.later(r, order)
	case engine.Cleared:
		return t.cleared(t.book.EventTime(c.Cleared).UnixNano(), order)
	}
	return "valid"
}

// expired names the end of the window and the order, which came at it or after
// (A2). Where the referral is of another year than the order, both have their year:
// the day and month of a window's end are often those of its beginning.
func (t *teller) expired(r engine.Referral) string {
	order, beside := t.c.Order.At, t.c.Order.At
	if time.Unix(0, r.At).UTC().Year() != order.UTC().Year() {
		beside = time.Time{}
	}
	end := When(time.Unix(0, r.Expires), beside)
	if order.UnixNano() == r.Expires {
		return fmt.Sprintf("expired %s, order at that very moment: too late", end)
	}
	return fmt.Sprintf("expired %s, order %s, %s too late", end, When(order, beside), between(r.Expires, order.UnixNano()))
}

// later covers what was recorded after the order, and a referral recorded before
// it that became the contact's history only after it.
func (t *teller) later(r engine.Referral, order int64) string {
	if r.At > order {
		return fmt.Sprintf("recorded %s after the order", between(order, r.At))
	}
	return fmt.Sprintf("tied to %s only after the order", t.c.Order.Contact)
}

// cleared names when the browser forgot the referral (A1).
func (t *teller) cleared(at, order int64) string {
	if at == order {
		return "cleared from the browser at the order's moment, just before it"
	}
	return fmt.Sprintf("cleared from the browser %s, %s before the order", t.when(at), between(at, order))
}
