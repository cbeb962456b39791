package scenario

import (
	"fmt"
	"net/netip"

	"referee/model"
)

func (p *printer) event(e model.Event, c model.Catalog) {
	p.header("[[event]]")
	p.time(e.When())
	switch e := e.(type) {
	case model.Click:
		p.text("click", e.Partner)
		p.text("browser", e.Browser)
		p.text("contact", e.Contact)
		p.address(e.IP)
		p.text("link", e.Link)
	case model.Form:
		p.text("form", e.Contact)
		p.text("browser", e.Browser)
		p.text("partner", e.Partner)
		p.address(e.IP)
	case model.Referral:
		p.text("refer", e.Partner)
		p.text("contact", e.Contact)
		if e.Type != model.Manual {
			p.text("type", e.Type.String())
		}
		p.optionalInt("days", e.Days)
	case model.Clearing:
		p.text("clear", e.Browser)
	case model.Order:
		p.order(e, c)
	}
}

func (p *printer) address(ip netip.Addr) {
	if ip.IsValid() {
		p.text("ip", ip.String())
	}
}

func (p *printer) order(o model.Order, c model.Catalog) {
	p.text("sale", o.ID)
	p.line("contact", quote(o.Contact))
	p.text("browser", o.Browser)
	p.address(o.IP)
	p.lines(o.Lines, c)
	p.amount("tax", o.Tax)
	p.amount("shipping", o.Shipping)
	p.amount("fee", o.Fee)
	p.amount("finance_charge", o.FinanceCharge)
	if o.Discount != (model.Discount{}) {
		p.line("discount", p.discount(o.Discount))
	}
	p.optionalText("sale_partner", o.SalePartner)
	p.optionalText("lead_partner", o.LeadPartner)
}

// lines stand one below the other as soon as there are two.
func (p *printer) lines(lines []model.Line, c model.Catalog) {
	if len(lines) == 1 {
		p.line("lines", "[ "+p.lineTable(lines[0], c)+" ]")
		return
	}
	p.WriteString("lines = [\n")
	for _, l := range lines {
		fmt.Fprintf(p, "  %s,\n", p.lineTable(l, c))
	}
	p.WriteString("]\n")
}

func (p *printer) lineTable(l model.Line, c model.Catalog) string {
	parts := []string{"product = " + quote(l.Product)}
	if l.Quantity != 1 {
		parts = append(parts, fmt.Sprintf("quantity = %d", l.Quantity))
	}
	row, known := c.Product(l.Product)
	if !known || c.Products()[row].Price != l.Price {
		parts = append(parts, "price = "+p.money(l.Price))
	}
	if l.Discount != (model.Discount{}) {
		parts = append(parts, "discount = "+p.discount(l.Discount))
	}
	return inline(parts)
}

func (p *printer) discount(d model.Discount) string {
	var parts []string
	if d.Percent != 0 {
		parts = append(parts, fmt.Sprintf("percent = %q", d.Percent.Percent()))
	} else {
		parts = append(parts, "amount = "+p.money(d.Amount))
	}
	if !d.Commissions {
		parts = append(parts, "commissions = false")
	}
	return inline(parts)
}
