package model_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referee/model"
)

func currency(t testing.TB, code string) model.Currency {
	t.Helper()
	c, err := model.ParseCurrency(code)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestParseMoney(t *testing.T) {
	for _, c := range []struct {
		currency, text string
		want           model.Money
		refused        string // a part of the reason, "" if it is taken
	}{
		{"USD", "0", 0, ""},
		{"USD", "1000", 100_000, ""},
		{"USD", "1000.00", 100_000, ""},
		{"USD", "12.5", 1_250, ""},
		{"USD", "0.05", 5, ""},
		{"USD", "007", 700, ""},
		{"USD", "10000000000.00", model.MaxMoney, ""},
		{"JPY", "1000", 1_000, ""},
		{"JPY", "1000000000000", model.MaxMoney, ""},
		{"KWD", "1.050", 1_050, ""},
		{"KWD", "1.05", 1_050, ""},
		{"CLF", "0.0001", 1, ""},
		{"USD", "10.505", 0, "more decimals than USD has (2)"},
		{"JPY", "10.0", 0, "more decimals than JPY has (0)"},
		{"JPY", "10.", 0, "digits and one dot"},
		{"KWD", "1.0505", 0, "more decimals than KWD has (3)"},
		{"USD", "", 0, "digits and one dot"},
		{"USD", ".5", 0, "digits and one dot"},
		{"USD", "5.", 0, "digits and one dot"},
		{"USD", ".", 0, "digits and one dot"},
		{"USD", "-5", 0, "negative amounts (refunds) are not reckoned"},
		{"USD", "--5", 0, "digits and one dot"},
		{"USD", "+5", 0, "digits and one dot"},
		{"USD", "1e3", 0, "digits and one dot"},
		{"USD", "0x10", 0, "digits and one dot"},
		{"USD", "NaN", 0, "digits and one dot"},
		{"USD", "1,000", 0, "digits and one dot"},
		{"USD", "1_000", 0, "digits and one dot"},
		{"USD", "1.0.0", 0, "digits and one dot"},
		{"USD", " 1", 0, "digits and one dot"},
		{"USD", "1 ", 0, "digits and one dot"},
		{"USD", "1\n", 0, "digits and one dot"},
		{"USD", "$1", 0, "digits and one dot"},
		{"USD", "١", 0, "digits and one dot"}, // a digit elsewhere, but not here
		{"USD", "10000000000.01", 0, "too large"},
		{"JPY", "1000000000001", 0, "too large"},
		{"USD", strings.Repeat("9", 400), 0, "too large"},
	} {
		got, err := currency(t, c.currency).ParseMoney(c.text)
		switch {
		case c.refused == "" && (err != nil || got != c.want):
			t.Errorf("%s %q: %d, %v; want %d", c.currency, c.text, got, err, c.want)
		case c.refused != "" && (err == nil || !errors.Is(err, model.ErrMoney) || !strings.Contains(err.Error(), c.refused)):
			t.Errorf("%s %q: %d, %v; want it refused: %s", c.currency, c.text, got, err, c.refused)
		}
	}
}

func TestFormatMoney(t *testing.T) {
	for _, c := range []struct {
		currency      string
		money         model.Money
		file, display string
	}{
		{"USD", 0, "0.00", "0.00"},
		{"USD", 5, "0.05", "0.05"},
		{"USD", 100_000, "1000.00", "1,000.00"},
		{"USD", 99_999, "999.99", "999.99"},
		{"USD", 123_456_789, "1234567.89", "1,234,567.89"},
		{"USD", -100_000, "-1000.00", "-1,000.00"},
		{"USD", -5, "-0.05", "-0.05"},
		{"JPY", 0, "0", "0"},
		{"JPY", 1_050, "1050", "1,050"},
		{"JPY", -999, "-999", "-999"},
		{"KWD", 1_050, "1.050", "1.050"},
		{"KWD", 1_234_567, "1234.567", "1,234.567"},
	} {
		in := currency(t, c.currency)
		if file, display := in.FormatMoney(c.money), in.DisplayMoney(c.money); file != c.file || display != c.display {
			t.Errorf("%s %d: %q and %q, want %q and %q", c.currency, c.money, file, display, c.file, c.display)
		}
	}
}

func TestParseCurrency(t *testing.T) {
	for code, digits := range map[string]int{"JPY": 0, "USD": 2, "EUR": 2, "KWD": 3, "IQD": 3, "RSD": 2, "CLF": 4} {
		if c := currency(t, code); c.Code() != code || c.Digits() != digits {
			t.Errorf("%s has %d decimals, want %d", c.Code(), c.Digits(), digits)
		}
	}
	for _, code := range []string{"", "usd", "US", "USDX", "SD ", " US", "D E", "XXX"} {
		if c, err := model.ParseCurrency(code); err == nil {
			t.Errorf("%q is taken as %q", code, c.Code())
		}
	}
}

// TestShare: the part is the exact one rounded down, and the remainder is what
// was cut off, even at amounts whose product needs more than 64 bits.
func TestShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(1, int64(model.MaxMoney)).Draw(t, "whole")
		piece := rapid.Int64Range(0, whole).Draw(t, "piece")
		amount := rapid.Int64Range(0, int64(model.MaxMoney)).Draw(t, "amount")
		part, remainder := model.Share(model.Money(piece), model.Money(amount), model.Money(whole))
		wantPart, wantRemainder := new(big.Int).QuoRem(
			new(big.Int).Mul(big.NewInt(piece), big.NewInt(amount)), big.NewInt(whole), new(big.Int))
		if big.NewInt(int64(part)).Cmp(wantPart) != 0 || new(big.Int).SetUint64(remainder).Cmp(wantRemainder) != 0 {
			t.Fatalf("%d, %d; want %s, %s", part, remainder, wantPart, wantRemainder)
		}
	})
}

// FuzzParseMoney: whatever is typed is either refused with a reason, or comes
// back as the very amount when it is written out again.
func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"1000.00", "0", "10.505", "-1", "1e3", "1,000", ".", "999999999999999999999", "0.000", "١٢"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, code := range []string{"JPY", "USD", "KWD", "CLF"} {
			c := currency(t, code)
			m, err := c.ParseMoney(s)
			if err != nil {
				if !errors.Is(err, model.ErrMoney) || m != 0 {
					t.Fatalf("%s %q: %d with %v", code, s, m, err)
				}
				continue
			}
			exact, ok := new(big.Rat).SetString(s)
			if !ok || exact.Cmp(new(big.Rat).SetFrac64(int64(m), tenTo(c.Digits()))) != 0 || m < 0 || m > model.MaxMoney {
				t.Fatalf("%s %q is taken as %d", code, s, m)
			}
			if again, err := c.ParseMoney(c.FormatMoney(m)); err != nil || again != m {
				t.Fatalf("%s %d is written %q and read as %d, %v", code, m, c.FormatMoney(m), again, err)
			}
		}
	})
}

func tenTo(n int) int64 {
	power := int64(1)
	for range n {
		power *= 10
	}
	return power
}
