package scenario

import (
	"fmt"
	"slices"

	"referee/model"
)

func (p *printer) catalog(c model.Catalog) {
	for _, partner := range c.Partners() {
		p.partner(partner, c.Programs())
	}
	for _, program := range c.Programs() {
		p.program(program)
	}
	for _, product := range c.Products() {
		p.header("[[product]]")
		p.text("code", product.Code)
		p.line("price", p.money(product.Price))
	}
	for _, link := range c.Links() {
		p.header("[[link]]")
		p.text("code", link.Code)
		p.text("url", link.URL)
	}
}

func (p *printer) partner(partner model.Partner, programs []model.Program) {
	p.header("[[partner]]")
	p.text("code", partner.Code)
	p.text("name", partner.Name)
	p.text("parent", partner.Parent)
	p.optionalInt("track_days", partner.TrackDays)
	p.flag("active", !partner.Inactive, true)
	p.flag("notify_lead", partner.NotifyLead, false)
	p.flag("notify_sale", partner.NotifySale, false)
	inAll := slices.EqualFunc(partner.Programs, programs, func(name string, p model.Program) bool { return name == p.Name })
	if !inAll {
		p.line("programs", quoteAll(partner.Programs))
	}
}

func (p *printer) program(program model.Program) {
	p.header("[[program]]")
	p.text("name", program.Name)
	if program.Priority != 0 {
		p.line("priority", fmt.Sprint(program.Priority))
	}
	if program.Payout != model.UpFront {
		p.text("payout", program.Payout.String())
	}
	if program.Default.IsRule() {
		p.WriteString("[program.default]\n")
		p.card(program.Default)
	}
	for _, rule := range program.Products {
		p.WriteString("[[program.product]]\n")
		p.text("product", rule.Product)
		p.card(rule.Card)
	}
}

func (p *printer) card(card model.RateCard) {
	for i, row := range card.Levels {
		p.rates(fmt.Sprintf("level%d", i+1), row)
	}
	p.rates("unused", card.Unused)
}

func (p *printer) rates(key string, row model.RateRow) {
	var parts []string
	for _, role := range [...]model.Role{model.Sale, model.Lead} {
		rates := row.For(role)
		if percent, set := rates.Percent.Get(); set {
			parts = append(parts, fmt.Sprintf("%s_percent = %q", role, percent.Percent()))
		}
		if amount, set := rates.Amount.Get(); set {
			parts = append(parts, fmt.Sprintf("%s_amount = %s", role, p.money(amount)))
		}
	}
	if len(parts) > 0 {
		p.line(key, inline(parts))
	}
}
