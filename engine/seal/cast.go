package seal

import (
	"net/netip"

	"referee/model"
)

// cast is who and what a case needs.
type cast struct {
	partners, contacts, programs, browsers, products, links, orders []string
	ips                                                             []netip.Addr

	seen map[[2]string]bool
}

// castOf goes through what happened, and from there to the partners above and to
// the programs of all of them.
func castOf(j model.Journal) *cast {
	c := &cast{seen: map[[2]string]bool{}}
	for _, e := range j.Events() {
		c.event(e, j.Catalog())
	}
	for i := 0; i < len(c.partners); i++ { // those above are appended as it goes
		row, _ := j.Catalog().Partner(c.partners[i])
		partner := j.Catalog().Partners()[row]
		c.add("partner", &c.partners, partner.Parent)
		c.add("program", &c.programs, partner.Programs...)
	}
	return c
}

func (c *cast) event(e model.Event, catalog model.Catalog) {
	switch e := e.(type) {
	case model.Click:
		c.add("partner", &c.partners, e.Partner)
		c.add("link", &c.links, e.Link)
		c.where(catalog, e.Contact, e.Browser, e.IP)
	case model.Form:
		c.add("partner", &c.partners, e.Partner)
		c.where(catalog, e.Contact, e.Browser, e.IP)
	case model.Referral:
		c.add("partner", &c.partners, e.Partner)
		c.where(catalog, e.Contact, "", netip.Addr{})
	case model.Clearing:
		c.where(catalog, "", e.Browser, netip.Addr{})
	case model.Order:
		c.where(catalog, e.Contact, e.Browser, e.IP)
		c.add("partner", &c.partners, e.SalePartner.Or(""), e.LeadPartner.Or(""))
		c.add("order", &c.orders, e.ID)
		for _, l := range e.Lines {
			c.add("product", &c.products, l.Product)
		}
	}
}

// where takes in a contact, who may be a partner too (A8), a browser and an address.
func (c *cast) where(catalog model.Catalog, contact, browser string, ip netip.Addr) {
	if _, known := catalog.Partner(contact); known {
		c.add("partner", &c.partners, contact)
	}
	c.add("contact", &c.contacts, contact)
	c.add("browser", &c.browsers, browser)
	if key := [2]string{"ip", ip.String()}; ip.IsValid() && !c.seen[key] {
		c.seen[key] = true
		c.ips = append(c.ips, ip)
	}
}

func (c *cast) add(table string, list *[]string, names ...string) {
	for _, name := range names {
		if key := [2]string{table, name}; name != "" && !c.seen[key] {
			c.seen[key] = true
			*list = append(*list, name)
		}
	}
}
