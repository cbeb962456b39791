package plain

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
)

// compared is one sample under both settings.
type compared struct {
	catalog       model.Catalog
	title         string
	book          *engine.Casebook
	before, after []engine.Settled
	effect        engine.Effect
}

func (c Change) compare(sample scenario.Case) compared {
	book := engine.Index(sample.Journal)
	before := engine.Compile(c.From, sample.Catalog).SettleAll(book)
	after := engine.Compile(c.To, sample.Catalog).SettleAll(book)
	return compared{sample.Catalog, sample.Title, book, before, after, engine.Compare(before, after)}
}

// writeSamples writes the sample sales that would be credited or paid
// differently, and for each sample who gains and who loses.
func (c Change) writeSamples(out *Lines) {
	if len(c.Samples) == 0 {
		return
	}
	var all []compared
	orders, changed := 0, 0
	for _, sample := range c.Samples {
		s := c.compare(sample)
		orders, changed = orders+s.effect.Orders, changed+s.effect.Changed
		if s.effect.Changed > 0 {
			all = append(all, s)
		}
	}
	if changed == 0 {
		out.Put("Sample sales: none of %d changes.", orders)
		return
	}
	out.Put("Sample sales: %d of %d would be credited or paid differently.", changed, orders)
	for _, s := range all {
		s.write(out)
	}
}

func (s *compared) write(out *Lines) {
	out.Put("%s", s.title)
	out.Put("  %s", s.headline())
	for i := range s.before {
		before, after := &s.before[i], &s.after[i]
		if before.Differs(after) {
			lead := before.Lead.Partner != after.Lead.Partner
			out.Put("  %s: %s → %s", s.book.Cases()[i].Order.ID, s.outcome(before, lead), s.outcome(after, lead))
		}
	}
}

// headline is what the change comes to: "1 of 2 sales, payouts +100.00, Jim
// +200.00, Zoe −100.00".
func (s *compared) headline() string {
	parts := []string{fmt.Sprintf("%d of %s", s.effect.Changed, count(s.effect.Orders, "sale"))}
	if s.effect.Delta != 0 {
		parts = append(parts, "payouts "+s.catalog.Currency().DisplayChange(s.effect.Delta, "−"))
	}
	for _, p := range s.effect.Partners {
		parts = append(parts, s.name(p.Partner)+" "+s.catalog.Currency().DisplayChange(p.Delta, "−"))
	}
	return strings.Join(parts, ", ")
}

// outcome is who is credited with a sale, by which rung, and who is paid what:
// "Jim by cookie (Jim 200.00, Bob 100.00)". The lead partner is named if that is
// what differs.
func (s *compared) outcome(o *engine.Settled, lead bool) string {
	words := s.name(o.Sale.Partner)
	if o.By != engine.ByNobody {
		words += " by " + o.By.String()
	}
	if lead {
		words += ", lead " + s.name(o.Lead.Partner)
	}
	var paid []string
	for _, p := range engine.Payouts(o.Rows) {
		paid = append(paid, s.name(p.Partner)+" "+s.catalog.Currency().DisplayMoney(p.Paid))
	}
	if len(paid) == 0 {
		return words + " (nothing paid)"
	}
	return words + " (" + strings.Join(paid, ", ") + ")"
}

func (s *compared) name(who engine.PartnerID) string { return who.Name(s.catalog) }
