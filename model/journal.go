package model

import (
	"fmt"
	"slices"
	"time"
)

// Journal is everything that happened, in order of time. Only [Catalog.Journal]
// makes one, so every partner and link in it is in its [Catalog]. A line's product
// need not be: each [Line] has a price of its own.
type Journal struct {
	catalog Catalog
	events  []Event
}

// EventTable is the name of the journal's rows in a [Place]; Row counts the
// events as they were given.
const EventTable = "event"

// FirstYear and LastYear bound times: events outside these years are refused: far more likely a slip of the pen
// than a sale, and inside them a time fits the engine's nanoseconds.
const (
	FirstYear = 1900
	LastYear  = 2200
)

// Journal puts events in order of time, equal times as they were given, and
// answers with a journal or with every problem at once.
func (c Catalog) Journal(events []Event) (Journal, Problems) {
	check := journalCheck{catalog: c, orders: map[string]bool{}}
	for _, e := range events {
		if o, ok := e.(Order); ok {
			check.orders[o.ID] = false
		}
	}
	for i, e := range events {
		check.row = i
		check.event(e)
	}
	if len(check.orders) > MaxOrders {
		check.problem("sale", "split the file", "there are %d orders, at most %d are possible", len(check.orders), MaxOrders)
	}
	if len(check.problems) > 0 {
		return Journal{}, check.problems
	}
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, func(a, b Event) int { return a.When().Compare(b.When()) })
	return Journal{c, sorted}, nil
}

// Events lists the events in order of time. It is not to be written to.
func (j Journal) Events() []Event { return j.events }

// Catalog is who and what the journal is about.
func (j Journal) Catalog() Catalog { return j.catalog }

// journalCheck checks one event after the other.
type journalCheck struct {
	catalog  Catalog
	orders   map[string]bool // known orders, and whether they have been seen
	row      int
	problems Problems
}

func (c *journalCheck) problem(key, hint, what string, args ...any) {
	c.problems.add(Place{EventTable, c.row, key}, hint, what, args...)
}

func (c *journalCheck) event(e Event) {
	switch e := e.(type) {
	case Click:
		c.partner("click", e.Partner)
		c.text("browser", e.Browser, true)
		c.text("contact", e.Contact, false)
		c.link(e.Link)
	case Form:
		c.text("form", e.Contact, true)
		c.text("browser", e.Browser, false)
		c.form(e)
	case Referral:
		c.partner("refer", e.Partner)
		c.text("contact", e.Contact, true)
		c.referral(e)
	case Clearing:
		c.text("clear", e.Browser, true)
	case Order:
		c.order(e)
	case Payment:
		c.later("payment", "payments", e.Order)
	case Refund:
		c.later("refund", "refunds", e.Order)
	default: // its time is not asked for either: it may be a nil pointer
		c.problem("", "hold each event as a value of one of the model's types", "%T is not an event", e)
		return
	}
	c.time(e.When())
}

func (c *journalCheck) time(at time.Time) {
	if at.IsZero() {
		c.problem("at", "write at = 2026-01-05T10:00:00Z", "the event has no time")
	} else if y := at.UTC().Year(); y < FirstYear || y > LastYear {
		c.problem("at", fmt.Sprintf("use a year from %d to %d", FirstYear, LastYear), "the year %d cannot be right", y)
	}
}

func (c *journalCheck) partner(key, code string) {
	if _, known := c.catalog.Partner(code); !known {
		c.problem(key, "add the partner, or correct the code", "there is no partner %q", code)
	}
}

func (c *journalCheck) text(key, text string, required bool) {
	checkText(&c.problems, Place{EventTable, c.row, key}, "the "+key, text, required)
}

func (c *journalCheck) link(code string) {
	if _, known := c.catalog.Link(code); code != "" && !known {
		c.problem("link", "add the link, or correct its code", "there is no link %q", code)
	}
}

func (c *journalCheck) form(f Form) {
	if f.Partner != "" {
		c.partner("partner", f.Partner)
	} else if f.IP.IsValid() {
		c.problem("ip", "name its partner too, or leave the address out", "a form without a partner records nothing at an address")
	}
}

func (c *journalCheck) referral(r Referral) {
	if r.Type != Manual && r.Type != Permanent {
		c.problem("type", `write "manual" or "permanent"`, "the referral has no type")
	}
	if days, set := r.Days.Get(); set && (days < 0 || days > MaxTrackDays) {
		c.problem("days", fmt.Sprintf("0 to %d, or leave it out: never expires", MaxTrackDays), "days cannot be %d", days)
	}
}

// later refuses what C9 and C10 will need, so that no released figure or
// clawback is ever shown that leaves a payment or a refund out.
func (c *journalCheck) later(key, what, order string) {
	if _, known := c.orders[order]; !known {
		c.problem(key, "name an order of this file", "there is no order %q", order)
		return
	}
	c.problem(key, "take the event out to run the rest", "not yet: %s are read but not reckoned with so far", what)
}
