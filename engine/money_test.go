package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/model"
)

// The tests of this file turn the money up or the settings off, and see to it
// that payouts follow.

// TestLargerSaleNeverPaysLess: a higher price or quantity takes nothing from
// anybody. An order's own discount is left out: with it, a dearer line takes
// over a part of the discount, and remainders may fall to another line.
func TestLargerSaleNeverPaysLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		edit := func(change func(*model.Line)) {
			for i, e := range w.events {
				if o, is := e.(model.Order); is {
					o.Discount = model.Discount{}
					o.Lines = append([]model.Line(nil), o.Lines...)
					for i := range o.Lines {
						change(&o.Lines[i])
					}
					w.events[i] = o
				}
			}
		}
		edit(func(l *model.Line) {})
		before := play(t, w, d).verdicts()
		edit(func(l *model.Line) {
			l.Price += model.Money(rapid.Int64Range(0, 1_000).Draw(t, "dearer"))
			l.Quantity += rapid.Int64Range(0, 2).Draw(t, "more")
		})
		paysNoLess(t, before, play(t, w, d).verdicts())
	})
}

// TestHigherRateNeverPaysLess: raising rates that are there takes nothing from
// anybody. A rate put where there was none may: it can make a rule of a blank
// card, and so end the search for a program earlier (C3).
func TestHigherRateNeverPaysLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		before := play(t, w, d).verdicts()
		raise := func(_ model.Cell, r *model.RoleRates) {
			if amount, set := r.Amount.Get(); set {
				r.Amount = model.Some(amount + model.Money(rapid.IntRange(0, 500).Draw(t, "dearer")))
			}
			if percent, set := r.Percent.Get(); set {
				r.Percent = model.Some(percent + model.Rate(rapid.IntRange(0, 50_000).Draw(t, "higher")))
			}
		}
		eachRate(&w.draft, raise)
		paysNoLess(t, before, play(t, w, d).verdicts())
	})
}

// eachRate hands every pair of rates of a catalog to an edit.
func eachRate(d *model.CatalogDraft, edit func(model.Cell, *model.RoleRates)) {
	card := func(c *model.RateCard) {
		for i, row := range [...]*model.RateRow{&c.Unused, &c.Levels[0], &c.Levels[1], &c.Levels[2]} {
			edit(model.Cell{Level: i, Role: model.Lead}, &row.Lead)
			edit(model.Cell{Level: i, Role: model.Sale}, &row.Sale)
		}
	}
	for i := range d.Programs {
		card(&d.Programs[i].Default)
		for j := range d.Programs[i].Products {
			card(&d.Programs[i].Products[j].Card)
		}
	}
}

func paysNoLess(t *rapid.T, before, after map[string]verdict) {
	t.Helper()
	for id, b := range before {
		more := payouts(after[id].Rows)
		for partner, paid := range payouts(b.Rows) {
			if more[partner] < paid {
				t.Fatalf("order %q paid %s %d, now %d\n%s", id, partner, paid, more[partner], cmp.Diff(b.Rows, after[id].Rows))
			}
		}
	}
}

// TestDeadSettings: the prefix, the link URL and mail never change anything
// about money; mail only changes who is told (S1, S2, S6).
func TestDeadSettings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		before := play(t, w, d).verdicts()
		d.CodePrefix, d.LinkURL = "vip-", "https://www.example.com/go"
		d.SkipNotifications = true
		after := play(t, w, d).verdicts()
		for id, b := range before {
			if after[id].Told != "" {
				t.Fatalf("%s is told of %s although mail is off", after[id].Told, id)
			}
			b.Told = ""
			if diff := cmp.Diff(b, after[id]); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// TestHiddenValuesNeverPay: what the settings hide may hold any value (C8).
func TestHiddenValuesNeverPay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		before := play(t, w, d).verdicts()
		s, _ := d.Parse()
		eachRate(&w.draft, func(c model.Cell, r *model.RoleRates) {
			c.Kind = model.Amount
			if _, hidden := s.Hides(c); hidden && r.Amount.IsSet() {
				r.Amount = model.Some(model.Money(rapid.IntRange(0, 1e6).Draw(t, "hidden amount")))
			}
			c.Kind = model.Percent
			if _, hidden := s.Hides(c); hidden && r.Percent.IsSet() {
				r.Percent = model.Some(model.Rate(rapid.IntRange(0, 1e6).Draw(t, "hidden percent")))
			}
		})
		if diff := cmp.Diff(before, play(t, w, d).verdicts()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestMoreLevelsOnlyAdd: one level more leaves the rows of the levels below as
// they were, unless the unused row stood in for somebody above (C2, C6).
func TestMoreLevelsOnlyAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		d.PayIfUnused = false
		d.Levels = rapid.IntRange(1, model.MaxLevels-1).Draw(t, "levels")
		before := play(t, w, d).verdicts()
		d.Levels++
		for id, after := range play(t, w, d).verdicts() {
			var below []payRow
			for _, r := range after.Rows {
				if r.Level < d.Levels {
					below = append(below, r)
				}
			}
			if diff := cmp.Diff(before[id].Rows, below); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}
