package whatif

import (
	"net/netip"
	"slices"
	"time"

	"referee/engine"
	"referee/model"
)

// Kind is a kind of single change, the smaller ones first: what a person can set
// before what has happened, and what happened a little differently before what
// would not have happened at all.
type Kind uint8

const (
	ToSetting  Kind = iota + 1 // a setting: To is its value, as [model.Draft.Set] reads it
	ToWindow                   // the days a partner's clicks count, or a referral entered by hand does
	ToActive                   // whether a partner is active
	ToMoment                   // an event at another time; the order, too
	ToGone                     // an event that does not happen: a click, a form, cookies that are kept
	ToContact                  // a click that names the order's contact, or an order that names its own
	ToBrowser                  // the order from another browser, or from one at all, or by phone
	ToAddress                  // the order from another address
	ToSaleHand                 // the sale partner set on the order, or not set
	ToLeadHand                 // the lead partner likewise
	numKinds
)

var kindKeys = [numKinds]string{"", "setting", "window", "active", "moment", "gone", "contact", "browser", "address", "sale-by-hand", "lead-by-hand"}

// String is the kind's stable word.
func (k Kind) String() string { return kindKeys[k] }

// Change is one thing that is different. Which fields count depends on the kind.
type Change struct {
	Kind     Kind
	Distance int64 // how far from what is, in the kind's own measure: boxes, levels, days, nanoseconds; else 1

	Setting model.Setting          // ToSetting
	To      string                 // ToSetting, its value; ToContact; ToBrowser, its name or "" for none
	Event   int                    // the row in the journal of what changes; -1 for settings and partners
	Partner engine.PartnerID       // whose: ToWindow, ToActive
	Days    int                    // ToWindow
	At      time.Time              // ToMoment
	IP      netip.Addr             // ToAddress; the zero Addr is none
	Hand    model.Optional[string] // ToSaleHand, ToLeadHand: the code, "" for nobody, or not set
}

// world is what a change is made to: all that decides one order.
type world struct {
	settings model.Settings
	catalog  model.Catalog
	events   []model.Event
	order    int // the order's row
}

// Apply makes a change to settings and to a journal with its catalog. It comes
// with the problems of a change that cannot be, such as a time out of range.
func (c Change) Apply(s model.Settings, j model.Journal) (model.Settings, model.Journal, model.Problems) {
	w, problems := c.on(world{s, j.Catalog(), j.Events(), -1})
	if problems != nil {
		return s, j, problems
	}
	changed, problems := w.catalog.Journal(w.events)
	return w.settings, changed, problems
}

// on makes the change. What it does not touch is shared with the world before.
func (c Change) on(w world) (world, model.Problems) {
	var problems model.Problems
	switch {
	case c.Kind == ToSetting:
		d := w.settings.Draft()
		if err := d.Set(c.Setting, c.To); err != nil {
			return w, model.Problems{{What: err.Error()}}
		}
		w.settings, problems = d.Parse()
	case c.Event < 0:
		w.catalog, problems = c.onPartner(w.catalog)
	case c.Kind == ToGone:
		w.events = slices.Delete(slices.Clone(w.events), c.Event, c.Event+1)
		if c.Event < w.order {
			w.order--
		}
	default:
		w.events = slices.Clone(w.events)
		w.events[c.Event] = c.onEvent(w.events[c.Event])
	}
	return w, problems
}

func (c Change) onPartner(catalog model.Catalog) (model.Catalog, model.Problems) {
	d := catalog.Draft()
	d.Partners = slices.Clone(d.Partners)
	if p := &d.Partners[c.Partner]; c.Kind == ToWindow {
		p.TrackDays = model.Some(c.Days)
	} else {
		p.Inactive = !p.Inactive
	}
	return d.Parse()
}

func (c Change) onEvent(e model.Event) model.Event {
	if c.Kind == ToMoment {
		return at(e, c.At)
	}
	switch e := e.(type) {
	case model.Click:
		e.Contact = c.To
		return e
	case model.Referral:
		e.Days = model.Some(c.Days)
		return e
	case model.Order:
		return c.onOrder(e)
	}
	return e
}

func (c Change) onOrder(o model.Order) model.Order {
	switch c.Kind {
	case ToContact:
		o.Contact = c.To
	case ToBrowser:
		o.Browser = c.To
	case ToAddress:
		o.IP = c.IP
	case ToSaleHand:
		o.SalePartner = c.Hand
	case ToLeadHand:
		o.LeadPartner = c.Hand
	}
	return o
}

// at is an event at another moment.
func at(e model.Event, t time.Time) model.Event {
	switch e := e.(type) {
	case model.Click:
		e.At = t
		return e
	case model.Form:
		e.At = t
		return e
	case model.Referral:
		e.At = t
		return e
	case model.Clearing:
		e.At = t
		return e
	case model.Order:
		e.At = t
		return e
	}
	return e
}
