package explain_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

// The cast: Ann ← Bob ← Jim (30 days), Zoe, and hal, who has no name. Ina is
// inactive, Kim's parent, and in GOLD. Max is in no program. HOUSE, which hal is
// in, pays for nothing but Y. GOLD's rule for Z is blank, so it is none.
func cast(t testing.TB) model.Catalog {
	t.Helper()
	sale := func(percent model.Rate) model.RateRow {
		return model.RateRow{Sale: model.RoleRates{Percent: model.Some(percent * 10_000)}}
	}
	gold := model.RateCard{Levels: [3]model.RateRow{sale(20), sale(10), sale(5)}, Unused: sale(25)}
	gold.Levels[0].Lead.Percent = model.Some(model.Rate(50_000))
	mixed := model.RateCard{Levels: [3]model.RateRow{sale(20), {}, sale(0)}}
	mixed.Levels[0].Sale.Amount = model.Some(model.Money(15_00))
	mixed.Levels[1].Sale.Amount = model.Some(model.Money(3_00))
	catalog, problems := model.CatalogDraft{
		Partners: []model.Partner{
			{Code: "ann", Name: "Ann", Programs: []string{"GOLD"}},
			{Code: "bob", Name: "Bob", Parent: "ann", Programs: []string{"GOLD"}},
			{Code: "jim", Name: "Jim", Parent: "bob", TrackDays: model.Some(30), Programs: []string{"GOLD"}},
			{Code: "zoe", Name: "Zoe", Programs: []string{"GOLD"}},
			{Code: "hal", Programs: []string{"HOUSE"}},
			{Code: "ina", Name: "Ina", Inactive: true, Programs: []string{"GOLD"}},
			{Code: "kim", Name: "Kim", Parent: "ina", Programs: []string{"GOLD"}},
			{Code: "max", Name: "Max"},
		},
		Programs: []model.Program{
			{Name: "GOLD", Priority: 2, Payout: model.UpFront, Default: gold, Products: []model.ProductRule{{Product: "Y", Card: mixed}, {Product: "Z"}}},
			{Name: "HOUSE", Priority: 1, Payout: model.UpFront, Products: []model.ProductRule{{Product: "Y", Card: mixed}}},
		},
		Products: []model.Product{{Code: "X", Price: 1_000_00}, {Code: "Y", Price: 1_000_00}, {Code: "Z", Price: 1_000_00}},
	}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return catalog
}

// told is one order, decided and explained.
type told struct {
	book    *engine.Casebook
	plan    *engine.Plan
	c       *engine.Case
	outcome engine.Outcome
	rows    []engine.Row
	explain.Explanation
}

// tell explains the last order of a story.
func tell(t testing.TB, catalog model.Catalog, settings string, events []model.Event) told {
	t.Helper()
	journal, problems := catalog.Journal(events)
	if problems != nil {
		t.Fatal(problems)
	}
	book := engine.Index(journal)
	return tellCase(book, engine.Compile(chosen(t, settings), catalog), len(book.Cases())-1)
}

func tellCase(book *engine.Casebook, plan *engine.Plan, at int) told {
	x := told{book: book, plan: plan, c: &book.Cases()[at]}
	x.outcome, x.rows = plan.Settle(nil, x.c)
	x.Explanation = explain.Order(book, plan, x.c, &x.outcome, x.rows)
	return x
}

// chosen is history and cookies, and over it what is written as on the command line.
func chosen(t testing.TB, assignments string) model.Settings {
	t.Helper()
	d := model.DefaultDraft()
	d.Tracking = model.HistoryAndCookies
	for assignment := range strings.FieldsSeq(assignments) {
		key, text, _ := strings.Cut(assignment, "=")
		s, known := model.ParseSetting(key)
		if !known {
			t.Fatalf("no setting %q", key)
		}
		if err := d.Set(s, text); err != nil {
			t.Fatal(err)
		}
	}
	return parsed(t, d)
}

func parsed(t rapid.TB, d model.Draft) model.Settings {
	s, problems := d.Parse()
	if problems != nil {
		t.Fatalf("%v", problems)
	}
	return s
}

// at reads a moment as the explanation shows it. The year is 2026 unless it says.
func at(text string) time.Time {
	for _, layout := range []string{"2 Jan 15:04", "2 Jan 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006 15:04:05"} {
		if moment, err := time.Parse(layout, text); err == nil {
			if moment.Year() == 0 {
				moment = moment.AddDate(2026, 0, 0)
			}
			return moment
		}
	}
	panic("not a moment: " + text)
}
