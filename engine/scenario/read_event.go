package scenario

import (
	"fmt"
	"net/netip"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"referee/model"
)

// event is an event with the table it was read from; the event is nil if the
// table was refused.
type event struct {
	model.Event
	node *node
}

func (c *catalogReader) events(s section) []event {
	var events []event
	kinds := eventKinds()
	for _, n := range s.tables("event") {
		e := event{node: n}
		if kind, ok := c.kindOf(n, kinds); ok {
			read := func() {
				c.refuseStrangers(n, kind, kinds)
				e.Event = kind.read(c, section{c.reader, n})
			}
			if !c.clean(read) {
				e.Event = nil
			}
		}
		events = append(events, e)
	}
	return events
}

func (c *catalogReader) click(s section) model.Event {
	return model.Click{
		At:      s.time("at"),
		Partner: s.required("click"),
		Browser: s.required("browser"),
		Contact: s.string("contact"),
		IP:      s.address("ip"),
		Link:    s.string("link"),
	}
}

func (c *catalogReader) form(s section) model.Event {
	return model.Form{
		At:      s.time("at"),
		Contact: s.required("form"),
		Browser: s.string("browser"),
		Partner: s.string("partner"),
		IP:      s.address("ip"),
	}
}

func (c *catalogReader) referral(s section) model.Event {
	r := model.Referral{
		At:      s.time("at"),
		Partner: s.required("refer"),
		Contact: s.required("contact"),
		Type:    model.Manual,
		Days:    s.days("days"),
	}
	if v := s.expect("type", unstable.String, `write type = "manual"`); v != nil {
		var ok bool
		if r.Type, ok = model.ParseReferralType(v.text); !ok {
			s.refuse(v.at, `write "manual" or "permanent"`, "type cannot be %q", v.text)
		}
	}
	return r
}

func (c *catalogReader) clearing(s section) model.Event {
	return model.Clearing{At: s.time("at"), Browser: s.required("clear")}
}

func (c *catalogReader) payment(s section) model.Event {
	p := model.Payment{At: s.time("at"), Order: s.required("payment"), Commissions: s.boolean("commissions", true)}
	if s.get("amount") == nil {
		s.refuse(s.at, fmt.Sprintf("write amount = %q", moneyExample(c.currency)), "the amount is missing")
	}
	p.Amount = s.money("amount", c.currency).Or(0)
	return p
}

func (c *catalogReader) refund(s section) model.Event {
	return model.Refund{At: s.time("at"), Order: s.required("refund"), Amount: s.money("amount", c.currency)}
}

// address is an IP address; one written as IPv4 inside IPv6 is the IPv4 one.
func (s section) address(key string) netip.Addr {
	const hint = `write it like "203.0.113.9" or "2001:db8::1"`
	v := s.expect(key, unstable.String, hint)
	if v == nil {
		return netip.Addr{}
	}
	ip, err := netip.ParseAddr(v.text)
	if err != nil || ip.Zone() != "" {
		s.refuse(v.at, hint, "%q is not an IP address", v.text)
		return netip.Addr{}
	}
	return ip.Unmap()
}

// journal checks the events of a case together, the file's first. Where some
// were refused the rest are still checked, but for payments and refunds: their
// order may be one of those.
func (c *catalogReader) journal(events []event) model.Journal {
	refused := slices.ContainsFunc(events, func(e event) bool { return e.Event == nil })
	var all []model.Event
	var nodes []*node
	for _, e := range events {
		switch e.Event.(type) {
		case nil:
			continue
		case model.Payment, model.Refund:
			if refused {
				continue
			}
		}
		all, nodes = append(all, e.Event), append(nodes, e.node)
	}
	journal, problems := c.catalog.Journal(all)
	for _, p := range problems {
		at := c.top.at
		if p.Place.Row < len(nodes) {
			at = valueOrTable(nodes[p.Place.Row], p.Place.Key)
		}
		c.refuse(at, p.Hint, "%s", p.What)
	}
	return journal
}
