package sim_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/sim"
	"referee/ui/theme"
)

const claims = "Two partners claim this sale"

// edited is the samples' catalog with something changed.
func edited(t testing.TB, edit func(*model.CatalogDraft)) model.Catalog {
	t.Helper()
	draft := scenario.SampleCatalog().Draft()
	draft.Partners, draft.Programs = slices.Clone(draft.Partners), slices.Clone(draft.Programs)
	draft.Products, draft.Links = slices.Clone(draft.Products), slices.Clone(draft.Links)
	edit(&draft)
	catalog, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return catalog
}

// rows is the pane as text, wide and high enough for all of it.
func rows(p *sim.Pane) string {
	return ansi.Strip(strings.Join(p.Rows(theme.New(theme.None, theme.ASCII()), 100, 60, false), "\n"))
}

// gains is who gains what in the first case.
func gains(t *testing.T, b *sim.Bench) map[string]model.Money {
	t.Helper()
	effect, ok := b.Effect(0)
	if !ok {
		t.Fatal("the draft cannot be run")
	}
	all := map[string]model.Money{}
	for _, g := range effect.Gains() {
		all[g.Name] = g.Amount
	}
	return all
}

// A case is run on what is saved and on what is drafted, whatever its own
// catalog says; what the two differ in is what the draft changes.
func TestCasesRunOnTheGivenCatalogs(t *testing.T) {
	saved := edited(t, func(d *model.CatalogDraft) {
		d.Programs[0].Default.Levels[0].Sale.Percent = model.Some(model.Whole / 2)
	})
	draft := edited(t, func(d *model.CatalogDraft) {
		d.Programs[0].Default.Levels[0].Sale.Percent = model.Some(model.Whole / 4)
		d.Partners[2], d.Partners[3] = d.Partners[3], d.Partners[2] // another order is no change
	})
	s := settings(t, func(d *model.Draft) { d.Tracking = model.HistoryAndCookies })
	bench := sim.NewBench(ready(example(t, claims)))
	bench.Set(model.Policy{Settings: s, Catalog: saved}, model.Policy{Settings: s, Catalog: draft}, nil)
	if diff := cmp.Diff(map[string]model.Money{"Zoe": -31250, "Jim": -31250}, gains(t, bench)); diff != "" {
		t.Error(diff)
	}
	if shown := rows(sim.New(bench)); !strings.Contains(shown, "500.00") || strings.Contains(shown, "of its own") {
		t.Error(shown)
	}
}

// A case that the draft cannot hold is not run under it; one that only the draft can
// hold is run on its own catalog. Both say why, and neither is taken for no change.
func TestCasesTheCatalogCannotHold(t *testing.T) {
	whole := edited(t, func(*model.CatalogDraft) {})
	for want, draft := range map[string]model.Catalog{
		`there is no partner "zoe"`:         edited(t, func(d *model.CatalogDraft) { d.Partners = slices.Delete(d.Partners, 3, 4) }),
		`there is no product "Starter kit"`: edited(t, func(d *model.CatalogDraft) { d.Products = slices.Delete(d.Products, 1, 2) }),
		"amounts are in JPY, not in USD":    edited(t, func(d *model.CatalogDraft) { d.Currency, _ = model.ParseCurrency("JPY") }),
	} {
		bench := sim.NewBench(ready(example(t, claims)))
		s := settings(t, history)
		for _, test := range []struct {
			from, to   model.Catalog
			says, sums string
			run        bool
		}{
			{whole, draft, "not run under the draft: after it " + want, "after it " + want, false},
			{draft, whole, "on a catalog of its own: in yours " + want, "before it " + want, true},
			{draft, draft, "on a catalog of its own: in yours " + want, "", true},
		} {
			from, to := model.Policy{Settings: s, Catalog: test.from}, model.Policy{Settings: s, Catalog: test.to}
			bench.Set(from, to, nil)
			if shown := rows(sim.New(bench)); !strings.Contains(shown, test.says) || strings.Contains(shown, "draft: not run") == test.run {
				t.Errorf("want %q in\n%s", test.says, shown)
			}
			if e, ok := bench.Effect(0); e.Unfit != test.sums || ok != (test.sums == "") {
				t.Errorf("%v, %q; want %q", ok, e.Unfit, test.sums)
			}
			if sum := scenario.Add(bench.Between(from, to, nil)); len(sum.Unfit)+sum.Cases != 1 || (sum.Cases == 1) != (test.sums == "") {
				t.Errorf("%+v; want %q", sum, test.sums)
			}
		}
	}
}

// A renamed code is followed where a case names the old one, as long as the
// draft is one.
func TestRenamesAreFollowed(t *testing.T) {
	saved := edited(t, func(*model.CatalogDraft) {})
	draft := edited(t, func(d *model.CatalogDraft) {
		d.Partners[2].Code, d.Products[0].Code = "james", "Course"
		d.Programs[0].Products = []model.ProductRule{{Product: "Course", Card: d.Programs[0].Default}}
	})
	renamed := model.Renames{{Table: model.PartnerTable, From: "jim", To: "james"}, {Table: model.ProductTable, From: "Haircut course", To: "Course"}}
	s := settings(t, first)
	bench := sim.NewBench(ready(example(t, claims)))
	pane := sim.New(bench)
	for range 2 { // a second time nothing is read or indexed anew
		bench.Set(model.Policy{Settings: s, Catalog: saved}, model.Policy{Settings: s, Catalog: draft}, renamed)
		if all := gains(t, bench); len(all) > 0 {
			t.Errorf("somebody gains by being renamed: %v", all)
		}
		if shown := rows(pane); strings.Contains(shown, "of its own") || !strings.Contains(shown, "Jim") {
			t.Error(shown)
		}
	}
	// Once it is saved, the case's jim is told by his name, and that is said; a
	// further draft goes on from there.
	bench.Set(model.Policy{Settings: s, Catalog: draft}, model.Policy{Settings: s, Catalog: draft}, nil)
	if shown := rows(pane); !strings.Contains(shown, "in yours, jim is james, Haircut course is Course") {
		t.Error(shown)
	}
	further := edited(t, func(d *model.CatalogDraft) {
		d.Partners[2].Code, d.Products[0].Code, d.Partners[2].Name = "jamie", "Course", "Jamie"
		d.Programs[0].Default.Levels[0].Sale.Percent = model.Some(model.Whole / 4)
	})
	again := model.Renames{{Table: model.PartnerTable, From: "james", To: "jamie"}}
	for range 2 {
		bench.Set(model.Policy{Settings: s, Catalog: draft}, model.Policy{Settings: s, Catalog: further}, again)
		if all := gains(t, bench); all["Jamie"] != 11250 {
			t.Errorf("%v\n%s", all, rows(pane))
		}
	}
}

// What a whole change comes to is the same however it is asked for, and only of
// the cases that are pinned.
func TestBetweenCountsPinnedCases(t *testing.T) {
	saved, s := edited(t, func(*model.CatalogDraft) {}), settings(t, history)
	cheap := edited(t, func(d *model.CatalogDraft) { d.Programs[0].Default.Levels[0].Sale.Percent = model.Some(model.Rate(0)) })
	from, to := model.Policy{Settings: s, Catalog: saved}, model.Policy{Settings: s, Catalog: cheap}
	bench := sim.NewBench(ready(example(t, claims), example(t, "What changes, and for whom, if I save this?")))
	bench.Set(from, to, nil)
	asked := bench.Between(from, to, nil)
	if shown, _ := bench.Effect(1); len(asked) != 2 || !cmp.Equal(asked[1].Gains(), shown.Gains(), cmp.Comparer(func(a, b model.Currency) bool { return a == b })) {
		t.Errorf("%d cases; between: %v, shown: %v", len(asked), asked[1].Gains(), shown.Gains())
	}
	bench.Pin(0, false)
	if asked = bench.Between(from, to, nil); len(asked) != 1 || asked[0].Title != bench.Entry(1).Title {
		t.Errorf("%d cases count, want the pinned one", len(asked))
	}
}

// Cases come and go while the bench is in use.
func TestCasesComeAndGo(t *testing.T) {
	bench := sim.NewBench(ready(example(t, claims)))
	under(bench, settings(t, saved), settings(t, first))
	more := ready(example(t, "What changes, and for whom, if I save this?"))[0]
	bench.Add(more)
	if at := bench.Find(more.Name); at != 1 || bench.Scenario(at).Title != more.Title {
		t.Fatalf("the case added is at %d of %d", at, bench.Len())
	}
	before, _ := bench.Effect(1)
	bench.Replace(1, ready(example(t, claims))[0])
	if after, _ := bench.Effect(1); after.Orders == before.Orders {
		t.Error("a replaced case is still run as it was")
	}
	bench.Remove(0)
	if bench.Len() != 1 || bench.Find("nobody's") != -1 {
		t.Errorf("%d cases left, want 1", bench.Len())
	}
}

// A case is read once, however often it is looked at and whatever it is run on.
func TestNothingIsReadTwice(t *testing.T) {
	read := 0
	c := example(t, claims)
	bench := sim.NewBench([]sim.Entry{{Name: "a", Read: func() scenario.Case { read++; return c }}})
	s := settings(t, first)
	for range 3 {
		bench.Set(model.Policy{Settings: s, Catalog: edited(t, func(*model.CatalogDraft) {})}, model.Policy{Settings: s}, nil)
		bench.Effect(0)
		bench.Scenario(0)
	}
	if read != 1 {
		t.Errorf("read %d times", read)
	}
}
