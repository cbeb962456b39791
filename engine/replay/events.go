package replay

import (
	"net/netip"
	"time"

	"referee/model"
)

// Touch is a row of touches.csv.
type Touch struct {
	ID      string
	At      time.Time
	Contact string // "" is unknown, as are the next two
	Cookie  string
	IP      netip.Addr
	Partner string
	Lead    bool // the form that brought the contact; else a click
}

// Sale is a row of sales.csv.
type Sale struct {
	ID      string
	At      time.Time
	Contact string // "" is unknown, as are the next two
	Cookie  string
	IP      netip.Addr
	Amount  model.Money // in minor units of the policy's currency
	Product string      // "" is one that no product rule is for
	Tie     bool        // it stands here only for what it ties to whom: what else bears on it does not
}

// Log is what touches.csv and sales.csv say, row by row.
type Log struct {
	Touches []Touch
	Sales   []Sale
	Broken  *BadRows // of an excerpt: what may belong to it, and nobody can tell; else nil
}

// NoProduct is what an empty product is called in a journal, where each line
// names one. Programs have no rule for it, unless they are out to.
const NoProduct = "(no product)"

// Events is what the rows of a log mean, as the events of a journal: this is the
// one place that says so. Touches stand before sales, which settles equal times.
func (l Log) Events() []model.Event {
	events := make([]model.Event, 0, len(l.Touches)+len(l.Sales))
	names := l.freeNames()
	for _, t := range l.Touches {
		events = append(events, t.event(names))
	}
	for _, s := range l.Sales {
		events = append(events, s.event())
	}
	return events
}

// event is a form, or a click. A journal's clicks have a browser, so one without
// a cookie gets one that nobody is ever seen in again: its contact's history and
// its address are then the only places to find it.
func (t Touch) event(browserOf func(Touch) string) model.Event {
	if t.Lead {
		return model.Form{At: t.At, Contact: t.Contact, Browser: t.Cookie, Partner: t.Partner, IP: t.IP}
	}
	browser := t.Cookie
	if browser == "" {
		browser = browserOf(t)
	}
	return model.Click{At: t.At, Partner: t.Partner, Browser: browser, Contact: t.Contact, IP: t.IP}
}

// event is an order. One that stands here for its tie is a form that names no partner, which
// ties as an order does and is no sale.
func (s Sale) event() model.Event {
	if s.Tie {
		return model.Form{At: s.At, Contact: s.Contact, Browser: s.Cookie}
	}
	product := s.Product
	if product == "" {
		product = NoProduct
	}
	return model.Order{
		At: s.At, ID: s.ID, Contact: s.Contact, Browser: s.Cookie, IP: s.IP,
		Lines: []model.Line{{Product: product, Quantity: 1, Price: s.Amount}},
	}
}

// freeNames gives a touch without a cookie a browser of a name that no cookie has
// and no other touch gets.
func (l Log) freeNames() func(Touch) string {
	taken := map[string]bool{}
	for _, t := range l.Touches {
		taken[t.Cookie] = true
	}
	for _, s := range l.Sales {
		taken[s.Cookie] = true
	}
	return func(t Touch) string {
		name := "no cookie, " + t.ID
		for taken[name] {
			name += "'"
		}
		taken[name] = true
		return name
	}
}
