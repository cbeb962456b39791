package account

import (
	"referee/engine"
	"referee/model"
)

// Account is how one partner stands with one order.
type Account struct {
	Partner engine.PartnerID
	Paid    model.Money // all its rows together, in minor units
	Rungs   [engine.NumRungs]Standing
	Lead    Standing
	Roles   [len(model.Roles)]Share // in the order of model.Roles
}

// Standing is where a partner stands on one rung, or in the search for the lead
// partner. Referral is the one that is spoken of: the one that decided; else the
// valid one that S3 would have chosen of its own; else the one that came nearest.
type Standing struct {
	Cause   Cause
	Own     int              // how many referrals of its stand there
	Spoken  engine.Candidate // Referral is NoReferral if there is none
	Instead engine.Pick      // who was chosen there, where that is somebody else
}

// Share is what a partner has of an order in one role.
type Share struct {
	Role     model.Role
	Cause    Cause            // of several rows, that of the first that pays, or of the first
	Credited engine.PartnerID // whom the role belongs to, or Nobody
	Level    int              // where the partner stands in that one's chain, from 1; 0 = nowhere
	Rows     []int            // its rows in the order's
}

// Of is how a partner stands with an order, as p.Settle decided it. The rows are
// the ones it appended.
func Of(b *engine.Casebook, p *engine.Plan, c *engine.Case, o *engine.Outcome, rows []engine.Row, who engine.PartnerID) Account {
	a := Account{Partner: who, Paid: engine.PaidTo(rows, who)}
	first := p.Settings().Credit() == model.First
	a.Rungs[engine.ByHand] = byHand(o.Steps[engine.ByHand].Finding == engine.Decides, o.Steps[engine.ByHand].Pick, who)
	for r := engine.ByCookie; r <= engine.ByAddress; r++ {
		a.Rungs[r] = onRung(b, c, o, r, who, first)
	}
	a.Lead = asLead(b, c, o, who, first)
	for i, role := range model.Roles {
		a.Roles[i] = inRole(p, c, o, rows, role, who)
	}
	return a
}

func byHand(set bool, pick engine.Pick, who engine.PartnerID) Standing {
	s := Standing{Cause: NothingSet, Spoken: none, Instead: engine.Pick{Referral: engine.NoReferral, Partner: engine.Nobody}}
	switch {
	case !set:
	case pick.Partner == who:
		s.Cause = Chosen
	case pick.Partner == engine.Nobody:
		s.Cause = SetToNobody
	default:
		s.Cause, s.Instead = SetToOther, pick
	}
	return s
}

var none = engine.Candidate{Referral: engine.NoReferral, Partner: engine.Nobody}

// onRung reads what a rung that looks for referrals holds of the partner.
func onRung(b *engine.Casebook, c *engine.Case, o *engine.Outcome, r engine.Rung, who engine.PartnerID, first bool) Standing {
	step, found := o.Steps[r], c.Evidence.Rungs[r]
	s := Standing{Cause: NoReferral}
	s.Spoken, s.Own = spokenOf(b.Candidates(c, r), who, first)
	s.Instead = instead(step.Pick, who)
	switch {
	case s.Own == 0:
		s.Cause = missing(found.Missing, found.Valid)
	case s.Spoken.Status != engine.Valid:
		s.Cause = ofStatus[s.Spoken.Status]
	case step.Finding == engine.NotAsked:
		s.Cause = NotAsked
	case step.Finding == engine.NotReached:
		s.Cause = NotReached
	case step.Pick.Partner == who:
		s.Cause = Chosen
	default:
		s.Cause = Outranked
	}
	return s
}

// missing is why a rung cannot hold anything of anybody, or that it holds nothing
// of this partner.
func missing(f engine.Finding, valid int32) Cause {
	switch {
	case valid > 0:
	case f == engine.NoBrowser:
		return NoBrowser
	case f == engine.NoAddress:
		return NoAddress
	case f == engine.NoContact:
		return NoContact
	}
	return NoReferral
}

func instead(pick engine.Pick, who engine.PartnerID) engine.Pick {
	if pick.Partner == who {
		return engine.Pick{Referral: engine.NoReferral, Partner: engine.Nobody}
	}
	return pick
}

// spokenOf finds the referral of a partner that is to be spoken of, and counts
// how many it has.
func spokenOf(candidates func(func(engine.Candidate) bool), who engine.PartnerID, first bool) (spoken engine.Candidate, own int) {
	spoken = none
	for candidate := range candidates {
		if candidate.Partner != who {
			continue
		}
		if own++; own == 1 || nearer(candidate, spoken, first) {
			spoken = candidate
		}
	}
	return spoken, own
}

// nearer reports whether one referral came nearer to deciding than another: a
// valid one before others, of valid ones the one that S3 chooses; then what was
// there before what came after the order, and of these the one nearest to it.
func nearer(a, b engine.Candidate, first bool) bool {
	switch valid, later := engine.Valid, engine.Later; {
	case (a.Status == valid) != (b.Status == valid):
		return a.Status == valid
	case a.Status == valid && first:
		return a.Referral < b.Referral
	case (a.Status == later) != (b.Status == later):
		return b.Status == later
	case a.Status == later:
		return a.Referral < b.Referral
	}
	return a.Referral > b.Referral
}
