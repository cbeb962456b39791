package engine

// Evidence is everything about one order that the settings do not change: what
// each rung holds for it. It is worked out once; deciding the same order under
// other settings reads it again and looks at no referral.
type Evidence struct {
	Rungs [NumRungs]Found // ByCookie, ByHistory and ByAddress are used
	Hand  HandSet         // the sale partner set by hand
	Lead  LeadEvidence
}

// HandSet is what was set by hand on an order.
type HandSet struct {
	Set     bool
	Partner PartnerID // Nobody: explicitly nobody
}

// Found is what one rung holds: the two referrals that can win, and how many
// there are.
type Found struct {
	First, Latest Pick    // the earliest and the latest valid referral
	Valid         int32   // how many are valid
	Partners      int32   // how many different partners they are of
	Missing       Finding // why there is none, if Valid is 0
}

// Pick is a referral with its partner.
type Pick struct {
	Referral ReferralID
	Partner  PartnerID
}

var noPick = Pick{NoReferral, Nobody}

// LeadEvidence is what can make a lead partner (A4). First and Latest are the
// earliest and the latest referral in the browser when the contact was
// created; both are the one of a form that named a partner, and for a contact entered by
// hand its first manual one.
type LeadEvidence struct {
	Hand          HandSet
	First, Latest LeadPick
	Missing       Finding // why there is none, if First has none
}

// LeadPick is a referral that was there when the contact came, and whether it
// still counts at the order.
type LeadPick struct {
	Pick
	Status Status
}

// survey sums up the referrals of one rung for an order.
func (b *Casebook) survey(runs []run, m moment, met *headcount) Found {
	found := NothingFound()
	met.restart()
	for i := range runs {
		for _, e := range runs[i].entries {
			status := b.status(e, &runs[i], m)
			pick := Pick{e.referral, b.referrals[e.referral].Partner}
			found.Add(pick, status)
			if status == Valid {
				met.add(pick.Partner)
			}
		}
	}
	found.Partners = met.n
	return found
}

// NothingFound is a rung where nothing was recorded.
func NothingFound() Found {
	var f Found
	f.Clear()
	return f
}

// Clear makes it a rung where nothing was recorded. Where very many are summed up one after
// the other, one that is cleared costs less than a new one that is copied.
func (f *Found) Clear() {
	f.First, f.Latest = noPick, noPick
	f.Valid, f.Partners, f.Missing = 0, 0, NoneRecorded
}

// Add takes one more referral of the rung into account, in whatever order they
// come: a valid one may be the first or the latest, any other says why there may be
// none. It does not count partners.
func (f *Found) Add(p Pick, s Status) {
	if s != Valid {
		f.Missing = mixed(f.Missing, s.finding())
		return
	}
	if f.Valid == 0 || p.Referral < f.First.Referral {
		f.First = p
	}
	if p.Referral > f.Latest.Referral {
		f.Latest = p
	}
	f.Valid++
}

// headcount counts different partners. It is made once and used again for every
// rung of every order, because a file can hold very many of both.
type headcount struct {
	round []int32 // by partner: the round it was met in last
	now   int32
	n     int32 // partners met in this round
}

func newHeadcount(partners int) *headcount { return &headcount{round: make([]int32, partners)} }

func (h *headcount) restart() { h.now, h.n = h.now+1, 0 }

func (h *headcount) add(p PartnerID) {
	if h.round[p] != h.now {
		h.round[p], h.n = h.now, h.n+1
	}
}

func mixed(before, now Finding) Finding {
	if before == NoneRecorded || before == now {
		return now
	}
	return NoneValid
}

// status tells whether a referral counts at a moment, where it stands in a run.
func (b *Casebook) status(e entry, where *run, m moment) Status {
	r := &b.referrals[e.referral]
	return r.Status(m.at, where.from, e.until < m.event && !where.kept, b.inactive[r.Partner])
}

// Status tells whether the referral counts at a moment, where it stands from
// another one on. What happened after the moment comes first, then what the
// browser forgot, then the window (A2), then the partner (A5). Moments are
// nanoseconds since 1970 UTC.
func (r *Referral) Status(at, from int64, cleared, inactive bool) Status {
	switch {
	case max(r.At, from) > at:
		return Later
	case cleared:
		return Cleared
	case at >= r.Expires:
		return Expired
	case inactive:
		return Inactive
	}
	return Valid
}
