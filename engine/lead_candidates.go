package engine

import (
	"iter"
	"math"

	"referee/model"
)

// LeadCandidates goes through the referrals that could have made a lead partner
// of an order's contact, and whether they could when it came (A4): those in the
// browser that it was created in, or the manual ones of a contact entered by
// hand. A contact that a form brought has that form's, and no other.
func (b *Casebook) LeadCandidates(c *Case) iter.Seq[Candidate] {
	return func(yield func(Candidate) bool) {
		who, m := b.contacts[c.Order.Contact], moment{c.Order.At.UnixNano(), c.event}
		switch {
		case who == nil:
		case who.form != NoReferral && b.referrals[who.form].At <= m.at:
			b.each([]run{{entries: []entry{{who.form, notCleared}}, from: math.MinInt64}}, m, yield)
		case who.origin == createdByHand:
			b.each(who.history, m, func(candidate Candidate) bool {
				r, entered := b.events[b.referrals[candidate.Referral].Event].(model.Referral)
				return !entered || r.Type != model.Manual || yield(candidate)
			})
		case who.origin == createdOnline && who.browser != "":
			b.each([]run{{entries: b.browsers[who.browser].entries, from: math.MinInt64}}, who.created, yield)
		}
	}
}

// each yields the entries of some runs as they stand at a moment.
func (b *Casebook) each(runs []run, m moment, yield func(Candidate) bool) {
	for i := range runs {
		for _, e := range runs[i].entries {
			if !yield(Candidate{e.referral, b.referrals[e.referral].Partner, b.status(e, &runs[i], m), e.until}) {
				return
			}
		}
	}
}
