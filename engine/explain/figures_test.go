package explain_test

import (
	"math/big"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/model"
)

// TestFiguresAddUp reads the figures back out of a row's sentence, as a person
// with a calculator would, and reckons with exact fractions. They must come to
// what the row pays; a sentence without figures must pay nothing.
func TestFiguresAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		catalog, events := drawShop(t)
		journal, problems := catalog.Journal(events)
		if problems != nil {
			t.Fatalf("%v", problems)
		}
		x := tellCase(engine.Index(journal), engine.Compile(drawSettings(t), catalog), 0)
		for i, r := range x.rows {
			if got := reckoned(t, x.Rows[i], catalog.Currency()); got.Cmp(big.NewInt(int64(r.Calculated))) != 0 {
				t.Errorf("%q comes to %s minor units, the row pays %d", x.Rows[i], got, r.Calculated)
			}
		}
	})
}

// figures are "15.00 × 3 + 20 % of 300.00, GOLD": an amount, its quantity, a
// percent and what it is of, each of them optional. The program's name behind
// them, "5 % of 1", has no comma after it.
var figures = regexp.MustCompile(`^(?:([\d,.]+)(?: × (\d+))?(?: \+ |, ))?(?:([\d.]+) % of ([\d,.]+), )?`)

func reckoned(t *rapid.T, text string, c model.Currency) *big.Int {
	found := figures.FindStringSubmatch(text)
	minor := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(c.Digits())), nil))
	amount, percent := fraction(t, found[1], "0"), fraction(t, found[3], "0")
	amount.Mul(amount, fraction(t, found[2], "1"))
	percent.Mul(percent, fraction(t, found[4], "0")).Quo(percent, big.NewRat(100, 1))
	sum := new(big.Rat).Add(amount, percent)
	return halfUp(sum.Mul(sum, minor))
}

func fraction(t *rapid.T, text, blank string) *big.Rat {
	if text == "" {
		text = blank
	}
	r, ok := new(big.Rat).SetString(strings.ReplaceAll(text, ",", ""))
	if !ok {
		t.Fatalf("%q is no figure", text)
	}
	return r
}

// halfUp rounds what is not negative, half away from zero.
func halfUp(r *big.Rat) *big.Int {
	twice := new(big.Int).Mul(r.Num(), big.NewInt(2))
	return twice.Add(twice, r.Denom()).Quo(twice, new(big.Int).Mul(r.Denom(), big.NewInt(2)))
}
