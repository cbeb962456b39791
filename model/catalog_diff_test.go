package model_test

import (
	"slices"
	"strings"
	"testing"

	"referee/model"
)

// said is a list of changes as a person reads it, a line for each row and each
// field.
func said(changes []model.CatalogChange) string {
	var lines []string
	for _, c := range changes {
		lines = append(lines, c.String())
		for _, words := range c.Words() {
			lines = append(lines, "  "+words)
		}
	}
	return strings.Join(lines, "\n")
}

func TestDiffCatalogs(t *testing.T) {
	for _, test := range []struct {
		name string
		edit func(*model.CatalogDraft)
		want string
	}{
		{"nothing", func(*model.CatalogDraft) {}, ""},
		{"the catalog", func(d *model.CatalogDraft) { d.App = "beta" }, `
The catalog changed
  app: acme → beta`},
		{"every field of a partner", func(d *model.CatalogDraft) {
			d.Partners[2] = model.Partner{Code: "jim", Name: "Jim Ray", Inactive: true, NotifyLead: true, NotifySale: true, Programs: []string{"GOLD"}}
		}, `
Partner jim changed
  name: none → Jim Ray
  parent: bob → none
  track days: 30 → for ever
  active: yes → no
  notify lead: no → yes
  notify sale: no → yes
  programs: none → GOLD`},
		{"rows come and go", func(d *model.CatalogDraft) {
			d.Partners[2] = model.Partner{Code: "zoe", Name: "Zoe", TrackDays: model.Some(0)}
			d.Products = append(d.Products, model.Product{Code: "free"})
			d.Links = nil
			d.Partners[1].NotifySale = true
			d.Partners = d.Partners[1:]
			d.Partners[0].Parent = ""
		}, `
Partner bob changed
  parent: ann → none
  notify sale: no → yes
Partner zoe added
  name Zoe
  track days 0
Partner ann removed
  programs GOLD
Partner jim removed
  parent bob
  track days 30
Product free added
  price 0.00
Link haircare removed
  url https://www.example.com/hair`},
		{"rates", func(d *model.CatalogDraft) {
			p := &d.Programs[0]
			p.Priority, p.Payout = 2, model.OnPayment
			p.Default.Levels[0].Sale = model.RoleRates{Amount: model.Some(model.Money(1500)), Percent: model.Some(model.Rate(0))}
			p.Default.Unused = model.RateRow{}
			p.Products = []model.ProductRule{{Product: "my_product", Card: model.RateCard{Levels: [3]model.RateRow{percent(5)}}}, {Product: "blank"}}
		}, `
Program GOLD changed
  priority: 0 → 2
  payout: up-front → on-payment
  level 1 sale amount: none → 15.00
  level 1 sale percent: 20 % → 0 %
  level 1 sale percent for my_product: none → 5 %
  rule for blank: none → without rates
  unused sale percent: 25 % → none
  level 1 sale percent for X: 40 % → none`},
		{"the order", func(d *model.CatalogDraft) {
			slices.Reverse(d.Partners)
		}, `
The partners stand in another order`},
	} {
		t.Run(test.name, func(t *testing.T) {
			from, problems := sample().Parse()
			if problems != nil {
				t.Fatal(problems)
			}
			draft := sample()
			test.edit(&draft)
			to, problems := draft.Parse()
			if problems != nil {
				t.Fatal(problems)
			}
			if got, want := said(model.DiffCatalogs(from, to)), strings.TrimPrefix(test.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// Backwards each change says the opposite.
func TestDiffCatalogsBackwards(t *testing.T) {
	full, problems := sample().Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	there, back := model.DiffCatalogs(model.Catalog{}, full), model.DiffCatalogs(full, model.Catalog{})
	if len(there) != len(back) || len(there) < 5 {
		t.Fatalf("%d changes there, %d back", len(there), len(back))
	}
	opposite := map[model.Difference]model.Difference{model.Added: model.Removed, model.Changed: model.Changed}
	for i, c := range there {
		if b := back[i]; b.Code != c.Code || b.How != opposite[c.How] || len(b.Fields) != len(c.Fields) {
			t.Errorf("there %v, back %v", c, b)
		}
		for j, f := range c.Fields {
			if b := back[i].Fields[j]; (b != model.FieldChange{Key: f.Key, From: f.To, To: f.From}) {
				t.Errorf("%v: there %v, back %v", c, f, b)
			}
		}
	}
}

func TestJournalNames(t *testing.T) {
	c, _ := sample().Parse()
	all := events()
	order := all[len(all)-1].(model.Order)
	order.SalePartner, order.LeadPartner = model.Some("bob"), model.Some("")
	j, problems := c.Journal(append(all[:len(all)-1], order))
	if problems != nil {
		t.Fatal(problems)
	}
	for _, test := range []struct {
		table, code string
		want        bool
	}{
		{model.PartnerTable, "jim", true},
		{model.PartnerTable, "ann", true},
		{model.PartnerTable, "bob", true},
		{model.PartnerTable, "", false},
		{model.PartnerTable, "X", false},
		{model.ProductTable, "X", true},
		{model.ProductTable, "jim", false},
		{model.LinkTable, "haircare", true},
		{model.LinkTable, "X", false},
		{model.ProgramTable, "GOLD", false},
	} {
		if got := j.Names(test.table, test.code); got != test.want {
			t.Errorf("%s %q: %v", test.table, test.code, got)
		}
	}
}
