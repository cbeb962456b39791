package engine

import (
	"cmp"
	"slices"

	"referee/model"
)

// moment is a time and a place in the journal; the place settles what came
// first when cookies were cleared at the very time of an order.
type moment struct {
	at    int64 // nanoseconds since 1970 UTC
	event int32
}

// entry is a referral standing in a browser, a contact's history or at an address.
type entry struct {
	referral ReferralID
	from     int64 // when it came to stand there
	until    int32 // the event that cleared it
}

const notCleared = int32(1<<31 - 1)

// browser holds the cookie referrals of its clicks (A1).
type browser struct {
	entries []entry
	held    int    // entries from here on are still there
	contact string // whom it is tied to, or ""
}

// contact is a buyer, from the event that first named it.
type contact struct {
	entries []entry // its history, in the order it became that
	known   map[ReferralID]bool
	created moment
	origin  origin
	browser string     // the browser it was created in, or ""
	manual  ReferralID // its first manual referral
}

// origin is how a contact came to be (A4).
type origin uint8

const (
	createdOnline origin = iota + 1 // by a form or its first order
	createdByHand                   // first named by a referral entered by hand
	existedBefore                   // first named by a click
)

// record takes one event into the casebook. Events come in order of time.
func (b *Casebook) record(m moment, e model.Event) {
	switch e := e.(type) {
	case model.Click:
		b.click(m, e)
	case model.Form:
		b.meet(e.Contact, m, createdOnline, e.Browser)
		b.tie(e.Browser, e.Contact, m)
	case model.Referral:
		b.refer(m, e)
	case model.Clearing:
		b.browser(e.Browser).clear(m)
	case model.Order:
		b.meet(e.Contact, m, createdOnline, e.Browser)
		b.tie(e.Browser, e.Contact, m)
	}
}

// click is A1: the referral stays with the browser, and becomes history of the
// contact the browser is, or is now, tied to.
func (b *Casebook) click(m moment, e model.Click) {
	partner := b.partner(e.Partner)
	id := b.add(m, partner, expiry(m.at, b.catalog.Partners()[partner].TrackDays))
	here := b.browser(e.Browser)
	here.entries = append(here.entries, entry{id, m.at, notCleared})
	if e.IP.IsValid() {
		b.addresses[e.IP] = append(b.addresses[e.IP], entry{id, m.at, notCleared})
	}
	if e.Contact != "" {
		b.meet(e.Contact, m, existedBefore, e.Browser)
		b.tie(e.Browser, e.Contact, m)
	}
	if here.contact != "" {
		b.contacts[here.contact].remember(id, m)
	}
}

func (b *Casebook) refer(m moment, e model.Referral) {
	id := b.add(m, b.partner(e.Partner), expiry(m.at, e.Days))
	c := b.meet(e.Contact, m, createdByHand, "")
	c.remember(id, m)
	if e.Type == model.Manual && c.manual == NoReferral {
		c.manual = id
	}
}

func (b *Casebook) add(m moment, partner PartnerID, expires int64) ReferralID {
	b.referrals = append(b.referrals, Referral{m.at, expires, partner, m.event})
	return ReferralID(len(b.referrals) - 1)
}

// tie makes what a browser holds the contact's history too (A1).
func (b *Casebook) tie(name, code string, m moment) {
	if name == "" {
		return
	}
	here := b.browser(name)
	if here.contact == code {
		return // every click since then has become its history already
	}
	here.contact = code
	c := b.contacts[code]
	for _, e := range here.entries[here.held:] {
		c.remember(e.referral, m)
	}
}

func (b *Casebook) browser(name string) *browser {
	here := b.browsers[name]
	if here == nil {
		here = &browser{}
		b.browsers[name] = here
	}
	return here
}

// meet is the contact with a code, created by this event if it is new.
func (b *Casebook) meet(code string, m moment, how origin, browser string) *contact {
	c := b.contacts[code]
	if c == nil {
		c = &contact{known: map[ReferralID]bool{}, created: m, origin: how, browser: browser, manual: NoReferral}
		b.contacts[code] = c
	}
	return c
}

func (here *browser) clear(m moment) {
	for i := range here.entries[here.held:] {
		here.entries[here.held+i].until = m.event
	}
	here.held, here.contact = len(here.entries), ""
}

func (c *contact) remember(id ReferralID, m moment) {
	if !c.known[id] {
		c.known[id] = true
		c.entries = append(c.entries, entry{id, m.at, notCleared})
	}
}

func sortedByReferral(candidates []Candidate) []Candidate {
	slices.SortFunc(candidates, func(a, b Candidate) int { return cmp.Compare(a.Referral, b.Referral) })
	return candidates
}
