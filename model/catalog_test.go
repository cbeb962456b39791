package model_test

import (
	"fmt"
	"strings"
	"testing"

	"referee/model"
)

// percent is a row that pays a sale so many percent.
func percent(n model.Rate) model.RateRow {
	return model.RateRow{Sale: model.RoleRates{Percent: model.Some(n * 10_000)}}
}

// sample is a catalog with nothing wrong in it.
func sample() model.CatalogDraft {
	return model.CatalogDraft{
		App: "acme",
		Partners: []model.Partner{
			{Code: "ann", Programs: []string{"GOLD"}},
			{Code: "bob", Parent: "ann"},
			{Code: "jim", Parent: "bob", TrackDays: model.Some(30)},
		},
		Programs: []model.Program{{
			Name: "GOLD", Payout: model.UpFront,
			Default:  model.RateCard{Levels: [3]model.RateRow{percent(20), percent(10), percent(5)}, Unused: percent(25)},
			Products: []model.ProductRule{{Product: "X", Card: model.RateCard{Levels: [3]model.RateRow{percent(40)}}}},
		}},
		Products: []model.Product{{Code: "X", Price: 100_000}},
		Links:    []model.Link{{Code: "haircare", URL: "https://www.example.com/hair"}},
	}
}

func TestCatalogLooksUp(t *testing.T) {
	c, problems := sample().Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	jim, known := c.Partner("jim")
	if !known || c.Partners()[jim].Code != "jim" {
		t.Errorf("jim is %d, %v", jim, known)
	}
	bob := c.Parent(jim)
	if c.Partners()[bob].Code != "bob" || c.Partners()[c.Parent(bob)].Code != "ann" || c.Parent(c.Parent(bob)) != -1 {
		t.Errorf("above jim: %d, %d", bob, c.Parent(bob))
	}
	if _, known := c.Partner("nobody"); known {
		t.Error("nobody is a partner")
	}
	if x, known := c.Product("X"); !known || c.Products()[x].Price != 100_000 {
		t.Errorf("X is %d, %v", x, known)
	}
	if c.Currency() != model.USD || c.App() != "acme" || len(c.Programs()) != 1 || len(c.Links()) != 1 {
		t.Errorf("%+v", c)
	}
}

// TestCatalogRefuses breaks one thing of the sample at a time, and looks for the
// table, row and key that the refusal names.
func TestCatalogRefuses(t *testing.T) {
	card := func(row model.RateRow) model.RateCard { return model.RateCard{Unused: row} }
	for _, c := range []struct {
		name  string
		spoil func(*model.CatalogDraft)
		at    string // table, row, key
		says  string
	}{
		{"two partners of one code", func(d *model.CatalogDraft) { d.Partners[2].Code = "ann" }, "partner 2 code", "two partners"},
		{"a partner without a code", func(d *model.CatalogDraft) { d.Partners[2].Code = "" }, "partner 2 code", "no usable code"},
		{"a code with a blank", func(d *model.CatalogDraft) { d.Partners[2].Code = "jim b" }, "partner 2 code", "cannot hold"},
		{"a code with a slash", func(d *model.CatalogDraft) { d.Links[0].Code = "a/b" }, "link 0 code", "cannot hold"},
		{"a code too long", func(d *model.CatalogDraft) { d.Partners[2].Code = strings.Repeat("j", 65) }, "partner 2 code", "no usable code"},
		{"a name with an escape", func(d *model.CatalogDraft) { d.Partners[2].Name = "\x1b[2J" }, "partner 2 name", "cannot be shown"},
		{"an unknown parent", func(d *model.CatalogDraft) { d.Partners[2].Parent = "rob" }, "partner 2 parent", `"rob", who does not exist`},
		{"an unknown program", func(d *model.CatalogDraft) { d.Partners[1].Programs = []string{"TIN"} }, "partner 1 programs", `"TIN", which does not exist`},
		{"a window below zero", func(d *model.CatalogDraft) { d.Partners[2].TrackDays = model.Some(-1) }, "partner 2 track_days", "-1"},
		{"a window too long", func(d *model.CatalogDraft) { d.Partners[2].TrackDays = model.Some(model.MaxTrackDays + 1) }, "partner 2 track_days", "36501"},
		{"two programs of one name", func(d *model.CatalogDraft) { d.Programs = append(d.Programs, d.Programs[0]) }, "program 1 name", "two programs"},
		{"a program without a name", func(d *model.CatalogDraft) { d.Programs = append(d.Programs, model.Program{Payout: model.UpFront}) }, "program 1 name", "empty"},
		{"a program that never pays", func(d *model.CatalogDraft) { d.Programs[0].Payout = 0 }, "program 0 payout", "when it pays"},
		{"a rate above 1,000 %", func(d *model.CatalogDraft) { d.Programs[0].Default = card(percent(1001)) }, "program 0 default", "out of range"},
		{"a rate below zero", func(d *model.CatalogDraft) { d.Programs[0].Products[0].Card = card(percent(-1)) }, "program 0 default", "out of range"},
		{"an amount too large", func(d *model.CatalogDraft) {
			d.Programs[0].Default.Levels[2].Lead.Amount = model.Some(model.MaxRateAmount + 1)
		}, "program 0 default", "out of range"},
		{"two rules for one product", func(d *model.CatalogDraft) {
			d.Programs[0].Products = append(d.Programs[0].Products, d.Programs[0].Products[0])
		}, "program.product 0 1", "two rules"},
		{"a rule for no product", func(d *model.CatalogDraft) { d.Programs[0].Products[0].Product = "" }, "program.product 0 0", "is empty"},
		{"two products of one code", func(d *model.CatalogDraft) { d.Products = append(d.Products, d.Products[0]) }, "product 1 code", "two products"},
		{"a price below zero", func(d *model.CatalogDraft) { d.Products[0].Price = -1 }, "product 0 price", "out of range"},
		{"a price too large", func(d *model.CatalogDraft) { d.Products[0].Price = model.MaxMoney + 1 }, "product 0 price", "out of range"},
		{"a rule for a product with a line break", func(d *model.CatalogDraft) { d.Programs[0].Products[0].Product = "a\nb" }, "program.product 0 0", "cannot be shown"},
		{"a rule for a product too long", func(d *model.CatalogDraft) { d.Programs[0].Products[0].Product = strings.Repeat("x", 501) }, "program.product 0 0", "more than 500"},
		{"a priority too high", func(d *model.CatalogDraft) { d.Programs[0].Priority = model.MaxPriority + 1 }, "program 0 priority", "1000001"},
		{"a priority too low", func(d *model.CatalogDraft) { d.Programs[0].Priority = -model.MaxPriority - 1 }, "program 0 priority", "-1000001"},
		{"a link to a script", func(d *model.CatalogDraft) { d.Links[0].URL = "javascript:alert(1)" }, "link 0 url", "does not start with"},
		{"a link to no host", func(d *model.CatalogDraft) { d.Links[0].URL = "https://" }, "link 0 url", "names no host"},
		{"a link with an escape", func(d *model.CatalogDraft) { d.Links[0].URL = "https://a.example/\x1b" }, "link 0 url", "not a web address"},
		{"a link too long", func(d *model.CatalogDraft) { d.Links[0].URL += strings.Repeat("a", 2_000) }, "link 0 url", "too long"},
		{"too many partners", func(d *model.CatalogDraft) { d.Partners = make([]model.Partner, model.MaxPartners+1) }, "partner 20000 ", "20001 partners"},
		{"too many programs", func(d *model.CatalogDraft) { d.Programs = make([]model.Program, model.MaxPrograms+1) }, "program 500 ", "501 programs"},
		{"two links of one code", func(d *model.CatalogDraft) { d.Links = append(d.Links, d.Links[0]) }, "link 1 code", "two links"},
		{"its own parent", func(d *model.CatalogDraft) { d.Partners[0].Parent = "ann" }, "partner 0 parent", "ann → ann"},
		{"each other's parents", func(d *model.CatalogDraft) { d.Partners[0].Parent = "bob" }, "partner 0 parent", "ann → bob → ann"},
		{"three in a circle", func(d *model.CatalogDraft) { d.Partners[0].Parent = "jim" }, "partner 0 parent", "ann → jim → bob → ann"},
		{"an app name with a line break", func(d *model.CatalogDraft) { d.App = "a\nb" }, " -1 app", "cannot be shown"},
	} {
		d := sample()
		c.spoil(&d)
		_, problems := d.Parse()
		if len(problems) != 1 {
			t.Errorf("%s: %d problems: %v", c.name, len(problems), problems)
			continue
		}
		p := problems[0]
		if at := fmt.Sprintf("%s %d %s", p.Place.Table, p.Place.Row, p.Place.Key); at != c.at || !strings.Contains(p.What, c.says) || p.Hint == "" {
			t.Errorf("%s: at %q: %v; want at %q: %s", c.name, at, p, c.at, c.says)
		}
	}
}

// TestCatalogLimits: the very limits are taken.
func TestCatalogLimits(t *testing.T) {
	d := sample()
	d.Partners[0].Code, d.Partners[1].Parent = strings.Repeat("ö", model.MaxCode), strings.Repeat("ö", model.MaxCode)
	d.Partners[0].TrackDays, d.Partners[1].TrackDays = model.Some(model.MaxTrackDays), model.Some(0)
	d.Products[0].Price = model.MaxMoney
	d.Programs[0].Default.Unused = model.RateRow{Lead: model.RoleRates{
		Amount: model.Some(model.MaxRateAmount), Percent: model.Some(model.MaxRate)}}
	if _, problems := d.Parse(); problems != nil {
		t.Error(problems)
	}
}

// TestCatalogReportsEverything: all that is wrong at once, and each cycle once.
func TestCatalogReportsEverything(t *testing.T) {
	d := sample()
	d.Partners[0].Parent = "jim"
	d.Partners = append(d.Partners,
		model.Partner{Code: "eve", Parent: "eve"},
		model.Partner{Code: "dan", Parent: "eve"}, // leads into a cycle, but is in none
		model.Partner{Code: "kim", Parent: "nobody", Programs: []string{"TIN"}},
	)
	d.Programs[0].Payout = 0
	_, problems := d.Parse()
	if len(problems) != 5 {
		t.Errorf("%d problems, want two cycles, a parent, a program and a payout:\n%v", len(problems), problems)
	}
}

// TestLongChains: a chain of parents may be long; a long cycle is named in short.
func TestLongChains(t *testing.T) {
	var d model.CatalogDraft
	for i := range model.MaxPartners - 1 {
		d.Partners = append(d.Partners, model.Partner{Code: fmt.Sprint("p", i), Parent: fmt.Sprint("p", i+1)})
	}
	d.Partners = append(d.Partners, model.Partner{Code: "p19999"})
	if _, problems := d.Parse(); problems != nil {
		t.Fatal(problems)
	}
	d.Partners[model.MaxPartners-1].Parent = "p0"
	if _, problems := d.Parse(); len(problems) != 1 || len(problems[0].What) > 150 {
		t.Errorf("%v", problems)
	}
}
