package scenario

import (
	"cmp"
	"encoding/json"
	"fmt"

	"referee/model"
)

// CatalogTable is a catalog as it stands in a file, for JSON: the tables and keys
// of the file, amounts and percents as texts. What a file may leave out is there
// all the same, but for what is blank.
type CatalogTable struct {
	Currency string         `json:"currency"`
	App      string         `json:"app"`
	Partners []PartnerTable `json:"partner"`
	Programs []ProgramTable `json:"program"`
	Products []ProductTable `json:"product"`
	Links    []LinkTable    `json:"link"`
}

// PartnerTable is one [[partner]].
type PartnerTable struct {
	Code       string   `json:"code"`
	Name       string   `json:"name"`
	Parent     string   `json:"parent"`
	TrackDays  *int     `json:"track_days"` // null: never expires (A2)
	Active     bool     `json:"active"`
	NotifyLead bool     `json:"notify_lead"`
	NotifySale bool     `json:"notify_sale"`
	Programs   []string `json:"programs"`
}

// ProgramTable is one [[program]].
type ProgramTable struct {
	Name     string      `json:"name"`
	Priority int         `json:"priority"`
	Payout   string      `json:"payout"`
	Default  CardTable   `json:"default"`
	Products []RuleTable `json:"product"`
}

// RuleTable is one [[program.product]].
type RuleTable struct {
	Product string
	Card    CardTable
}

// MarshalJSON writes the product beside the rows, as a file does.
func (r RuleTable) MarshalJSON() ([]byte, error) {
	fields := map[string]any{"product": r.Product}
	for row, rates := range r.Card {
		fields[row] = rates
	}
	return json.Marshal(fields)
}

// CardTable is the rates of a card that are not blank, by row ("level1", "unused")
// and rate ("sale_percent").
type CardTable map[string]map[string]string

// ProductTable is one [[product]].
type ProductTable struct {
	Code  string `json:"code"`
	Price string `json:"price"`
}

// LinkTable is one [[link]].
type LinkTable struct {
	Code string `json:"code"`
	URL  string `json:"url"`
}

// CatalogTableOf is the table of a catalog.
func CatalogTableOf(c model.Catalog) CatalogTable {
	currency := cmp.Or(c.Currency(), model.USD)
	t := CatalogTable{
		Currency: currency.Code(), App: c.App(),
		Partners: []PartnerTable{}, Programs: []ProgramTable{}, Products: []ProductTable{}, Links: []LinkTable{},
	}
	for _, p := range c.Partners() {
		t.Partners = append(t.Partners, partnerTable(p))
	}
	for _, p := range c.Programs() {
		program := ProgramTable{p.Name, p.Priority, p.Payout.String(), cardTable(p.Default, currency), []RuleTable{}}
		for _, rule := range p.Products {
			program.Products = append(program.Products, RuleTable{rule.Product, cardTable(rule.Card, currency)})
		}
		t.Programs = append(t.Programs, program)
	}
	for _, p := range c.Products() {
		t.Products = append(t.Products, ProductTable{p.Code, currency.FormatMoney(p.Price)})
	}
	for _, l := range c.Links() {
		t.Links = append(t.Links, LinkTable(l))
	}
	return t
}

func partnerTable(p model.Partner) PartnerTable {
	t := PartnerTable{
		Code: p.Code, Name: p.Name, Parent: p.Parent, Active: !p.Inactive,
		NotifyLead: p.NotifyLead, NotifySale: p.NotifySale, Programs: append([]string{}, p.Programs...),
	}
	if days, set := p.TrackDays.Get(); set {
		t.TrackDays = &days
	}
	return t
}

func cardTable(card model.RateCard, currency model.Currency) CardTable {
	t := CardTable{}
	for _, cell := range card.Cells() {
		key, row := "unused", card.Unused
		if cell.Level != model.UnusedLevel {
			key, row = fmt.Sprintf("level%d", cell.Level), card.Levels[cell.Level-1]
		}
		if t[key] == nil {
			t[key] = map[string]string{}
		}
		rates := row.For(cell.Role)
		value := rates.Percent.Or(0).Percent()
		if cell.Kind == model.Amount {
			value = currency.FormatMoney(rates.Amount.Or(0))
		}
		t[key][cell.Role.String()+"_"+cell.Kind.String()] = value
	}
	return t
}
