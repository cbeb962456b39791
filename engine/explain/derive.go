package explain

import (
	"fmt"

	"referee/engine"
	"referee/model"
)

// Figure is one step of how a row comes about: what it is, and how much. Those up
// to a sum add up to it.
type Figure struct {
	Text   string
	Amount model.Money // in minor units; what is taken off is negative
	Sum    bool
}

// Derive is every cent of a row of an order that the engine settled: what the
// commission is of (C4), the rates (C5), and what was rounded from what (C7). The
// figures above the first sum add up to the base, those between it and the last
// to what the row pays. A row that no rate was found for ends with its base.
func Derive(plan *engine.Plan, c *engine.Case, r *engine.Row) []Figure {
	t := teller{plan: plan, c: c}
	figures := t.base(r)
	if r.Rule == engine.NoProgram || r.Rule == engine.NoRate || r.Rule == engine.InactivePartner {
		return append(figures, Figure{t.row(r), 0, true})
	}
	if r.Percent != 0 {
		figures = append(figures, t.percent(r))
	}
	if r.Amount != 0 {
		text := fmt.Sprintf("%s for each of %d", t.money(r.Amount), r.Quantity)
		figures = append(figures, Figure{text, r.Amount.Times(r.Quantity), false})
	}
	return append(figures, Figure{fmt.Sprintf("%s (%s), %s", Role(r), r.Rule.Number(), t.program(r)), r.Calculated, true})
}

// base is how the base of a row's item comes about. What the item's share of the
// order's discount is follows from what the engine left of it.
func (t *teller) base(r *engine.Row) []Figure {
	line := t.c.Order.Lines[r.Item]
	total, own := line.Total(), model.Money(0)
	text := line.Product
	if line.Quantity != 1 {
		text = fmt.Sprintf("%d × %s at %s", line.Quantity, line.Product, t.money(line.Price))
	}
	figures := []Figure{{text, total, false}}
	if line.Discount.Commissions {
		if own = line.Discount.Off(total); own != 0 {
			figures = append(figures, Figure{"its own discount" + rateOf(line.Discount), -own, false})
		}
	}
	if share := total - own - r.Base; share != 0 {
		text := "its share of the order's discount" + rateOf(t.c.Order.Discount)
		if len(t.c.Items) > 1 {
			text += ", by largest remainder"
		}
		figures = append(figures, Figure{text, -share, false})
	}
	return append(figures, Figure{"base (C4)", r.Base, true})
}

func rateOf(d model.Discount) string {
	if d.Percent == 0 {
		return ""
	}
	return fmt.Sprintf(" of %s %%", d.Percent.Percent())
}

func (t *teller) percent(r *engine.Row) Figure {
	currency := t.plan.Catalog().Currency()
	paid := r.Percent.Of(r.Base)
	text := fmt.Sprintf("%s %% of %s", r.Percent.Percent(), t.money(r.Base))
	if exact := currency.DisplayExact(r.Percent, r.Base); exact != t.money(paid) {
		text += fmt.Sprintf(" is %s, rounded half away from zero (C7)", exact)
	}
	return Figure{text, paid, false}
}
