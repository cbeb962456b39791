package explain_test

import (
	"net/netip"

	"referee/model"
)

// A cafe's address.
const cafe = "203.0.113.9"

// click is a click in the laptop.
func click(partner, when string) model.Click {
	return model.Click{At: at(when), Partner: partner, Browser: "laptop"}
}

// known is a click of a buyer who is known, so that it is history at once.
func known(partner, when string) model.Click {
	c := click(partner, when)
	c.Contact = "katie"
	return c
}

// away is a stranger's click in the cafe.
func away(partner, when string) model.Click {
	return model.Click{At: at(when), Partner: partner, Browser: "stranger", IP: netip.MustParseAddr(cafe)}
}

func cleared(when string) model.Clearing { return model.Clearing{At: at(when), Browser: "laptop"} }

func form(browser, when string) model.Form {
	return model.Form{At: at(when), Contact: "katie", Browser: browser}
}

// introduced is a form that names its partner.
func introduced(partner, when string) model.Form {
	f := form("laptop", when)
	f.Partner = partner
	return f
}

// manual and permanent are referrals entered by hand. The manual one ends after
// two days.
func manual(partner, when string) model.Referral {
	return model.Referral{At: at(when), Partner: partner, Contact: "katie", Type: model.Manual, Days: model.Some(2)}
}

func permanent(partner, when string) model.Referral {
	return model.Referral{At: at(when), Partner: partner, Contact: "katie", Type: model.Permanent}
}

// phone is an order of one X at 1,000.00, by phone.
func phone(when string, edits ...func(*model.Order)) model.Order {
	o := model.Order{At: at(when), ID: "order", Contact: "katie", Lines: []model.Line{{Product: "X", Quantity: 1, Price: 1_000_00}}}
	for _, edit := range edits {
		edit(&o)
	}
	return o
}

// order is the same, in the laptop.
func order(when string, edits ...func(*model.Order)) model.Order {
	return phone(when, append([]func(*model.Order){in("laptop")}, edits...)...)
}

func in(browser string) func(*model.Order) { return func(o *model.Order) { o.Browser = browser } }

func inCafe(o *model.Order) { o.IP = netip.MustParseAddr(cafe) }

func unknown(o *model.Order) { o.Contact = "" }

func buyer(contact string) func(*model.Order) { return func(o *model.Order) { o.Contact = contact } }

func sold(partner string) func(*model.Order) {
	return func(o *model.Order) { o.SalePartner = model.Some(partner) }
}

func led(partner string) func(*model.Order) {
	return func(o *model.Order) { o.LeadPartner = model.Some(partner) }
}

func of(lines ...model.Line) func(*model.Order) { return func(o *model.Order) { o.Lines = lines } }

func story(events ...model.Event) []model.Event { return events }
