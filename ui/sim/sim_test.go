package sim_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/sim"
	"referee/ui/theme"
)

func settings(t testing.TB, edit func(*model.Draft)) model.Settings {
	t.Helper()
	draft := model.DefaultDraft()
	edit(&draft)
	s, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return s
}

func saved(*model.Draft)     {}
func first(d *model.Draft)   { d.Credit = model.First }
func history(d *model.Draft) { d.Tracking = model.HistoryAndCookies }

// ready makes entries of cases that are read already, all pinned.
func ready(cases ...scenario.Case) []sim.Entry {
	entries := make([]sim.Entry, len(cases))
	for i, c := range cases {
		entries[i] = sim.Entry{Name: c.Title, Title: c.Title, Read: func() scenario.Case { return c }, Pinned: true}
	}
	return entries
}

// under sets a bench to two settings, each case on its own catalog.
func under(b *sim.Bench, saved, draft model.Settings) {
	b.Set(model.Policy{Settings: saved}, model.Policy{Settings: draft}, nil)
}

// everyCase is each case of each sample, the worked cases too.
func everyCase() []scenario.Case {
	var cases []scenario.Case
	for _, s := range scenario.Samples() {
		cases = append(cases, s.File().Cases...)
	}
	return cases
}

// example is one sample by its title.
func example(t testing.TB, title string) scenario.Case {
	t.Helper()
	for _, s := range scenario.Samples() {
		if s.File().Title == title {
			c := s.File().Cases[0]
			c.Title = title
			return c
		}
	}
	t.Fatalf("no sample is called %q", title)
	return scenario.Case{}
}

// What the bench says a change does is what running the scenario twice says.
func TestEffectIsTheDifferenceOfTwoRuns(t *testing.T) {
	cases := everyCase()
	bench := sim.NewBench(ready(cases...))
	edits := []func(*model.Draft){
		saved, first, history,
		func(d *model.Draft) { d.UseIP = true },
		func(d *model.Draft) { d.Levels = 3 },
		func(d *model.Draft) { d.PayLead, d.PayAmount = true, true },
		func(d *model.Draft) { d.PayIfUnused = true },
	}
	for _, edit := range edits {
		before, after := settings(t, saved), settings(t, edit)
		under(bench, before, after)
		for i, c := range cases {
			effect, ok := bench.Effect(i)
			old, now := scenario.Run(c, before), scenario.Run(c, after)
			var delta model.Money
			for _, m := range now.Totals() {
				delta += m
			}
			for _, m := range old.Totals() {
				delta -= m
			}
			if !ok || effect.Delta != delta || effect.Orders != len(now.Sales) {
				t.Errorf("%s: %v, %d sales, %d more; want %d sales, %d more", c.Title, ok, effect.Orders, effect.Delta, len(now.Sales), delta)
			}
			for _, p := range effect.Partners {
				if want := now.Totals()[p.Partner] - old.Totals()[p.Partner]; p.Delta != want {
					t.Errorf("%s: partner %d gets %d more, want %d", c.Title, p.Partner, p.Delta, want)
				}
			}
		}
	}
}

// A draft with a problem cannot be run; what is saved still is.
func TestBenchWithoutADraft(t *testing.T) {
	bench := sim.NewBench(ready(example(t, "Two partners claim this sale")))
	under(bench, settings(t, saved), model.Settings{})
	if effect, ok := bench.Effect(0); ok || effect.Orders == 0 {
		t.Errorf("%+v, %v", effect, ok)
	}
	under(bench, settings(t, saved), settings(t, first))
	if effect, ok := bench.Effect(0); !ok || effect.Changed != 1 {
		t.Errorf("%+v, %v", effect, ok)
	}
}

// In every case, under every look, and in every room, rows are exactly as wide as
// asked for and no more than asked for.
func TestRowsFit(t *testing.T) {
	bench := sim.NewBench(ready(everyCase()...))
	under(bench, settings(t, saved), settings(t, first))
	pane := sim.New(bench)
	for _, th := range []*theme.Theme{theme.New(theme.Dark, theme.Unicode()), theme.New(theme.None, theme.ASCII())} {
		for i := range bench.Len() {
			pane.Show(i)
			for _, width := range []int{40, 48, 60, 67, 80, 120, 250} {
				for _, height := range []int{1, 2, 3, 5, 8, 12, 20, 40, 90} {
					rows := pane.Rows(th, width, height, i%2 == 0)
					if len(rows) > height {
						t.Fatalf("%s: %d rows, room for %d", pane.Scenario().Title, len(rows), height)
					}
					for _, row := range rows {
						if w := ansi.StringWidth(row); w != width {
							t.Fatalf("%s: %q takes %d cells, want %d", pane.Scenario().Title, row, w, width)
						}
					}
				}
			}
		}
	}
}

// The selected sale is in view in the table, whichever it is.
func TestSelectedSaleIsInView(t *testing.T) {
	bench := sim.NewBench(ready(example(t, "What changes, and for whom, if I save this?")))
	under(bench, settings(t, saved), settings(t, saved))
	pane, th := sim.New(bench), theme.New(theme.None, theme.ASCII())
	for {
		marks := 0
		for _, row := range pane.Rows(th, 60, 14, false) {
			if strings.HasPrefix(ansi.Strip(row), "> ") {
				marks++
			}
		}
		if marks < 1 {
			t.Fatalf("nothing is selected:\n%s", strings.Join(pane.Rows(th, 60, 14, false), "\n"))
		}
		if !pane.Step(+1) {
			break
		}
	}
}

// A scenario in which nothing is sold is shown all the same.
func TestNoSales(t *testing.T) {
	c := example(t, "Two partners claim this sale")
	c.Journal = model.Journal{}
	bench := sim.NewBench(ready(c))
	under(bench, settings(t, saved), settings(t, first))
	pane := sim.New(bench)
	rows := pane.Rows(theme.New(theme.None, theme.ASCII()), 60, 20, true)
	if !strings.Contains(rows[0], c.Title) || pane.Step(1) || pane.Click(5) {
		t.Errorf("%q", rows)
	}
	if got := pane.Text(60); got != c.Title+"\n" {
		t.Errorf("%q", got)
	}
}

// A hostile name stays text: no row carries a control beside the theme's own.
func TestHostileNamesAreShownSafely(t *testing.T) {
	draft := model.CatalogDraft{Currency: scenario.SampleCatalog().Currency(), App: "acme"}
	draft.Partners = []model.Partner{{Code: "eve", Name: "Eve\u202e\u2066日本"}}
	catalog, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	c := example(t, "Two partners claim this sale")
	c.Title, c.Story, c.Catalog = "\x1b]0;owned\a title \u009b2J", "\x1b[2J story", catalog
	c.Journal = model.Journal{}
	bench := sim.NewBench(ready(c))
	under(bench, settings(t, saved), settings(t, saved))
	pane, th := sim.New(bench), theme.New(theme.None, theme.ASCII())
	for _, row := range append(pane.Rows(th, 60, 30, true), pane.Text(60)) {
		for _, r := range ansi.Strip(row) {
			if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e {
				t.Errorf("%q carries %q", row, r)
			}
		}
		if strings.Contains(row, "\x1b]") || strings.Contains(row, "\x1b[2J") {
			t.Errorf("%q carries a command", row)
		}
	}
}
