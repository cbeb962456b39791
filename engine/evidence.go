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
// created; for a contact entered by hand both are its first manual referral.
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

// survey sums up the referrals of one rung for an order. seen holds the
// partners met so far and is the caller's to reuse.
func (b *Casebook) survey(entries []entry, m moment, seen map[PartnerID]bool) Found {
	found := Found{First: noPick, Latest: noPick, Missing: NoneRecorded}
	clear(seen)
	for _, e := range entries {
		status := b.status(e, m)
		if status != Valid {
			found.Missing = mixed(found.Missing, status.finding())
			continue
		}
		pick := Pick{e.referral, b.referrals[e.referral].Partner}
		if found.Valid == 0 || pick.Referral < found.First.Referral {
			found.First = pick
		}
		if pick.Referral > found.Latest.Referral {
			found.Latest = pick
		}
		found.Valid++
		seen[pick.Partner] = true
	}
	found.Partners = int32(len(seen))
	return found
}

func mixed(before, now Finding) Finding {
	if before == NoneRecorded || before == now {
		return now
	}
	return NoneValid
}

// status tells whether a referral counts at a moment. What happened after the
// moment comes first, then what the browser forgot, then the window, then the
// partner.
func (b *Casebook) status(e entry, m moment) Status {
	r := &b.referrals[e.referral]
	switch {
	case e.from > m.at:
		return Later
	case e.until < m.event:
		return Cleared
	case m.at >= r.Expires:
		return Expired
	case b.inactive(r.Partner):
		return Inactive
	}
	return Valid
}
