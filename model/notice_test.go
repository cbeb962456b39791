package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/model"
)

// noticed is settings, what surrounds them, and the notices they should bring
// up. Every rule stands here fired and not fired.
type noticed struct {
	name     string
	settings string // what differs from the defaults
	around   func(*model.CatalogDraft, *model.Surroundings)
	want     []string // "N1 pay_if_unused"
}

func notices() []noticed {
	plain := func(d *model.CatalogDraft, _ *model.Surroundings) {
		d.Programs[0].Default = model.RateCard{Levels: [3]model.RateRow{percent(20), percent(10)}}
	}
	row := func(edit func(*model.RateCard)) func(*model.CatalogDraft, *model.Surroundings) {
		return func(d *model.CatalogDraft, around *model.Surroundings) {
			plain(d, around)
			edit(&d.Programs[0].Default)
		}
	}
	saved := func(change func(*model.Draft)) func(*model.CatalogDraft, *model.Surroundings) {
		return func(d *model.CatalogDraft, around *model.Surroundings) {
			plain(d, around)
			draft := model.DefaultDraft()
			change(&draft)
			around.Saved, _ = draft.Parse()
		}
	}
	entered := func(d *model.CatalogDraft, around *model.Surroundings) {
		plain(d, around)
		around.EnteredReferral = true
	}
	unused := func(n model.Rate) func(*model.CatalogDraft, *model.Surroundings) {
		return row(func(c *model.RateCard) { c.Unused = percent(n) })
	}
	lead := model.RoleRates{Percent: model.Some(model.Rate(50_000))}
	amount := model.RoleRates{Amount: model.Some(model.Money(1_500))}

	return []noticed{
		{"nothing to say", "", plain, nil},
		{"N1 pay if unused at one level", "pay_if_unused=true levels=1", row(func(c *model.RateCard) { c.Levels[1] = model.RateRow{} }), []string{"N1 pay_if_unused"}},
		{"N1 not at two", "pay_if_unused=true levels=2", plain, nil},
		{"N2 only cookies and addresses", "use_ip=true", plain, []string{"N2 use_ip"}},
		{"N2 not with history", "use_ip=true tracking=history-and-cookies", plain, nil},
		{"N3 only cookies and entered referrals", "", entered, []string{"N3 tracking"}},
		{"N3 not with history", "tracking=history-and-cookies", entered, nil},
		{"N4 lead ticked without a lead rate", "pay_for=lead,sale", plain, []string{"N4 pay_for"}},
		{"N4 not with one", "pay_for=lead,sale", row(func(c *model.RateCard) { c.Levels[0].Lead = lead }), nil},
		{"N4 amount ticked without an amount", "pay_as=amount,percent", plain, []string{"N4 pay_as"}},
		{"N4 not with one", "pay_as=amount,percent", row(func(c *model.RateCard) { c.Levels[0].Sale.Amount = amount.Amount }), nil},
		{"N4 sale and percent dead", "", func(d *model.CatalogDraft, _ *model.Surroundings) {
			d.Programs[0] = model.Program{Name: "GOLD", Payout: model.UpFront}
		}, []string{"N4 pay_for", "N4 pay_as"}},
		{"N5 level 3 at two levels", "", row(func(c *model.RateCard) { c.Levels[2] = percent(5) }), []string{"N5 levels"}},
		{"N5 not at three", "levels=3", row(func(c *model.RateCard) { c.Levels[2] = percent(5) }), nil},
		{"N5 lead rates with lead off", "", row(func(c *model.RateCard) { c.Levels[0].Lead = lead }), []string{"N5 pay_for"}},
		{"N5 amounts with amount off", "", row(func(c *model.RateCard) { c.Levels[0].Sale.Amount = amount.Amount }), []string{"N5 pay_as"}},
		{"N5 an unused row with it off", "", unused(25), []string{"N5 pay_if_unused"}},
		{"N5 not with it on", "pay_if_unused=true", unused(25), nil},
		{"N5 in a product rule", "", func(d *model.CatalogDraft, around *model.Surroundings) {
			plain(d, around)
			d.Programs[0].Products[0].Card.Levels[2] = percent(5)
		}, []string{"N5 levels"}},
		{"N6 unused lower than level 1", "pay_if_unused=true", unused(15), []string{"N6 pay_if_unused"}},
		{"N6 an unused row that pays 0", "pay_if_unused=true", unused(0), []string{"N6 pay_if_unused"}},
		{"N6 not when it is the same", "pay_if_unused=true", unused(20), nil},
		{"N6 not when it is blank", "pay_if_unused=true", plain, nil},
		{"N6 not when one kind is lower and one higher", "pay_if_unused=true pay_as=amount,percent",
			row(func(c *model.RateCard) { c.Unused.Sale = amount }), nil},
		{"N6 not when what is lower is hidden", "pay_if_unused=true", row(func(c *model.RateCard) {
			c.Levels[0].Sale.Amount, c.Unused = amount.Amount, percent(20)
			c.Unused.Sale.Amount = model.Some(model.Money(1))
		}), []string{"N5 pay_as"}},
		{"N7 another prefix", "", saved(func(d *model.Draft) { d.CodePrefix = "vip-" }), []string{"N7 code_prefix"}},
		{"N7 another URL", "", saved(func(d *model.Draft) { d.LinkURL = "https://example.com" }), []string{"N7 link_url"}},
		{"N7 not for other settings", "", saved(func(d *model.Draft) { d.Levels = 1 }), nil},
		{"N8 more than the sale", "", row(func(c *model.RateCard) { c.Levels[0] = percent(91) }), []string{"N8 pay_as"}},
		{"N8 not for the sale exactly", "", row(func(c *model.RateCard) { c.Levels[0] = percent(90) }), nil},
		{"N8 not for a level that is off", "levels=1", row(func(c *model.RateCard) { c.Levels[0] = percent(91) }), []string{"N5 levels"}},
		{"N8 by an unused row", "pay_if_unused=true", unused(101), []string{"N8 pay_as"}},
		{"N8 not by an unused row on top, which replaces", "pay_if_unused=true",
			row(func(c *model.RateCard) { c.Levels[0], c.Unused = percent(90), percent(95) }), nil},
		{"N8 not by an unused row that is off", "", unused(101), []string{"N5 pay_if_unused"}},
		{"N8 by both roles", "pay_for=lead,sale", row(func(c *model.RateCard) { c.Levels[0] = model.RateRow{Lead: percent(50).Sale, Sale: percent(50).Sale} }), []string{"N8 pay_as"}},
		{"several, by rule", "use_ip=true pay_if_unused=true", func(d *model.CatalogDraft, around *model.Surroundings) {
			unused(15)(d, around)
			around.EnteredReferral = true
			draft := model.DefaultDraft()
			draft.CodePrefix, draft.LinkURL = "old-", "https://example.com"
			around.Saved, _ = draft.Parse()
			d.Programs[0].Default.Levels[0] = percent(95)
		}, []string{"N2 use_ip", "N3 tracking", "N6 pay_if_unused", "N7 code_prefix", "N7 link_url", "N8 pay_as"}},
	}
}

func TestNotices(t *testing.T) {
	for _, c := range notices() {
		catalog, around := sample(), model.Surroundings{}
		c.around(&catalog, &around)
		parsed, problems := catalog.Parse()
		if problems != nil {
			t.Fatal(c.name, problems)
		}
		around.Catalog = parsed
		d := model.DefaultDraft()
		for assignment := range strings.FieldsSeq(c.settings) {
			key, value, _ := strings.Cut(assignment, "=")
			s, _ := model.ParseSetting(key)
			if err := d.Set(s, value); err != nil {
				t.Fatal(c.name, err)
			}
		}
		s, problems := d.Parse()
		if problems != nil {
			t.Fatal(c.name, problems)
		}
		var got []string
		for _, n := range model.Notices(s, around) {
			got = append(got, n.Rule+" "+n.Setting.Key())
			if !strings.HasSuffix(n.Text, ".") {
				t.Errorf("%s: %q is no sentence", c.name, n.Text)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

// TestNoticesNamePrograms: what a notice says of programs, it says of each by
// name, and of many in short.
func TestNoticesNamePrograms(t *testing.T) {
	d := model.CatalogDraft{}
	for _, name := range []string{"TIN", "IRON", "GOLD", "LEAD", "ZINC"} {
		d.Programs = append(d.Programs, model.Program{Name: name, Payout: model.UpFront,
			Default: model.RateCard{Levels: [3]model.RateRow{percent(20), percent(10), percent(5)}}})
	}
	c, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	got := model.Notices(model.Defaults(), model.Surroundings{Catalog: c})
	if want := "TIN, IRON, GOLD and 2 more hold level 3 rates: they pay 0 and are kept."; len(got) != 1 || got[0].Text != want {
		t.Errorf("%+v, want %q", got, want)
	}
}

// TestNoticesNameCells: what one level hides is named by what is there.
func TestNoticesNameCells(t *testing.T) {
	d := model.DefaultDraft()
	d.Levels, d.PayIfUnused = 1, true
	settings, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	level1, both := [3]model.RateRow{percent(20)}, [3]model.RateRow{percent(20), percent(10)}
	for want, card := range map[string]model.RateCard{
		"GOLD holds unused rates while there is one level: they pay 0 and are kept.": {Levels: level1, Unused: percent(25)},
		"GOLD holds rates above level 1: they pay 0 and are kept.":                   {Levels: both},
		"GOLD holds rates above level 1 and unused rates: they pay 0 and are kept.":  {Levels: both, Unused: percent(25)},
	} {
		c, problems := model.CatalogDraft{Programs: []model.Program{{Name: "GOLD", Payout: model.UpFront, Default: card}}}.Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		notices := model.Notices(settings, model.Surroundings{Catalog: c})
		if !slices.Contains(notices, model.Notice{Rule: "N5", Setting: model.NumberOfLevels, Text: want}) {
			t.Errorf("%+v lacks %q", notices, want)
		}
	}
}
