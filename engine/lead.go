package engine

import "math"

// leadEvidence finds what can make a lead partner of a contact (A4), as far as
// it was known at a moment.
func (b *Casebook) leadEvidence(code string, m moment) LeadEvidence {
	c := b.contacts[code]
	none := LeadPick{Pick: noPick}
	lead := LeadEvidence{First: none, Latest: none, Missing: NoneRecorded}
	switch {
	case c == nil:
		lead.Missing = NoContact
	case c.form != NoReferral && b.referrals[c.form].At <= m.at:
		b.single(&lead, c.form, m)
	case c.origin == existedBefore:
		lead.Missing = ExistingContact
	case c.origin == createdByHand:
		b.single(&lead, c.manual, m)
	case c.browser == "":
		lead.Missing = NoBrowser
	default:
		b.inBrowser(&lead, c, m)
	}
	return lead
}

// single looks at the one referral that a form or a hand named, and at no other.
func (b *Casebook) single(lead *LeadEvidence, id ReferralID, m moment) {
	switch {
	case id == NoReferral:
	case b.referrals[id].At > m.at:
		lead.Missing = AllLater
	default:
		lead.First = b.leadPick(id, m)
		lead.Latest = lead.First
	}
}

// inBrowser looks at the cookies that were in the browser when the contact was
// created.
func (b *Casebook) inBrowser(lead *LeadEvidence, c *contact, m moment) {
	if c.lead == nil {
		c.lead = b.broughtBy(c)
	}
	lead.Missing = c.lead.missing
	if c.lead.first != NoReferral {
		lead.First, lead.Latest = b.leadPick(c.lead.first, m), b.leadPick(c.lead.latest, m)
	}
}

// brought is the earliest and the latest referral in the browser when a contact
// was created. It is the same for all of the contact's orders.
type brought struct {
	first, latest ReferralID
	missing       Finding
}

// broughtBy does not ask whether a partner is active: that is asked at the order.
func (b *Casebook) broughtBy(c *contact) *brought {
	found := &brought{NoReferral, NoReferral, NoneRecorded}
	here := run{entries: b.browsers[c.browser].entries, from: math.MinInt64}
	for _, e := range here.entries {
		status := b.status(e, &here, c.created)
		if status != Valid && status != Inactive {
			found.missing = mixed(found.missing, status.finding())
			continue
		}
		if found.first == NoReferral {
			found.first = e.referral
		}
		found.latest = e.referral
	}
	return found
}

// leadPick is a referral as it stands at an order. It does not matter whether
// the browser still holds it: the contact was created then.
func (b *Casebook) leadPick(id ReferralID, m moment) LeadPick {
	status := b.status(entry{id, notCleared}, &run{from: math.MinInt64}, m)
	return LeadPick{Pick{id, b.referrals[id].Partner}, status}
}
