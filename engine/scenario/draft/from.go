package draft

import (
	"net/netip"
	"strconv"

	"referee/model"
)

// From is the draft of a journal about the reader's catalog: parsed, it is the same
// events again. The list is in order of time.
func (r *Reader) From(title, story string, events []model.Event) Case {
	c := Case{Title: title, Story: story, Events: make([]Event, 0, len(events))}
	for _, e := range events {
		c.Events = append(c.Events, r.event(e))
	}
	return c
}

func (r *Reader) event(e model.Event) Event {
	d := NewEvent(0)
	switch e := e.(type) {
	case model.Click:
		d.Kind = Click
		d.texts[Partner], d.texts[Browser], d.texts[Contact] = e.Partner, e.Browser, e.Contact
		d.texts[Link], d.texts[Address] = e.Link, address(e.IP)
	case model.Form:
		d.Kind = Form
		d.texts[Contact], d.texts[Browser] = e.Contact, e.Browser
		d.texts[Partner], d.texts[Address] = e.Partner, address(e.IP)
	case model.Referral:
		d.Kind = Referral
		d.texts[Partner], d.texts[Contact], d.texts[Type] = e.Partner, e.Contact, e.Type.String()
		if days, set := e.Days.Get(); set {
			d.texts[Days] = strconv.Itoa(days)
		}
	case model.Clearing:
		d.Kind = Clearing
		d.texts[Browser] = e.Browser
	case model.Order:
		d = r.bought(e)
	}
	d.texts[At] = Moment(e.When())
	return d
}

func (r *Reader) bought(o model.Order) Event {
	d := NewEvent(Order)
	d.texts[ID], d.texts[Contact], d.texts[Browser], d.texts[Address] = o.ID, o.Contact, o.Browser, address(o.IP)
	for _, l := range o.Lines {
		d.items = append(d.items, r.writeItem(l))
	}
	d.texts[Discount] = r.writeDiscount(o.Discount)
	d.texts[SalePartner], d.texts[LeadPartner] = r.writeHand(o.SalePartner), r.writeHand(o.LeadPartner)
	for f, m := range map[Field]model.Money{Tax: o.Tax, Shipping: o.Shipping, Fee: o.Fee, FinanceCharge: o.FinanceCharge} {
		if m != 0 {
			d.texts[f] = r.catalog.Currency().FormatMoney(m)
		}
	}
	return d
}

func (r *Reader) writeHand(partner model.Optional[string]) string {
	code, set := partner.Get()
	if _, called := r.named[nobody]; set && code == "" && called {
		return surelyNoOne
	} else if set && code == "" {
		return nobody
	}
	return code
}

func address(ip netip.Addr) string {
	if !ip.IsValid() {
		return ""
	}
	return ip.String()
}
