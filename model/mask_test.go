package model_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"referee/model"
)

// full is a rate card with a value in every cell.
func full() (c model.RateCard) {
	rates := model.RoleRates{Amount: model.Some(model.Money(1)), Percent: model.Some(model.Rate(1))}
	row := model.RateRow{Lead: rates, Sale: rates}
	return model.RateCard{Levels: [3]model.RateRow{row, row, row}, Unused: row}
}

// TestHides holds the mask of C8 against the plain reading of the settings, for
// every cell there is.
func TestHides(t *testing.T) {
	if n := len(full().Cells()); n != 16 {
		t.Fatalf("a full card has %d cells, want 4 rows of 2 roles of 2 kinds", n)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := drawDraft(t)
		s, _ := d.Parse()
		for _, c := range full().Cells() {
			shown := (c.Role == model.Lead && d.PayLead || c.Role == model.Sale && d.PaySale) &&
				(c.Kind == model.Amount && d.PayAmount || c.Kind == model.Percent && d.PayPercent)
			if c.Level == model.UnusedLevel {
				shown = shown && d.PayIfUnused && d.Levels > 1
			} else {
				shown = shown && c.Level <= d.Levels
			}
			by, hidden := s.Hides(c)
			if hidden == shown {
				t.Fatalf("%s is hidden: %v, under %+v", c, hidden, d)
			}
			if hidden && !slices.Contains([]model.Setting{model.NumberOfLevels, model.PayFor, model.PayAs, model.PayIfUnused}, by) {
				t.Fatalf("%s is hidden by %s", c, by.Key())
			}
		}
	})
}

// TestMaskChange: every value of a program is told once: it appears, disappears,
// stays hidden, or stays as it is; and going back tells the opposite.
func TestMaskChange(t *testing.T) {
	program := model.Program{Name: "GOLD", Payout: model.UpFront, Default: full(),
		Products: []model.ProductRule{{Product: "X", Card: full()}}}
	rapid.Check(t, func(t *rapid.T) {
		from, _ := drawDraft(t).Parse()
		to, _ := drawDraft(t).Parse()
		there, back := program.MaskChange(from, to), program.MaskChange(to, from)
		if !slices.Equal(there.Appears, back.Disappears) || !slices.Equal(there.Disappears, back.Appears) || !slices.Equal(there.Hidden, back.Hidden) {
			t.Fatalf("there %+v, back %+v", there, back)
		}
		shown := 0
		for _, c := range full().Cells() {
			_, before := from.Hides(c)
			if _, after := to.Hides(c); !before && !after {
				shown += 2 // in the default card and in X's
			}
		}
		if told := len(there.Appears) + len(there.Disappears) + len(there.Hidden); told+shown != 32 || there.Program != "GOLD" {
			t.Fatalf("%d values are told of and %d stay as they are, of 32: %+v", told, shown, there)
		}
	})
}

// TestIsRule: any single value makes a rule of a card, an explicit 0 too (C3).
func TestIsRule(t *testing.T) {
	if (model.RateCard{}).IsRule() {
		t.Error("a blank card is a rule")
	}
	for i := range 4 {
		var c model.RateCard
		rows := []*model.RateRow{&c.Unused, &c.Levels[0], &c.Levels[1], &c.Levels[2]}
		rows[i].Lead.Amount = model.Some(model.Money(0))
		if !c.IsRule() || len(c.Cells()) != 1 || c.Cells()[0].Level != i {
			t.Errorf("an explicit 0 in row %d: a rule: %v, %v", i, c.IsRule(), c.Cells())
		}
	}
}
