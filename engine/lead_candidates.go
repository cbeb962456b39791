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
	who, m := b.contacts[c.Order.Contact], moment{c.Order.At.UnixNano(), c.event}
	switch {
	case who == nil:
		return func(func(Candidate) bool) {}
	case who.form != NoReferral && b.referrals[who.form].At <= m.at:
		return b.each([]run{{entries: []entry{{who.form, notCleared}}, from: math.MinInt64}}, m)
	case who.origin == createdByHand:
		return b.manual(who, m)
	case who.origin == createdOnline && who.browser != "":
		return b.each([]run{{entries: b.browsers[who.browser].entries, from: math.MinInt64}}, who.created)
	}
	return func(func(Candidate) bool) {}
}

// manual goes through the manual referrals of a contact that was entered by hand.
func (b *Casebook) manual(who *contact, m moment) iter.Seq[Candidate] {
	return func(yield func(Candidate) bool) {
		for candidate := range b.each(who.history, m) {
			r, entered := b.events[b.referrals[candidate.Referral].Event].(model.Referral)
			if entered && r.Type == model.Manual && !yield(candidate) {
				return
			}
		}
	}
}

// each goes through the entries of some runs as they stand at a moment.
func (b *Casebook) each(runs []run, m moment) iter.Seq[Candidate] {
	return func(yield func(Candidate) bool) {
		for _, run := range runs {
			for _, e := range run.entries {
				if !yield(Candidate{e.referral, b.referrals[e.referral].Partner, b.status(e, &run, m), e.until}) {
					return
				}
			}
		}
	}
}
