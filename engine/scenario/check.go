package scenario

import (
	"fmt"
	"maps"
	"slices"

	"referee/engine"
	"referee/model"
)

// Difference is one key of a want that the run does not hold to. Want and Got
// are written as they stand in a file, so what was got can be pasted there.
type Difference struct {
	Sale string `json:"sale"`
	Line int    `json:"line"` // of the want; 0 if it comes from no file
	Key  string `json:"key"`
	Want string `json:"want"`
	Got  string `json:"got"`
}

// Check holds a result to the wants of its case and lists what differs, want by
// want, in the order of the keys in a file. None means that all hold.
func Check(r Result) []Difference {
	sales := map[string]*checkedSale{}
	for i := range r.Sales {
		sales[r.Sales[i].Order.ID] = &checkedSale{Sale: &r.Sales[i]}
	}
	c := comparison{result: &r}
	for _, w := range r.Case.Wants {
		c.want, c.sale = w, sales[w.Sale]
		c.compare()
	}
	return c.differences
}

// comparison holds one want after the other against its sale.
type comparison struct {
	result      *Result
	want        Want
	sale        *checkedSale
	differences []Difference
}

// checkedSale keeps what the partners of a sale get, because any number of wants
// can be about it.
type checkedSale struct {
	*Sale
	payouts, released map[string]model.Money
}

func (c *comparison) compare() {
	r, s := c.result, c.sale
	if s.payouts == nil {
		s.payouts, s.released = r.byCode(s.sums(calculated)), r.byCode(s.sums(released))
	}
	expect(c, "sale_partner", c.want.SalePartner, r.code(s.Outcome.Sale.Partner), quote)
	expect(c, "lead_partner", c.want.LeadPartner, r.code(s.Outcome.Lead.Partner), quote)
	expect(c, "by", c.want.By, s.Outcome.By, func(r engine.Rung) string { return quote(r.String()) })
	c.amounts("payouts", c.want.Payouts, s.payouts)
	c.amounts("released", c.want.Released, s.released)
	c.amounts("clawback", c.want.Clawback, nil) // nothing is refunded yet (C10)
	if list, set := c.want.Notified.Get(); set {
		want, got := slices.Sorted(slices.Values(list)), r.notified(s.Told)
		if !slices.Equal(want, got) {
			c.differ("notified", quoteAll(want), quoteAll(got))
		}
	}
	expect(c, "reading_sensitive", c.want.ReadingSensitive, s.Outcome.ReadingSensitive(), func(b bool) string { return fmt.Sprint(b) })
}

func (c *comparison) differ(key, want, got string) {
	c.differences = append(c.differences, Difference{c.want.Sale, c.want.Line, key, want, got})
}

func expect[T comparable](c *comparison, key string, want model.Optional[T], got T, show func(T) string) {
	if v, set := want.Get(); set && v != got {
		c.differ(key, show(v), show(got))
	}
}

// amounts compares money partner by partner: one who is not named must get
// nothing, and one who is named with nothing likewise.
func (c *comparison) amounts(key string, want model.Optional[map[string]model.Money], got map[string]model.Money) {
	named, set := want.Get()
	if !set {
		return
	}
	nonZero := maps.Clone(named)
	maps.DeleteFunc(nonZero, func(_ string, m model.Money) bool { return m == 0 })
	if !maps.Equal(nonZero, got) {
		currency := c.result.Case.Catalog.Currency()
		c.differ(key, amountsTOML(currency, named), amountsTOML(currency, got))
	}
}

// byCode is money by partners' codes.
func (r *Result) byCode(sums map[engine.PartnerID]model.Money) map[string]model.Money {
	amounts := map[string]model.Money{}
	for partner, m := range sums {
		amounts[r.code(partner)] = m
	}
	return amounts
}

// Follow is the want with the partners it names called as they are now.
func (w Want) Follow(renamed model.Renames) Want {
	now := func(code string) string { return renamed.Now(model.PartnerTable, code) }
	for _, one := range [...]*model.Optional[string]{&w.SalePartner, &w.LeadPartner} {
		if code := one.Or(""); code != "" {
			*one = model.Some(now(code))
		}
	}
	for _, amounts := range [...]*model.Optional[map[string]model.Money]{&w.Payouts, &w.Released, &w.Clawback} {
		if was, set := amounts.Get(); set {
			next := map[string]model.Money{}
			for code, amount := range was {
				next[now(code)] = amount
			}
			*amounts = model.Some(next)
		}
	}
	if was, set := w.Notified.Get(); set {
		next := make([]string, len(was))
		for i, code := range was {
			next[i] = now(code)
		}
		w.Notified = model.Some(next)
	}
	return w
}

// KnownIn reports whether every partner that the want names is in a catalog.
func (w Want) KnownIn(c model.Catalog) bool {
	var codes []string
	for _, one := range [...]model.Optional[string]{w.SalePartner, w.LeadPartner} {
		if code := one.Or(""); code != "" {
			codes = append(codes, code)
		}
	}
	for _, amounts := range [...]model.Optional[map[string]model.Money]{w.Payouts, w.Released, w.Clawback} {
		codes = slices.AppendSeq(codes, maps.Keys(amounts.Or(nil)))
	}
	codes = append(codes, w.Notified.Or(nil)...)
	return !slices.ContainsFunc(codes, func(code string) bool {
		_, known := c.Partner(code)
		return !known
	})
}
