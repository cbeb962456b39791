package engine

// leadEvidence finds what can make a lead partner of a contact (A4), as far as
// it was known at a moment.
func (b *Casebook) leadEvidence(code string, m moment) LeadEvidence {
	c := b.contacts[code]
	none := LeadPick{Pick: noPick}
	lead := LeadEvidence{First: none, Latest: none, Missing: NoneRecorded}
	switch {
	case c.origin == existedBefore:
		lead.Missing = ExistingContact
	case c.origin == createdByHand:
		b.entered(&lead, c, m)
	case c.browser == "":
		lead.Missing = NoBrowser
	default:
		b.inBrowser(&lead, c, m)
	}
	return lead
}

// entered looks at the first manual referral, and at no other.
func (b *Casebook) entered(lead *LeadEvidence, c *contact, m moment) {
	switch {
	case c.manual == NoReferral:
	case b.referrals[c.manual].At > m.at:
		lead.Missing = AllLater
	default:
		lead.First = b.leadPick(c.manual, m)
		lead.Latest = lead.First
	}
}

// inBrowser looks at the cookies that were in the browser when the contact was
// created. Whether their partner is active is asked at the order, not then.
func (b *Casebook) inBrowser(lead *LeadEvidence, c *contact, m moment) {
	for _, e := range b.browsers[c.browser].entries {
		status := b.status(e, c.created)
		if status != Valid && status != Inactive {
			lead.Missing = mixed(lead.Missing, status.finding())
			continue
		}
		if lead.First.Referral == NoReferral {
			lead.First = b.leadPick(e.referral, m)
		}
		lead.Latest = b.leadPick(e.referral, m)
	}
}

// leadPick is a referral as it stands at an order. It does not matter whether
// the browser still holds it: the contact was created then.
func (b *Casebook) leadPick(id ReferralID, m moment) LeadPick {
	status := b.status(entry{id, b.referrals[id].At, notCleared}, m)
	return LeadPick{Pick{id, b.referrals[id].Partner}, status}
}
