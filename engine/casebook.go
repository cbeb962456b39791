package engine

import (
	"iter"
	"math"
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
	inactive  []bool // by partner: passed over (A5)
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
	for _, p := range b.catalog.Partners() {
		b.inactive = append(b.inactive, p.Inactive)
	}
	for i, e := range j.Events() {
		b.record(moment{e.When().UnixNano(), int32(i)}, e)
	}
	// Only now is everything known that was recorded at an order's own moment
	// (A3 counts it) or after it (the explanation names it).
	met := newHeadcount(len(b.catalog.Partners()))
	for i, e := range j.Events() {
		m := moment{e.When().UnixNano(), int32(i)}
		switch e := e.(type) {
		case model.Order:
			b.cases = append(b.cases, b.newCase(e, m, met))
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

// Candidates goes through everything ever recorded where a rung looks for an
// order: what counts, what no longer does, and what came too late. A history
// that several browsers make is not in order of time.
func (b *Casebook) Candidates(c *Case, r Rung) iter.Seq[Candidate] {
	return func(yield func(Candidate) bool) {
		b.each(b.runs(&c.Order, r), moment{c.Order.At.UnixNano(), c.event}, yield)
	}
}

// runs is where a rung looks for an order.
func (b *Casebook) runs(o *model.Order, r Rung) []run {
	switch {
	case r == ByCookie && o.Browser != "":
		if here := b.browsers[o.Browser]; here != nil {
			return []run{{entries: here.entries, from: math.MinInt64}}
		}
	case r == ByHistory && o.Contact != "":
		return b.contacts[o.Contact].history
	case r == ByAddress && o.IP.IsValid():
		return []run{{entries: b.addresses[o.IP], from: math.MinInt64, kept: true}}
	}
	return nil
}

func (b *Casebook) newCase(o model.Order, m moment, met *headcount) Case {
	c := Case{Order: o, Items: Items(&o), Buyer: b.partner(o.Contact), event: m.event}
	for _, r := range [...]Rung{ByCookie, ByHistory, ByAddress} {
		c.Evidence.Rungs[r] = b.survey(b.runs(&o, r), m, met)
	}
	if o.Browser == "" {
		c.Evidence.Rungs[ByCookie].Missing = NoBrowser
	}
	if o.Contact == "" {
		c.Evidence.Rungs[ByHistory].Missing = NoContact
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

// Window is how long a referral counts that is valid for so many days, in nanoseconds;
// blank is for ever (A2).
type Window int64

const endless Window = never

// WindowOf is the window of so many days.
func WindowOf(days model.Optional[int]) Window {
	n, set := days.Get()
	if !set {
		return endless
	}
	return Window(n) * Window(24*time.Hour)
}

// Closes is the first moment at which a referral of some moment no longer counts.
// Moments are nanoseconds since 1970 UTC.
func (w Window) Closes(at int64) int64 {
	if w == endless || at > never-int64(w) {
		return never
	}
	return at + int64(w)
}
