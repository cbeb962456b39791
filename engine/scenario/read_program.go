package scenario

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"referee/model"
)

func (c *catalogReader) program(n *node) model.Program {
	s := c.section(n, "name", "priority", "payout", "default", "product")
	p := model.Program{
		Name:     s.required("name"),
		Priority: int(s.integer("priority", -model.MaxPriority, model.MaxPriority).Or(0)),
		Payout:   model.UpFront,
	}
	if v := s.expect("payout", unstable.String, `write payout = "up-front"`); v != nil {
		var ok bool
		if p.Payout, ok = model.ParsePayout(v.text); !ok {
			c.refuse(v.at, `write "up-front" or "on-payment"`, "payout cannot be %q", v.text)
		}
	}
	if card := s.table("default"); card != nil {
		p.Default = c.card(c.section(card, cardKeys()...))
	}
	for _, rule := range s.tables("product") {
		card := c.section(rule, append(cardKeys(), "product")...)
		p.Products = append(p.Products, model.ProductRule{Product: card.required("product"), Card: c.card(card)})
	}
	return p
}

func cardKeys() []string { return []string{"level1", "level2", "level3", "unused"} }

func (c *catalogReader) card(s section) model.RateCard {
	return model.RateCard{
		Levels: [model.MaxLevels]model.RateRow{c.rates(s, "level1"), c.rates(s, "level2"), c.rates(s, "level3")},
		Unused: c.rates(s, "unused"),
	}
}

func (c *catalogReader) rates(s section, key string) model.RateRow {
	row := s.table(key)
	if row == nil {
		return model.RateRow{}
	}
	r := c.section(row, "sale_percent", "sale_amount", "lead_percent", "lead_amount")
	return model.RateRow{
		Lead: model.RoleRates{Amount: c.rateAmount(r, "lead_amount"), Percent: r.percent("lead_percent")},
		Sale: model.RoleRates{Amount: c.rateAmount(r, "sale_amount"), Percent: r.percent("sale_percent")},
	}
}

func (c *catalogReader) rateAmount(s section, key string) model.Optional[model.Money] {
	amount := s.money(key, c.currency)
	if amount.Or(0) > model.MaxRateAmount {
		s.refuse(s.get(key).at, "at most "+c.currency.FormatMoney(model.MaxRateAmount), "%s is too large", key)
	}
	return amount
}
