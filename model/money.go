package model

import (
	"errors"
	"fmt"
	"math/bits"
	"strconv"
	"strings"
)

// Money is an amount in a currency's minor units: 1050 is 10.50 USD, 1050 JPY
// or 1.050 KWD. It knows no currency; the [Catalog] it belongs to does.
type Money int64

// Limits that keep every sum of the engine inside an int64, so that adding
// needs no check: an order of MaxMoney with MaxQuantity units pays at most
// about 7×10¹⁴ minor units over all its rows, and a [Journal] holds at most
// MaxOrders of them.
const (
	MaxMoney      Money = 1e12 // largest price, order total or discount, in minor units
	MaxRateAmount Money = 1e9  // largest flat amount in a rate card, in minor units
	MaxQuantity         = 100_000
	MaxOrders           = 10_000
	MaxLines            = 1_000
)

// ErrMoney is what every refused amount wraps.
var ErrMoney = errors.New("not an amount of money")

// ParseMoney reads an amount such as "1000", "12.5" or "0.05": digits, and at
// most as many decimals as the currency has. A sign, an exponent, blanks, a
// thousands mark, and a decimal too many are refused, never rounded. The
// error wraps [ErrMoney] and says what to write instead.
func (c Currency) ParseMoney(s string) (Money, error) {
	n, err := parseDecimal(s, c.digits, int64(MaxMoney))
	switch {
	case errors.Is(err, errDecimals):
		return 0, fmt.Errorf("%w: %q has more decimals than %s has (%d)", ErrMoney, s, c.code, c.digits)
	case err != nil:
		return 0, fmt.Errorf("%w: %q %s", ErrMoney, s, err)
	}
	return Money(n), nil
}

// FormatMoney writes an amount the way files and JSON carry it: "1000.00".
func (c Currency) FormatMoney(m Money) string { return formatDecimal(int64(m), c.digits, "") }

// DisplayMoney writes an amount for people to read: "1,000.00".
func (c Currency) DisplayMoney(m Money) string { return formatDecimal(int64(m), c.digits, ",") }

// DisplayChange writes a difference for people to read, always with its sign:
// "+40.00", or with the given minus "−100.00".
func (c Currency) DisplayChange(m Money, minus string) string {
	if m < 0 {
		return minus + c.DisplayMoney(-m)
	}
	return "+" + c.DisplayMoney(m)
}

// Times is the amount for a quantity. Inside the limits above it cannot overflow.
func (m Money) Times(quantity int64) Money { return m * Money(quantity) }

// mulDivRound is a×b÷c rounded half away from zero, through 128 bits. It is the
// only rounding in the program (C7). It needs b ≥ 0, c > 0 and a quotient that
// fits an int64.
func mulDivRound(a, b, c int64) int64 {
	negative := a < 0
	magnitude := uint64(a)
	if negative {
		magnitude = -magnitude
	}
	hi, lo := bits.Mul64(magnitude, uint64(b))
	lo, carry := bits.Add64(lo, uint64(c)/2, 0)
	quotient, _ := bits.Div64(hi+carry, lo, uint64(c))
	if negative {
		return -int64(quotient)
	}
	return int64(quotient)
}

var (
	errDigits   = errors.New(`is not written with digits and one dot, like "1000.00"`)
	errNegative = errors.New("is negative, and negative amounts (refunds) are not reckoned")
	errDecimals = errors.New("has too many decimals")
	errTooLarge = errors.New("is too large")
)

// parseDecimal reads digits with at most one dot and at most `digits` decimals
// as a whole number of 10^-digits.
func parseDecimal(s string, digits int, limit int64) (int64, error) {
	if rest, minus := strings.CutPrefix(s, "-"); minus {
		if _, err := parseDecimal(rest, digits, limit); err == nil {
			return 0, errNegative
		}
		return 0, errDigits
	}
	whole, fraction, dotted := strings.Cut(s, ".")
	if whole == "" || (dotted && fraction == "") || !allDigits(whole) || !allDigits(fraction) {
		return 0, errDigits
	}
	if len(fraction) > digits {
		return 0, errDecimals
	}
	n := int64(0)
	for i := range len(whole) + digits {
		n *= 10
		switch decimal := i - len(whole); {
		case decimal < 0:
			n += int64(whole[i] - '0')
		case decimal < len(fraction):
			n += int64(fraction[decimal] - '0')
		}
		if n > limit {
			return 0, errTooLarge
		}
	}
	return n, nil
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

func formatDecimal(n int64, digits int, thousands string) string {
	var written, figures [40]byte // an int64, its sign, its point and its commas
	out, magnitude := written[:0], uint64(n)
	if n < 0 {
		out, magnitude = append(out, '-'), -magnitude
	}
	whole := strconv.AppendUint(figures[:0], magnitude, 10)
	places := max(len(whole), digits+1)
	for left := places; left > 0; left-- {
		switch {
		case left == digits:
			out = append(out, '.')
		case left < places && left > digits && (left-digits)%3 == 0:
			out = append(out, thousands...)
		}
		if at := len(whole) - left; at >= 0 {
			out = append(out, whole[at])
		} else {
			out = append(out, '0')
		}
	}
	return string(out)
}

// Share is the part of an amount that a piece of a whole has, rounded down, and
// the remainder of that division: what a largest-remainder split needs. It
// takes 0 ≤ piece ≤ whole and whole > 0.
func Share(piece, amount, whole Money) (part Money, remainder uint64) {
	hi, lo := bits.Mul64(uint64(piece), uint64(amount))
	quotient, remainder := bits.Div64(hi, lo, uint64(whole))
	return Money(quotient), remainder
}
