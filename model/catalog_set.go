package model

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// text is what a field holds.
func (d *CatalogDraft) text(f CatalogField) string {
	switch f.Table {
	case PartnerTable:
		return d.Partners[f.Row].text(f.Key)
	case ProgramTable:
		return d.Programs[f.Row].text(f, d.Currency)
	case ProductTable:
		if f.Key == "price" {
			return d.Currency.FormatMoney(d.Products[f.Row].Price)
		}
		return d.Products[f.Row].Code
	}
	if f.Key == "url" {
		return d.Links[f.Row].URL
	}
	return d.Links[f.Row].Code
}

func (p Partner) text(key string) string {
	switch key {
	case "code":
		return p.Code
	case "name":
		return p.Name
	case "parent":
		return p.Parent
	case "track_days":
		if days, set := p.TrackDays.Get(); set {
			return strconv.Itoa(days)
		}
		return ""
	case "active":
		return strconv.FormatBool(!p.Inactive)
	case "notify_lead":
		return strconv.FormatBool(p.NotifyLead)
	}
	return strconv.FormatBool(p.NotifySale)
}

func (p Program) text(f CatalogField, currency Currency) string {
	switch f.Key {
	case "name":
		return p.Name
	case "priority":
		return strconv.Itoa(p.Priority)
	case "payout":
		return p.Payout.String()
	case RuleKey:
		return p.Products[f.Rule-1].Product
	}
	rates := p.card(f.Rule).row(f.Cell.Level).role(f.Cell.Role)
	switch {
	case f.Cell.Kind == Amount && rates.Amount.IsSet():
		return currency.FormatMoney(rates.Amount.Or(0))
	case f.Cell.Kind == Percent && rates.Percent.IsSet():
		return rates.Percent.Or(0).Percent()
	}
	return ""
}

// card is a rate card of the program by its place in Cards.
func (p *Program) card(rule int) *RateCard {
	if rule == 0 {
		return &p.Default
	}
	return &p.Products[rule-1].Card
}

func (c *RateCard) row(level int) *RateRow {
	if level == UnusedLevel {
		return &c.Unused
	}
	return &c.Levels[level-1]
}

func (r *RateRow) role(role Role) *RoleRates {
	if role == Lead {
		return &r.Lead
	}
	return &r.Sale
}

// set writes a field from its text form; the row is copied first. It answers
// with what is wrong with the text itself.
func (d *CatalogDraft) set(f CatalogField, text string) *Problem {
	if f.Key == CodeKey(f.Table) {
		*d = d.renamed(Renames{{f.Table, d.text(f), text}})
		return nil
	}
	var err error
	hint := ""
	switch f.Table {
	case PartnerTable:
		d.Partners = slices.Clone(d.Partners)
		hint, err = d.Partners[f.Row].set(f.Key, text)
	case ProgramTable:
		d.Programs = slices.Clone(d.Programs)
		hint, err = d.setProgram(f, text)
	case ProductTable:
		d.Products = slices.Clone(d.Products)
		d.Products[f.Row].Price, err = d.Currency.ParseMoney(text)
	case LinkTable:
		d.Links = slices.Clone(d.Links)
		d.Links[f.Row].URL = text
	}
	if err != nil {
		return &Problem{Place{f.Table, f.Row, f.Key}, withoutKind(err), hint}
	}
	return nil
}

// withoutKind is what is wrong with a text, where its field says what it should be.
func withoutKind(err error) string {
	for _, kind := range [...]error{ErrMoney, ErrRate} {
		if errors.Is(err, kind) {
			return strings.TrimPrefix(err.Error(), kind.Error()+": ")
		}
	}
	return err.Error()
}

func (p *Partner) set(key, text string) (hint string, err error) {
	switch key {
	case "name":
		p.Name = text
	case "parent":
		p.Parent = text
	case "track_days":
		p.TrackDays = Optional[int]{}
		if text != "" {
			days, bad := strconv.Atoi(text)
			if bad != nil {
				return fmt.Sprintf("0 to %d, or leave it empty: never expires", MaxTrackDays), fmt.Errorf("%q is not a number of days", text)
			}
			p.TrackDays = Some(days)
		}
	case "active":
		p.Inactive = text != "true"
	case "notify_lead":
		p.NotifyLead = text == "true"
	case "notify_sale":
		p.NotifySale = text == "true"
	}
	return "", nil
}

func (d *CatalogDraft) setProgram(f CatalogField, text string) (hint string, err error) {
	p := &d.Programs[f.Row]
	p.Products = slices.Clone(p.Products)
	switch f.Key {
	case "priority":
		if p.Priority, err = strconv.Atoi(text); err != nil {
			return "the lowest is asked first, like 0 or 10", fmt.Errorf("%q is not a whole number", text)
		}
	case "payout":
		p.Payout, _ = ParsePayout(text)
	case RuleKey:
		if !slices.ContainsFunc(d.Products, func(product Product) bool { return product.Code == text }) {
			return "add the product, or correct its code", fmt.Errorf("there is no product %q", text)
		}
		p.Products[f.Rule-1].Product = text
	case RateKey:
		return "", p.card(f.Rule).row(f.Cell.Level).role(f.Cell.Role).set(f.Cell.Kind, text, d.Currency)
	}
	return "", nil
}

// set reads a rate; an empty text is blank, which is not 0 (C3).
func (r *RoleRates) set(kind Kind, text string, currency Currency) error {
	if kind == Amount {
		r.Amount = Optional[Money]{}
		if text == "" {
			return nil
		}
		amount, err := currency.ParseMoney(text)
		r.Amount = Some(amount)
		return err
	}
	r.Percent = Optional[Rate]{}
	if text == "" {
		return nil
	}
	percent, err := ParsePercent(text)
	r.Percent = Some(percent)
	return err
}
