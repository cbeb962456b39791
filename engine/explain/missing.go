package explain

import (
	"fmt"

	"referee/engine"
	"referee/model"
)

// missing explains why a rung holds nothing that counts. A single referral is
// told with its own figures; of several, each [Candidate] tells its own.
func (t *teller) missing(r engine.Rung, f engine.Finding) string {
	switch f {
	case engine.NoBrowser:
		return t.noBrowser()
	case engine.NoAddress:
		return "The order has no IP address."
	case engine.NoContact:
		return "The order does not say who bought, so there is no history."
	case engine.NoneRecorded:
		return "Nothing recorded " + t.place(r) + "."
	}
	e := t.excerpt(r)
	if e.total == 1 {
		c := e.listed[0]
		return fmt.Sprintf("%s of %s: %s.", t.noun(r, c.Referral), t.partner(c.Partner), t.status(c))
	}
	return fmt.Sprintf("None of %d referrals %s counts: %s.", e.total, t.place(r), allAre[f])
}

var allAre = map[engine.Finding]string{
	engine.AllExpired:  "all had expired",
	engine.AllInactive: "their partners are inactive",
	engine.AllLater:    "all came after the order",
	engine.AllCleared:  "all were cleared before the order",
	engine.NoneValid:   "each for its own reason",
}

// noBrowser is A6. An order that has an address came online all the same.
func (t *teller) noBrowser() string {
	if t.c.Order.IP.IsValid() {
		return "The order names no browser, so there is no cookie."
	}
	return "Phone or hand-entered order: no browser, so no cookie."
}

// noun is what a referral is called on a rung.
func (t *teller) noun(r engine.Rung, id engine.ReferralID) string {
	if r == engine.ByCookie {
		return "Cookie"
	}
	switch e := t.book.Events()[t.book.Referral(id).Event].(type) {
	case model.Referral:
		if e.Type == model.Permanent {
			return "Permanent referral"
		}
		return "Manual referral"
	case model.Form:
		return "Form"
	}
	return "Click"
}
