package model_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referee/model"
)

func TestParsePercent(t *testing.T) {
	for _, c := range []struct {
		text    string
		want    model.Rate
		refused string
	}{
		{"0", 0, ""},
		{"20", 200_000, ""},
		{"12.5", 125_000, ""},
		{"0.0001", 1, ""},
		{"33.3333", 333_333, ""},
		{"100.0000", 1_000_000, ""},
		{"1000", model.MaxRate, ""},
		{"1000.0001", 0, "more than 1000"},
		{"0.00001", 0, "more than 4 decimals"},
		{"", 0, "digits and one dot"},
		{"20 %", 0, "digits and one dot"},
		{"20%", 0, "digits and one dot"},
		{"-1", 0, "is negative"},
		{"1e1", 0, "digits and one dot"},
		{"12,5", 0, "digits and one dot"},
		{".5", 0, "digits and one dot"},
		{strings.Repeat("9", 400), 0, "more than 1000"},
	} {
		got, err := model.ParsePercent(c.text)
		switch {
		case c.refused == "" && (err != nil || got != c.want):
			t.Errorf("%q: %d, %v; want %d", c.text, got, err, c.want)
		case c.refused != "" && (err == nil || !errors.Is(err, model.ErrRate) || !strings.Contains(err.Error(), c.refused)):
			t.Errorf("%q: %d, %v; want it refused: %s", c.text, got, err, c.refused)
		}
	}
}

// TestPercentRoundTrip: a rate is written so that it is read back as it was,
// without a zero too many.
func TestPercentRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := model.Rate(rapid.Int64Range(0, int64(model.MaxRate)).Draw(t, "rate"))
		s := r.Percent()
		if again, err := model.ParsePercent(s); err != nil || again != r {
			t.Fatalf("%d is written %q and read as %d, %v", r, s, again, err)
		}
		if strings.Contains(s, ".") && strings.HasSuffix(s, "0") || strings.HasSuffix(s, ".") {
			t.Fatalf("%d is written %q", r, s)
		}
	})
}

func TestRateOfTies(t *testing.T) {
	for _, c := range []struct {
		rate model.Rate
		base model.Money
		want model.Money
	}{
		{125_000, 3_333, 417},           // 416.625
		{100_000, 125, 13},              // 12.5, half away from zero
		{100_000, -125, -13},            // below zero too
		{100_000, 124, 12},              // 12.4
		{500_000, 1, 1},                 // 0.5
		{499_999, 1, 0},                 // just under it
		{500_000, -1, -1},               //
		{499_999, -1, 0},                //
		{0, int64Max, 0},                //
		{1_000_000, int64Max, int64Max}, // 100 % of the largest there is
	} {
		if got := c.rate.Of(c.base); got != c.want {
			t.Errorf("%s %% of %d is %d, want %d", c.rate.Percent(), c.base, got, c.want)
		}
	}
}

const int64Max model.Money = 1<<63 - 1

// TestRateOfIsExactRoundedOnce holds the one rounding of the program against
// exact fractions (C7).
func TestRateOfIsExactRoundedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := rapid.Int64Range(0, int64(model.MaxRate)).Draw(t, "rate")
		base := rapid.Int64Range(-int64(model.MaxMoney), int64(model.MaxMoney)).Draw(t, "base")
		exact := big.NewRat(rate, 1_000_000)
		exact.Mul(exact, big.NewRat(base, 1))
		got := model.Rate(rate).Of(model.Money(base))
		far := new(big.Rat).Sub(big.NewRat(int64(got), 1), exact)
		switch half := big.NewRat(1, 2); far.Abs(far).Cmp(half) {
		case 1:
			t.Fatalf("%d ppm of %d is %d, but exactly %s", rate, base, got, exact.FloatString(6))
		case 0: // a tie goes away from zero
			if new(big.Rat).Abs(exact).Cmp(new(big.Rat).Abs(big.NewRat(int64(got), 1))) > 0 {
				t.Fatalf("%d ppm of %d is %d, towards zero from %s", rate, base, got, exact.FloatString(6))
			}
		}
	})
}
