package engine_test

import (
	"slices"
	"time"

	"referee/model"
)

// history lists the contact's referrals of every type. One that became the
// contact's only after the order, by a later tie, came too late.
func (o *oracle) history(order model.Order) (seen []candidateWord) {
	sofar, all := o.until(order.At), len(o.events)
	for i, e := range o.events {
		click, _ := introduction(e)
		partner := click.Partner
		if r, is := e.(model.Referral); is {
			partner = r.Partner
		}
		if order.Contact == "" || !o.belongs(i, order.Contact, all) {
			continue
		}
		status := o.valid(i, order.At)
		if !o.belongs(i, order.Contact, sofar) {
			status = "later"
		}
		seen = append(seen, candidateWord{i, partner, status})
	}
	return seen
}

// until is how many events there are up to and including a moment.
func (o *oracle) until(now time.Time) int {
	n := slices.IndexFunc(o.events, func(e model.Event) bool { return e.When().After(now) })
	if n < 0 {
		return len(o.events)
	}
	return n
}

// belongs is whether a referral is the contact's by the first n events (A1).
func (o *oracle) belongs(row int, contact string, n int) bool {
	if row >= n {
		return false
	}
	if r, is := o.events[row].(model.Referral); is {
		return r.Contact == contact
	}
	click, is := introduction(o.events[row])
	if !is || click.Browser == "" {
		return is && click.Contact == contact
	}
	for i := range n {
		switch {
		case o.tie(i, click.Browser) != contact:
		case i >= row && !o.cleared(click.Browser, row, i):
			return true // the browser held the click when it was tied
		case i < row && !o.cleared(click.Browser, i, row) && !o.tiedElsewhere(click.Browser, contact, i, row):
			return true // the browser was tied when it was clicked in
		}
	}
	return false
}

// tie is the contact that an event ties a browser to, "" for none: an event
// that names a browser and a contact together.
func (o *oracle) tie(row int, browser string) string {
	switch e := o.events[row].(type) {
	case model.Click:
		if e.Browser == browser {
			return e.Contact
		}
	case model.Form:
		if e.Browser == browser {
			return e.Contact
		}
	case model.Order:
		if e.Browser == browser {
			return e.Contact
		}
	}
	return ""
}

func (o *oracle) tiedElsewhere(browser, contact string, after, upTo int) bool {
	for i := after + 1; i <= upTo; i++ {
		if tied := o.tie(i, browser); tied != "" && tied != contact {
			return true
		}
	}
	return false
}
