package engine

import "referee/model"

// Decision is who is credited with an order, with the whole trace: what every
// rung came to. It is a plain value of fixed size, made for every order, so
// there is no second engine that explains.
type Decision struct {
	Steps    [NumRungs]Step // the ladder, strongest rung first
	By       Rung           // the rung that decided
	Sale     Pick           // the sale partner; Nobody under ByNobody, or by hand
	Lead     Pick           // the lead partner, or Nobody
	LeadStep Step           // what the search for the lead partner came to
	LeadHand bool           // the lead partner was set by hand
	Earliest Pick           // the earliest valid referral of all rungs switched on (A7)
}

// Step is what one rung came to. Pick is the partner it credits, or the one it
// would have credited had it been asked and reached.
type Step struct {
	Finding Finding
	Pick    Pick
}

// Decide credits an order. Every rung is looked at even after one has decided:
// the trace must say what the weaker ones hold, and A7 needs the earliest
// referral of all. It allocates nothing.
func (p *Plan) Decide(e *Evidence) Decision {
	var d Decision
	p.DecideInto(&d, e)
	return d
}

// DecideInto is Decide in place of what was decided before, which spares the copy.
func (p *Plan) DecideInto(d *Decision, e *Evidence) {
	d.By, d.Sale, d.Earliest = ByNobody, noPick, noPick
	d.Steps[ByHand] = Step{NotSet, noPick}
	if e.Hand.Set {
		d.By, d.Sale = ByHand, Pick{NoReferral, e.Hand.Partner}
		d.Steps[ByHand] = Step{Decides, d.Sale}
	}
	for r := ByCookie; r <= ByAddress; r++ {
		d.Steps[r] = p.try(r, &e.Rungs[r], d)
	}
	d.Steps[ByNobody] = Step{NotReached, noPick}
	if d.By == ByNobody {
		d.Steps[ByNobody].Finding = Decides
	}
	p.decideLead(&e.Lead, d)
}

// try is one rung. First and latest choose within a rung; they never lift an
// older referral of a weaker rung over a stronger one (A3).
func (p *Plan) try(r Rung, f *Found, d *Decision) Step {
	pick := f.Latest
	if p.first {
		pick = f.First
	}
	if p.asked[r] && f.Valid > 0 && (d.Earliest.Referral == NoReferral || f.First.Referral < d.Earliest.Referral) {
		d.Earliest = f.First
	}
	switch {
	case !p.asked[r]: // said even where a stronger rung decided: it is what to change
		return Step{NotAsked, pick}
	case d.By < r:
		return Step{NotReached, pick}
	case f.Valid == 0:
		return Step{f.Missing, noPick}
	}
	d.By, d.Sale = r, pick
	return Step{Decides, pick}
}

// decideLead is A4. Which of several cookies brought the contact is chosen as
// S3 says, among those in the browser when the contact was created; whether it
// still counts is asked of that one only.
func (p *Plan) decideLead(e *LeadEvidence, d *Decision) {
	d.Lead, d.LeadHand = noPick, false
	if e.Hand.Set {
		d.Lead, d.LeadHand = Pick{NoReferral, e.Hand.Partner}, true
		d.LeadStep = Step{Decides, d.Lead}
		return
	}
	chosen := &e.Latest
	if p.first {
		chosen = &e.First
	}
	switch {
	case chosen.Referral == NoReferral:
		d.LeadStep = Step{e.Missing, noPick}
	case chosen.Status != Valid:
		d.LeadStep = Step{chosen.Status.finding(), chosen.Pick}
	default:
		d.Lead = chosen.Pick
		d.LeadStep = Step{Decides, chosen.Pick}
	}
}

// LeadOf is the lead partner of a web form's contact at the time of the form.
func (p *Plan) LeadOf(f *FormCase) PartnerID {
	d := Decision{}
	p.decideLead(&f.Lead, &d)
	return d.Lead.Partner
}

// credited is the partner a role belongs to.
func (d *Decision) credited(role model.Role) PartnerID {
	if role == model.Lead {
		return d.Lead.Partner
	}
	return d.Sale.Partner
}

// ToldOfOrder is the partner who would get a notification of the order, or
// Nobody (M1).
func (p *Plan) ToldOfOrder(d *Decision) PartnerID {
	who := d.Sale.Partner
	if who == Nobody || p.settings.SkipNotifications() || !p.catalog.Partners()[who].NotifySale {
		return Nobody
	}
	return who
}

// ToldOfForm is the partner who would get a notification of a web form, or
// Nobody (M1).
func (p *Plan) ToldOfForm(f *FormCase) PartnerID {
	who := p.LeadOf(f)
	if who == Nobody || p.settings.SkipNotifications() || !p.catalog.Partners()[who].NotifyLead {
		return Nobody
	}
	return who
}
