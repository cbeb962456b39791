package engine_test

import (
	"math/big"

	"referee/model"
)

// halfAwayFromZero rounds a fraction to a whole number of minor units (C7).
func halfAwayFromZero(exact *big.Rat) int64 {
	double := new(big.Int).Mul(new(big.Int).Abs(exact.Num()), big.NewInt(2))
	double.Add(double, exact.Denom())
	whole := double.Quo(double, new(big.Int).Mul(exact.Denom(), big.NewInt(2))).Int64()
	if exact.Sign() < 0 {
		return -whole
	}
	return whole
}

// off is what a discount takes off an amount, never more than there is.
func off(d model.Discount, amount int64) int64 {
	exact := new(big.Rat).Mul(big.NewRat(int64(d.Percent), 1_000_000), big.NewRat(amount, 1))
	return min(halfAwayFromZero(exact)+int64(d.Amount), amount)
}

// bases is what commissions are reckoned on, line by line (C4). Tax, shipping,
// fees and finance charges are never looked at.
func (o *oracle) bases(order model.Order) []int64 {
	left := make([]int64, len(order.Lines)) // what the lines' own discounts leave
	total := int64(0)
	for i, line := range order.Lines {
		left[i] = int64(line.Price) * line.Quantity
		if line.Discount.Commissions {
			left[i] -= off(line.Discount, left[i])
		}
		total += left[i]
	}
	if order.Discount.Commissions {
		for i, part := range parts(off(order.Discount, total), left) {
			left[i] -= part
		}
	}
	return left
}

// parts spreads an amount in proportion to weights so that the parts add up:
// every part is rounded down, and what is left over goes, one minor unit each,
// to the largest remainders (C4); of equal ones to the first.
func parts(amount int64, weights []int64) []int64 {
	whole := int64(0)
	for _, w := range weights {
		whole += w
	}
	out := make([]int64, len(weights))
	if whole == 0 {
		return out
	}
	rest := make([]*big.Rat, len(weights))
	over := amount
	for i, w := range weights {
		exact := new(big.Rat).Mul(big.NewRat(amount, 1), big.NewRat(w, whole))
		out[i] = new(big.Int).Quo(exact.Num(), exact.Denom()).Int64()
		rest[i] = exact.Sub(exact, big.NewRat(out[i], 1))
		over -= out[i]
	}
	for ; over > 0; over-- {
		largest := 0
		for i := range rest {
			if rest[i].Cmp(rest[largest]) > 0 {
				largest = i
			}
		}
		out[largest]++
		rest[largest] = new(big.Rat)
	}
	return out
}
