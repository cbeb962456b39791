package engine

import (
	"net/netip"
	"slices"
	"time"

	"referee/model"
)

// Casebook is a journal read once and kept: the referrals it records and, for
// every order, the [Evidence] they make. It knows nothing of settings, so it
// serves any number of plans. It is not changed after [Index] returns.
type Casebook struct {
	catalog   model.Catalog
	events    []model.Event
	referrals []Referral
	cases     []Case
	forms     []FormCase
	browsers  map[string]*browser
	contacts  map[string]*contact
	addresses map[netip.Addr][]entry
}

// Referral is one recorded introduction by a partner.
type Referral struct {
	At      int64 // nanoseconds since 1970 UTC
	Expires int64 // the first moment at which it no longer counts (A2)
	Partner PartnerID
	Event   int32 // its event in the journal
}

// Case is one order with what is known about it.
type Case struct {
	Order    model.Order
	Evidence Evidence
	Items    []Item
	Buyer    PartnerID // the partner that the contact is, or Nobody (A8)
	event    int32
}

// FormCase is one web form; it decides nothing about money, only who is told (M1).
type FormCase struct {
	Form model.Form
	Lead LeadEvidence
}

// Index reads a journal into a casebook.
func Index(j model.Journal) *Casebook {
	b := &Casebook{
		catalog:   j.Catalog(),
		events:    j.Events(),
		browsers:  map[string]*browser{},
		contacts:  map[string]*contact{},
		addresses: map[netip.Addr][]entry{},
	}
	for i, e := range j.Events() {
		b.record(moment{e.When().UnixNano(), int32(i)}, e)
	}
	// Only now is everything known that was recorded at an order's own moment
	// (A3 counts it) or after it (the explanation names it).
	seen := map[PartnerID]bool{}
	for i, e := range j.Events() {
		m := moment{e.When().UnixNano(), int32(i)}
		switch e := e.(type) {
		case model.Order:
			b.cases = append(b.cases, b.newCase(e, m, seen))
		case model.Form:
			b.forms = append(b.forms, FormCase{e, b.leadEvidence(e.Contact, m)})
		}
	}
	return b
}

// Catalog is who and what the casebook is about.
func (b *Casebook) Catalog() model.Catalog { return b.catalog }

// Cases lists the orders in order of time. It is not to be written to.
func (b *Casebook) Cases() []Case { return b.cases }

// Forms lists the web forms in order of time. It is not to be written to.
func (b *Casebook) Forms() []FormCase { return b.forms }

// Referral is the referral with an id.
func (b *Casebook) Referral(id ReferralID) Referral { return b.referrals[id] }

// EventTime is when an event of the journal happened.
func (b *Casebook) EventTime(event int32) time.Time { return b.events[event].When() }

// Events lists the journal's events in order of time. It is not to be written to.
func (b *Casebook) Events() []model.Event { return b.events }

// HasEntered reports whether any referral was entered by hand (N3).
func (b *Casebook) HasEntered() bool {
	return slices.ContainsFunc(b.events, func(e model.Event) bool {
		_, entered := e.(model.Referral)
		return entered
	})
}

// Candidate is a referral that a rung could have chosen, and whether it counts.
type Candidate struct {
	Referral ReferralID
	Partner  PartnerID
	Status   Status
	Cleared  int32 // the event that cleared it, if Status is Cleared
}

// Candidates lists everything ever recorded where a rung looks for an order,
// in order of time: what counts, what no longer does, and what came too late.
func (b *Casebook) Candidates(c *Case, r Rung) []Candidate {
	entries := b.entries(&c.Order, r)
	candidates := make([]Candidate, len(entries))
	m := moment{c.Order.At.UnixNano(), c.event}
	for i, e := range entries {
		candidates[i] = Candidate{e.referral, b.referrals[e.referral].Partner, b.status(e, m), e.until}
	}
	return sortedByReferral(candidates)
}

// entries is where a rung looks for an order.
func (b *Casebook) entries(o *model.Order, r Rung) []entry {
	switch {
	case r == ByCookie && o.Browser != "":
		return b.browsers[o.Browser].entries
	case r == ByHistory:
		return b.contacts[o.Contact].entries
	case r == ByAddress && o.IP.IsValid():
		return b.addresses[o.IP]
	}
	return nil
}

func (b *Casebook) newCase(o model.Order, m moment, seen map[PartnerID]bool) Case {
	c := Case{Order: o, Items: items(&o), Buyer: b.partner(o.Contact), event: m.event}
	for _, r := range [...]Rung{ByCookie, ByHistory, ByAddress} {
		c.Evidence.Rungs[r] = b.survey(b.entries(&o, r), m, seen)
	}
	if o.Browser == "" {
		c.Evidence.Rungs[ByCookie].Missing = NoBrowser
	}
	if !o.IP.IsValid() {
		c.Evidence.Rungs[ByAddress].Missing = NoAddress
	}
	c.Evidence.Hand = b.handSet(o.SalePartner)
	c.Evidence.Lead = b.leadEvidence(o.Contact, m)
	c.Evidence.Lead.Hand = b.handSet(o.LeadPartner)
	return c
}

func (b *Casebook) handSet(code model.Optional[string]) HandSet {
	partner, set := code.Get()
	return HandSet{set, b.partner(partner)}
}

// partner is the partner with a code, or Nobody.
func (b *Casebook) partner(code string) PartnerID {
	if row, known := b.catalog.Partner(code); known {
		return PartnerID(row)
	}
	return Nobody
}

func (b *Casebook) inactive(p PartnerID) bool { return b.catalog.Partners()[p].Inactive }

// expiry is the first moment at which a referral that is valid for so many
// days no longer is; blank is never (A2).
func expiry(at int64, days model.Optional[int]) int64 {
	n, set := days.Get()
	if !set {
		return never
	}
	span := int64(n) * int64(24*time.Hour)
	if at > never-span {
		return never
	}
	return at + span
}
