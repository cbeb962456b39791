package explain_test

import (
	"math/big"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

// TestDerivationsAddUp: whatever was bought, at whatever discounts and rates, in a
// currency of any number of decimals, the figures add up to the base, and from
// there to the row, and what is said to be rounded is the exact share.
func TestDerivationsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		catalog, events := drawShop(t)
		journal, problems := catalog.Journal(events)
		if problems != nil {
			t.Fatalf("%v", problems)
		}
		x := tellCase(engine.Index(journal), engine.Compile(drawSettings(t), catalog), 0)
		for i := range x.rows {
			addUp(t, x, &x.rows[i])
		}
	})
}

func addUp(t *rapid.T, x told, r *engine.Row) {
	sum := model.Money(0)
	var sums []model.Money
	figures := explain.Derive(x.plan, x.c, r)
	for _, f := range figures {
		if !f.Sum {
			sum += f.Amount
			exact(t, x, r, f)
			continue
		}
		if f.Amount != sum {
			t.Fatalf("%+v: the figures above come to %d", figures, sum)
		}
		sums = append(sums, sum)
		sum = 0
	}
	if len(sums) != 2 || sums[0] != r.Base || sums[1] != r.Calculated {
		t.Fatalf("%+v: the base is %d, the row pays %d", figures, r.Base, r.Calculated)
	}
}

var rounded = regexp.MustCompile(`is ([0-9.,]+), rounded`)

// exact holds a figure that is said to be rounded to the share it is rounded from.
func exact(t *rapid.T, x told, r *engine.Row, f explain.Figure) {
	found := rounded.FindStringSubmatch(f.Text)
	if found == nil {
		return
	}
	said, ok := new(big.Rat).SetString(strings.ReplaceAll(found[1], ",", ""))
	minor := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(x.plan.Catalog().Currency().Digits())), nil))
	share := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(int64(r.Base)), big.NewInt(int64(r.Percent))), big.NewInt(int64(model.Whole)))
	if !ok || said.Mul(said, minor).Cmp(share) != 0 {
		t.Fatalf("%q: %s %% of %d is %s minor units", f.Text, r.Percent.Percent(), r.Base, share)
	}
	off := new(big.Rat).Sub(share, new(big.Rat).SetInt64(int64(f.Amount)))
	if off.Abs(off).Cmp(big.NewRat(1, 2)) > 0 {
		t.Fatalf("%q is rounded to %d", f.Text, f.Amount)
	}
}
