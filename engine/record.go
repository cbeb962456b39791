package engine

import (
	"net/netip"

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
	until    int32 // the event that cleared it from the browser
}

const notCleared = int32(1<<31 - 1)

// run is entries that came to stand together where a rung looks. A contact's
// history is made of runs of its browsers' entries, so that any number of
// contacts can share what one browser held, at the cost of one run each.
type run struct {
	entries []entry
	from    int64 // when they came to stand there; what was recorded later, from then on
	kept    bool  // clearing the browser does not take them away
}

// browser holds the cookie referrals of its clicks (A1).
type browser struct {
	entries []entry
	held    int      // entries from here on are still there
	contact *contact // whom it is tied to, or nil
	run     int      // the run of the contact's history that grows with it,
	first   int      // and the entry this run begins with
}

// contact is a buyer, from the event that first named it.
type contact struct {
	history []run
	taken   map[*browser]int // up to which entry a browser it was tied to is its history
	created moment
	origin  origin
	browser string     // the browser it was created in, or ""
	manual  ReferralID // its first manual referral
	form    ReferralID // that of the first form that named a partner
	lead    *brought   // what was in the browser then, once somebody asked
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
		b.form(m, e)
	case model.Referral:
		b.refer(m, e)
	case model.Clearing:
		b.browser(e.Browser).clear(m)
	case model.Order:
		if e.Contact != "" {
			b.meet(e.Contact, m, createdOnline, e.Browser)
			b.tie(e.Browser, e.Contact, m)
		}
	}
}

func (b *Casebook) click(m moment, e model.Click) {
	if e.Contact != "" {
		b.meet(e.Contact, m, existedBefore, e.Browser)
	}
	b.introduce(m, e.Partner, e.IP, e.Browser, e.Contact)
}

// form creates its contact. The first one that names a partner brought the
// contact by that referral (A4), whatever else the browser holds.
func (b *Casebook) form(m moment, e model.Form) {
	c := b.meet(e.Contact, m, createdOnline, e.Browser)
	if e.Partner == "" {
		b.tie(e.Browser, e.Contact, m)
		return
	}
	id := b.introduce(m, e.Partner, e.IP, e.Browser, e.Contact)
	if c.form == NoReferral {
		c.form = id
	}
}

// introduce is A1: the referral stays with the browser, and becomes history of
// the contact the browser is, or is now, tied to. Without a browser it is the
// named contact's at once.
func (b *Casebook) introduce(m moment, code string, ip netip.Addr, browser, contact string) ReferralID {
	partner := b.partner(code)
	clicked := entry{b.add(m, partner, WindowOf(b.catalog.Partners()[partner].TrackDays).Closes(m.at)), notCleared}
	if ip.IsValid() {
		b.addresses[ip] = append(b.addresses[ip], clicked)
	}
	if browser == "" {
		c := b.contacts[contact]
		c.history = append(c.history, run{[]entry{clicked}, m.at, true})
		return clicked.referral
	}
	here := b.browser(browser)
	here.entries = append(here.entries, clicked)
	if contact != "" {
		b.tie(browser, contact, m)
	}
	here.grow()
	return clicked.referral
}

func (b *Casebook) refer(m moment, e model.Referral) {
	id := b.add(m, b.partner(e.Partner), WindowOf(e.Days).Closes(m.at))
	c := b.meet(e.Contact, m, createdByHand, "")
	c.history = append(c.history, run{[]entry{{id, notCleared}}, m.at, true})
	if e.Type == model.Manual && c.manual == NoReferral {
		c.manual = id
	}
}

func (b *Casebook) add(m moment, partner PartnerID, expires int64) ReferralID {
	b.referrals = append(b.referrals, Referral{m.at, expires, partner, m.event})
	return ReferralID(len(b.referrals) - 1)
}

// tie makes what a browser holds the contact's history too (A1), but for what
// has become that already.
func (b *Casebook) tie(name, code string, m moment) {
	if name == "" {
		return
	}
	here, c := b.browser(name), b.contacts[code]
	if here.contact == c {
		return
	}
	here.untie()
	here.contact, here.run = c, len(c.history)
	here.first = max(here.held, c.taken[here])
	c.history = append(c.history, run{from: m.at, kept: true})
	here.grow()
}

// grow brings what was clicked since into the history of the contact.
func (here *browser) grow() {
	if here.contact != nil {
		here.contact.history[here.run].entries = here.entries[here.first:]
	}
}

// untie leaves the contact what it has. The click that ties the browser to
// somebody else is not part of it.
func (here *browser) untie() {
	if c := here.contact; c != nil {
		c.taken[here] = here.first + len(c.history[here.run].entries)
		here.contact = nil
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
func (b *Casebook) meet(code string, m moment, how origin, in string) *contact {
	c := b.contacts[code]
	if c == nil {
		c = &contact{taken: map[*browser]int{}, created: m, origin: how, browser: in, manual: NoReferral, form: NoReferral}
		b.contacts[code] = c
	}
	return c
}

func (here *browser) clear(m moment) {
	for i := range here.entries[here.held:] {
		here.entries[here.held+i].until = m.event
	}
	here.untie()
	here.held = len(here.entries)
}
