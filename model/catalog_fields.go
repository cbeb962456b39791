package model

import (
	"cmp"
	"strconv"
	"strings"
)

// field is one field of a row as people read it; an empty text is blank.
type field struct{ key, text string }

func catalogFields(c CatalogDraft) []field {
	return []field{{"currency", cmp.Or(c.Currency, USD).Code()}, {"app", c.App}}
}

func partnerFields(p Partner) []field {
	days := ""
	if n, set := p.TrackDays.Get(); set {
		days = strconv.Itoa(n)
	}
	return []field{
		{"name", p.Name}, {"parent", p.Parent}, {"track_days", days}, {"active", yesNo(!p.Inactive)},
		{"notify_lead", yesNo(p.NotifyLead)}, {"notify_sale", yesNo(p.NotifySale)}, {"programs", strings.Join(p.Programs, ", ")},
	}
}

// programFields are a program's own fields and every rate of every rule that is
// not blank. A rule without any has a field too: it is there, and is no rule (C3).
func programFields(currency Currency) func(Program) []field {
	return func(p Program) []field {
		fields := []field{{"priority", strconv.Itoa(p.Priority)}, {"payout", max(p.Payout, UpFront).String()}}
		for _, rule := range p.Cards() {
			if rule.Product != "" && !rule.Card.IsRule() {
				fields = append(fields, field{"rule" + forProduct(rule.Product), "without rates"})
			}
			for _, cell := range rule.Card.Cells() {
				fields = append(fields, field{RuleCell{rule.Product, cell}.String(), rule.Card.text(cell, currency)})
			}
		}
		return fields
	}
}

// text is the value of a cell that is not blank.
func (c RateCard) text(cell Cell, currency Currency) string {
	row := c.Unused
	if cell.Level != UnusedLevel {
		row = c.Levels[cell.Level-1]
	}
	rates := row.For(cell.Role)
	if cell.Kind == Amount {
		return currency.FormatMoney(rates.Amount.Or(0))
	}
	return rates.Percent.Or(0).Percent() + " %"
}

func productFields(currency Currency) func(Product) []field {
	return func(p Product) []field {
		if p == (Product{}) {
			return nil
		}
		return []field{{"price", currency.FormatMoney(p.Price)}}
	}
}

func linkFields(l Link) []field { return []field{{"url", l.URL}} }

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// String is the row and in what way it differs: "Program GOLD changed". What in
// it is told by its fields.
func (c CatalogChange) String() string {
	switch {
	case c.Table == "":
		return "The catalog " + c.How.String()
	case c.How == Moved:
		return "The " + c.Table + "s stand in another order"
	}
	return strings.ToUpper(c.Table[:1]) + c.Table[1:] + " " + c.Code + " " + c.How.String()
}

// String is the field in words: "track days: 30 → for ever".
func (f FieldChange) String() string {
	return f.Name() + ": " + f.words(f.From) + " → " + f.words(f.To)
}

// Name is the field as people call it. That of a rate is in words already.
func (f FieldChange) Name() string {
	if strings.Contains(f.Key, " ") {
		return f.Key
	}
	return strings.ReplaceAll(f.Key, "_", " ")
}

// Words is the changed row a field at a time: "track days: 30 → for ever", or what
// a row that was added or taken away holds: "track days 30".
func (c CatalogChange) Words() []string {
	words := make([]string, len(c.Fields))
	for i, f := range c.Fields {
		switch c.How {
		case Added:
			words[i] = f.Name() + " " + f.words(f.To)
		case Removed:
			words[i] = f.Name() + " " + f.words(f.From)
		default:
			words[i] = f.String()
		}
	}
	return words
}

func (f FieldChange) words(text string) string {
	switch {
	case text != "":
		return text
	case f.Key == "track_days":
		return "for ever"
	}
	return "none"
}
