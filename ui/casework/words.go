package casework

import (
	"referee/engine/scenario/draft"
	"referee/ui/theme"
)

// KindName is what people call a kind of event.
func KindName(k draft.Kind) string {
	return [...]string{
		draft.Click:    "Click on a partner's link",
		draft.Form:     "Web form",
		draft.Referral: "Referral entered by hand",
		draft.Clearing: "Cookies cleared",
		draft.Order:    "Order",
	}[k]
}

// glyph is an event's mark on the timeline.
func glyph(g theme.Glyphs, k draft.Kind) string {
	return [...]string{draft.Click: g.Click, draft.Form: g.Form, draft.Referral: g.Refer, draft.Clearing: g.Clear, draft.Order: g.Order}[k]
}

// fieldWords is what is said of a field.
type fieldWords struct {
	label string
	help  string
	blank string // what an empty one means, where that is not nothing
}

// words is indexed by Field. It is only read.
var words = [...]fieldWords{
	draft.At: {label: "when", help: "6 Jan 2026 10:00, or from the event above: +3d, -2h, same time; or from an order: 2h before, 3d after order-1. " +
		"Units: min, h, d, w, mo, y. Times are UTC."},
	draft.Partner:       {label: "partner", help: "Whose link was clicked, or who referred the contact: a code or a name."},
	draft.Contact:       {label: "contact", help: "Who it is, by any name you like; the same name is the same contact.", blank: "not known"},
	draft.Browser:       {label: "browser", help: "Which browser, by any name; it holds the cookies of its clicks. An order without one came in by phone or by hand.", blank: "none"},
	draft.Address:       {label: "IP address", help: "Only asked if Use IP address is yes.", blank: "not known"},
	draft.Link:          {label: "link", help: "Which link of the partner's. It does not choose the program.", blank: "any"},
	draft.Type:          {label: "type", help: "manual: the contact's first one makes its lead partner. permanent: never does.", blank: "manual"},
	draft.Days:          {label: "days", help: "For how many days of 24 hours it counts.", blank: "for ever"},
	draft.ID:            {label: "order", help: "What the order is called; each has a name of its own."},
	draft.Item:          {label: "item", help: "A product; or with more of it: 2 x shampoo at 45.00 less 10 %. The next item goes into the next row."},
	draft.Discount:      {label: "discount", help: "On the whole order: 100.00 or 10 %. With \"not for commissions\" behind it, commissions are as without it.", blank: "none"},
	draft.Tax:           {label: "tax", help: "Never part of what commissions are of.", blank: "none"},
	draft.Shipping:      {label: "shipping", help: "Never part of what commissions are of.", blank: "none"},
	draft.Fee:           {label: "fee", help: "Never part of what commissions are of.", blank: "none"},
	draft.FinanceCharge: {label: "fin. charge", help: "The finance charge. Never part of what commissions are of.", blank: "none"},
	draft.SalePartner:   {label: "sale partner", help: "Set by hand: a partner, or nobody. It beats every click.", blank: "not set by hand"},
	draft.LeadPartner:   {label: "lead partner", help: "Set by hand: a partner, or nobody.", blank: "not set by hand"},
	draft.Title:         {label: "title", help: "What the case is about; it is kept under this name."},
	draft.Story:         {label: "story", help: "A sentence or two, for whoever opens it.", blank: "none"},
}

// blankOf is what an empty field of an event means.
func blankOf(k draft.Kind, f draft.Field) string {
	if k == draft.Order && f == draft.Browser {
		return "by phone or by hand"
	}
	return words[f].blank
}

// KindKey is the letter that adds an event of a kind.
func KindKey(k draft.Kind) string {
	return [...]string{draft.Click: "c", draft.Form: "f", draft.Referral: "r", draft.Clearing: "x", draft.Order: "o"}[k]
}
