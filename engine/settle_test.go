package engine_test

import (
	"slices"
	"testing"
	"time"

	"referee/engine"
	"referee/model"
)

// cast is the people of the worked cases: Ann ← Bob ← Jim, Zoe, Hal; all in
// GOLD at 20, 10, 5 percent, unused 25.
func cast(t testing.TB) model.Catalog {
	t.Helper()
	percent := func(n model.Rate) model.RateRow {
		return model.RateRow{Sale: model.RoleRates{Percent: model.Some(n * 10_000)}}
	}
	gold := []string{"GOLD"}
	catalog, problems := model.CatalogDraft{
		Partners: []model.Partner{
			{Code: "ann", Programs: gold},
			{Code: "bob", Parent: "ann", Programs: gold},
			{Code: "jim", Parent: "bob", TrackDays: model.Some(30), Programs: gold},
			{Code: "zoe", Programs: gold},
			{Code: "hal", Programs: gold},
		},
		Programs: []model.Program{{
			Name: "GOLD", Priority: 1, Payout: model.UpFront,
			Default: model.RateCard{Levels: [3]model.RateRow{percent(20), percent(10), percent(5)}, Unused: percent(25)},
		}},
		Products: []model.Product{{Code: "X", Price: 100_000}},
	}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return catalog
}

func day(n int) time.Time { return time.Date(2026, 1, 1+n, 10, 0, 0, 0, time.UTC) }

func casebook(t testing.TB, c model.Catalog, events ...model.Event) *engine.Casebook {
	t.Helper()
	journal, problems := c.Journal(events)
	if problems != nil {
		t.Fatal(problems)
	}
	return engine.Index(journal)
}

func settings(t testing.TB, edit func(*model.Draft)) model.Settings {
	t.Helper()
	d := model.DefaultDraft()
	d.Tracking = model.HistoryAndCookies
	edit(&d)
	s, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return s
}

var oneX = []model.Line{{Product: "X", Quantity: 1, Price: 100_000}}

// TestSettleAllocatesNothing holds the engine to its promise: with room in the
// buffer, deciding and reckoning up an order leaves no garbage behind.
func TestSettleAllocatesNothing(t *testing.T) {
	catalog := cast(t)
	book := casebook(t, catalog,
		model.Click{At: day(1), Partner: "jim", Browser: "laptop"},
		model.Click{At: day(5), Partner: "zoe", Browser: "laptop"},
		model.Order{At: day(6), ID: "o", Contact: "katie", Browser: "laptop", Lines: oneX},
	)
	plan := engine.Compile(settings(t, func(d *model.Draft) { d.Credit, d.PayIfUnused = model.First, true }), catalog)
	rows := make([]engine.Row, 0, 16)
	var paid model.Money
	allocs := testing.AllocsPerRun(100, func() {
		_, got := plan.Settle(rows, &book.Cases()[0])
		paid = engine.PaidTo(got, 2)
	})
	if allocs != 0 || paid != 20_000 {
		t.Fatalf("%v allocations and %d paid to Jim, want none and 20000", allocs, paid)
	}
}

func BenchmarkDecide(b *testing.B) {
	catalog := cast(b)
	book := casebook(b, catalog,
		model.Click{At: day(1), Partner: "jim", Browser: "laptop"},
		model.Click{At: day(5), Partner: "zoe", Browser: "laptop"},
		model.Order{At: day(6), ID: "o", Contact: "katie", Browser: "laptop", Lines: oneX},
	)
	plan := engine.Compile(settings(b, func(d *model.Draft) { d.UseIP = true }), catalog)
	evidence := &book.Cases()[0].Evidence
	b.ReportAllocs()
	for b.Loop() {
		if d := plan.Decide(evidence); d.Sale.Partner != 3 {
			b.Fatal(d)
		}
	}
}

// BenchmarkRedecide re-decides ten sales over 200 touches under new settings,
// from the casebook that is kept: what one key press on the desk costs.
func BenchmarkRedecide(b *testing.B) {
	catalog := cast(b)
	var events []model.Event
	for i := range 200 {
		events = append(events, model.Click{At: day(0).Add(time.Duration(i) * time.Hour),
			Partner: []string{"jim", "zoe", "bob", "hal"}[i%4], Browser: "laptop", Contact: "katie"})
	}
	for i := range 10 {
		events = append(events, model.Order{At: day(9 + i), ID: string(rune('a' + i)), Contact: "katie", Browser: "laptop", Lines: oneX})
	}
	book := casebook(b, catalog, events...)
	plans := [2]*engine.Plan{
		engine.Compile(settings(b, func(d *model.Draft) {}), catalog),
		engine.Compile(settings(b, func(d *model.Draft) { d.Credit = model.First }), catalog),
	}
	rows := make([]engine.Row, 0, 64)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		rows = rows[:0]
		for i := range book.Cases() {
			_, rows = plans[n%2].Settle(rows, &book.Cases()[i])
		}
	}
}

// TestPayouts: everybody who is paid stands there once, in the order of the
// rows, with all of its rows together; who is paid nothing does not.
func TestPayouts(t *testing.T) {
	row := func(who engine.PartnerID, paid model.Money) engine.Row {
		return engine.Row{Partner: who, Calculated: paid}
	}
	rows := []engine.Row{row(3, 50), row(1, 0), row(2, 20), row(3, 5), row(4, 0), row(1, 7)}
	want := []engine.Payout{{Partner: 3, Paid: 55}, {Partner: 1, Paid: 7}, {Partner: 2, Paid: 20}}
	if got := engine.Payouts(rows); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for _, p := range want {
		if got := engine.PaidTo(rows, p.Partner); got != p.Paid {
			t.Errorf("partner %d is paid %d, want %d", p.Partner, got, p.Paid)
		}
	}
}
