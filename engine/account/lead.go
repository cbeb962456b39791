package account

import "referee/engine"

// asLead reads the search for the lead partner (A4). One referral is chosen and
// then asked whether it still counts at the order; the others are asked only
// whether they were there.
func asLead(b *engine.Casebook, c *engine.Case, o *engine.Outcome, who engine.PartnerID, first bool) Standing {
	step := o.LeadStep
	if o.LeadHand {
		return byHand(true, step.Pick, who)
	}
	s := Standing{Cause: NoReferral, Instead: instead(step.Pick, who)}
	s.Spoken, s.Own = spokenOf(b.LeadCandidates(c), who, first)
	switch {
	case step.Pick.Partner == who && step.Finding == engine.Decides:
		s.Cause, s.Spoken.Referral = Chosen, step.Pick.Referral
	case step.Pick.Partner == who:
		s.Cause, s.Spoken.Referral = lapsed[step.Finding], step.Pick.Referral
	case s.Own > 0 && s.Spoken.Status != engine.Valid && s.Spoken.Status != engine.Inactive:
		s.Cause = ofStatus[s.Spoken.Status]
	case s.Own > 0:
		s.Cause = Outranked // it does not matter yet whether its partner is active
	case step.Finding == engine.ExistingContact:
		s.Cause = ExistingContact
	default:
		s.Cause = missing(step.Finding, 0)
	}
	return s
}

// lapsed is why a referral that was chosen does not count at the order.
var lapsed = map[engine.Finding]Cause{engine.AllExpired: Expired, engine.AllInactive: Inactive}
