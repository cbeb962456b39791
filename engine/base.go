package engine

import (
	"slices"

	"referee/model"
)

// Item is one line of an order as commissions see it.
type Item struct {
	Product  string
	Quantity int64
	Base     model.Money // what percents are of (C4), in minor units
}

// Items reckons the commission base of every line (C4): its total less its own
// discount, less its part of the order's discount. A discount that does not
// apply to commissions is not looked at. The order's percentage is of what the
// lines' own discounts leave, which is also what its parts are in proportion to.
func Items(o *model.Order) []Item {
	items := make([]Item, len(o.Lines))
	sum := model.Money(0)
	for i, l := range o.Lines {
		base := l.Total()
		if l.Discount.Commissions {
			base -= l.Discount.Off(base)
		}
		items[i] = Item{l.Product, l.Quantity, base}
		sum += base
	}
	if o.Discount.Commissions {
		spread(items, sum, o.Discount.Off(sum))
	}
	return items
}

// spread takes an amount off the items in proportion to their base, by largest
// remainder, so that the parts add up; equal remainders go to the earlier line.
func spread(items []Item, sum, off model.Money) {
	if sum == 0 || off == 0 {
		return
	}
	remainders := make([]uint64, len(items))
	order := make([]int, len(items))
	left := off
	for i := range items {
		part, remainder := model.Share(items[i].Base, off, sum)
		items[i].Base -= part
		left -= part
		remainders[i], order[i] = remainder, i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case remainders[a] > remainders[b]:
			return -1
		case remainders[a] < remainders[b]:
			return 1
		}
		return 0
	})
	for _, i := range order[:left] {
		items[i].Base--
	}
}
