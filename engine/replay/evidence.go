package replay

import "referee/engine"

// evidence is what the rungs hold for each sale, by its row: of an [engine.Evidence] what
// decides who is paid. Which referrals they are, and how many, only an explanation asks.
type evidence struct {
	cookie, history, address []found
	lead                     []found // each by itself: one may count, and the other not
}

// found is what one rung holds for one sale: the partners of the earliest and of the
// latest valid referral. In place of one that there is not, it has the complement of
// the [engine.Finding] that says why.
type found struct{ first, latest partner }

func missing(why engine.Finding) found { return found{^partner(why), ^partner(why)} }

func summary(f *engine.Found) found {
	if f.Valid == 0 {
		return missing(f.Missing)
	}
	return found{partner(f.First.Partner), partner(f.Latest.Partner)}
}

// pick is a partner as the engine knows it, and why there is none. Of the referral it
// says only that there is one: what a decision makes of the order of referrals across rungs,
// which is for explanations (A7), means nothing in a replay.
func (p partner) pick() (engine.Pick, engine.Finding) {
	if p < 0 {
		return engine.Pick{Referral: engine.NoReferral, Partner: engine.Nobody}, engine.Finding(^p)
	}
	return engine.Pick{Referral: 0, Partner: engine.PartnerID(p)}, 0
}

// onRung makes evidence of the engine of it, where that of another sale was. How many partners
// there are stays as it is: nothing is decided by it.
func (f found) onRung(on *engine.Found) {
	on.First, on.Missing = f.first.pick()
	on.Latest, _ = f.latest.pick()
	on.Valid = 0
	if on.Missing == 0 {
		on.Valid = 1 // at least
	}
}

// asLead makes evidence for the lead partner of it, likewise. If both ends have a reason why
// they do not count, it has one of them. Nothing is set by hand in logs.
func (f found) asLead(lead *engine.LeadEvidence) {
	var why, other engine.Finding
	lead.First.Pick, why = f.first.pick()
	lead.Latest.Pick, other = f.latest.pick()
	lead.First.Status, lead.Latest.Status = engine.Valid, engine.Valid
	lead.Missing = max(why, other)
}
