package explain

import (
	"fmt"
	"time"

	"referee/engine"
	"referee/model"
)

// candidates explains every referral a rung could have chosen.
func (t *teller) candidates(r engine.Rung) []Candidate {
	listed := t.book.Candidates(t.c, r)
	candidates := make([]Candidate, 0, len(listed))
	for _, c := range listed {
		chosen := t.o.By == r && t.o.Sale.Referral == c.Referral
		text := t.when(t.book.Referral(c.Referral).At) + ": "
		switch {
		case chosen:
			text += "decides"
		case c.Status == engine.Valid:
			text += "valid, but " + t.outranked(r)
		default:
			text += t.status(c)
		}
		candidates = append(candidates, Candidate{c.Partner, c.Status, chosen, text})
	}
	return candidates
}

// outranked is why a valid referral did not decide.
func (t *teller) outranked(r engine.Rung) string {
	switch {
	case t.o.Steps[r].Finding == engine.NotAsked:
		return switchedOff(r)
	case t.o.Steps[r].Finding == engine.NotReached:
		return t.decidedBy()
	}
	return fmt.Sprintf("not the %s (%s is %s)", t.choice(), model.HowToChoose.Name(), t.choice())
}

// status is why a referral does not count: what was needed and what was found.
func (t *teller) status(c engine.Candidate) string {
	r, order := t.book.Referral(c.Referral), t.c.Order.At.UnixNano()
	switch c.Status {
	case engine.Expired:
		return t.expired(r.Expires, order)
	case engine.Inactive:
		return t.partner(c.Partner) + " is inactive and passed over"
	case engine.Later:
		return t.later(c, r, order)
	case engine.Cleared:
		return fmt.Sprintf("cleared from the browser %s before the order", t.clearedBefore(c))
	}
	return "valid"
}

func (t *teller) expired(expires, order int64) string {
	late := "at that very moment, which is too late"
	if order > expires {
		late = Span(time.Duration(order-expires)) + " too late"
	}
	return fmt.Sprintf("expired %s, order %s: %s", t.when(expires), t.when(order), late)
}

// later covers what was recorded after the order, and a referral recorded before
// it that became the contact's history only after it.
func (t *teller) later(c engine.Candidate, r engine.Referral, order int64) string {
	if r.At > order {
		return fmt.Sprintf("recorded %s after the order", Span(time.Duration(r.At-order)))
	}
	return "tied to the contact only after the order"
}

func (t *teller) clearedBefore(c engine.Candidate) string {
	cleared := t.book.EventTime(c.Cleared)
	return Span(t.c.Order.At.Sub(cleared))
}
