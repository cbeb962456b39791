package model

import (
	"errors"
	"fmt"
	"math/bits"
	"strings"
)

// Rate is a share in parts per million: 20 % is 200,000.
type Rate int64

const (
	rateDigits      = 4          // decimals of a percent that a Rate can hold
	Whole      Rate = 1_000_000  // 100 %, the most a discount can take off
	MaxRate    Rate = 10_000_000 // 1,000 %
)

// ErrRate is what every refused percentage wraps.
var ErrRate = errors.New("not a percentage")

// ParsePercent reads a percentage such as "20" or "12.5", at most four decimals
// and at most 1000. The error wraps [ErrRate] and says what to write instead.
func ParsePercent(s string) (Rate, error) {
	n, err := parseDecimal(s, rateDigits, int64(MaxRate))
	switch {
	case errors.Is(err, errDigits):
		return 0, fmt.Errorf(`%w: %q is not written with digits and one dot, like "12.5"`, ErrRate, s)
	case errors.Is(err, errNegative):
		return 0, fmt.Errorf("%w: %q is negative, and no rate can be", ErrRate, s)
	case errors.Is(err, errTooLarge):
		return 0, fmt.Errorf("%w: %q is more than 1000", ErrRate, s)
	case err != nil:
		return 0, fmt.Errorf("%w: %q has more than %d decimals", ErrRate, s, rateDigits)
	}
	return Rate(n), nil
}

// Percent writes a rate without its sign and without idle zeros: "12.5".
func (r Rate) Percent() string {
	s := formatDecimal(int64(r), rateDigits, "")
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// Of is this share of an amount, rounded half away from zero to the minor unit
// (C7). Every rounding of a commission and of a percent discount is this one.
func (r Rate) Of(base Money) Money {
	return Money(mulDivRound(int64(base), int64(r), int64(Whole)))
}

// DisplayExact writes what a rate of an amount is before it is rounded, for people
// to read: 12.5 % of 33.33 is "4.16625". The amount must not be negative.
func (c Currency) DisplayExact(r Rate, amount Money) string {
	hi, lo := bits.Mul64(uint64(amount), uint64(r))
	whole, millionths := bits.Div64(hi, lo, uint64(Whole))
	text := c.DisplayMoney(Money(whole))
	if millionths == 0 {
		return text
	}
	if c.digits == 0 {
		text += "."
	}
	return text + strings.TrimRight(fmt.Sprintf("%06d", millionths), "0")
}
