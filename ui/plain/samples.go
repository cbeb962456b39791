package plain

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
)

// compared is one sample under both policies.
type compared struct {
	title         string
	one, two      *engine.Casebook
	before, after []engine.Settled
	pair          engine.Pairing // of the partners before and after
	effect        engine.Effect
}

// plans is what was compiled already: most samples run on the same catalogs.
type plans map[model.Policy]*engine.Plan

func (p plans) settle(book *engine.Casebook, s model.Settings) []engine.Settled {
	policy := model.Policy{Settings: s, Catalog: book.Catalog()}
	if p[policy] == nil {
		p[policy] = engine.Compile(policy.Settings, policy.Catalog)
	}
	return p[policy].SettleAll(book)
}

// compareAll compares every sample that can be run under both policies, and adds
// all of them up.
func (c Change) compareAll() (all []compared, sum scenario.Sum) {
	made, renamed := plans{}, model.Alike(c.From.Catalog, c.To.Catalog)
	effects := make([]scenario.Effect, len(c.Samples))
	for i, sample := range c.Samples {
		before, after, unfit := sample.OnBoth(c.From.Catalog, c.To.Catalog, renamed)
		effects[i] = scenario.Effect{Title: sample.Title, Unfit: unfit}
		if unfit != "" {
			continue
		}
		s := compared{title: sample.Title, one: engine.Index(before), two: engine.Index(after)}
		s.pair = engine.Pair(s.one.Catalog(), s.two.Catalog(), renamed)
		s.before, s.after = made.settle(s.one, c.From.Settings), made.settle(s.two, c.To.Settings)
		s.effect = s.pair.Compare(s.before, s.after)
		effects[i].Who, effects[i].Effect = s.pair, s.effect
		all = append(all, s)
	}
	return all, scenario.Add(effects)
}

// writeSamples writes the sample sales that would be credited or paid
// differently, and for each sample who gains and who loses. Samples that cannot be
// run come first: nothing is known of them.
func (c Change) writeSamples(out *Lines) {
	if len(c.Samples) == 0 {
		return
	}
	all, sum := c.compareAll()
	if apart := sum.Apart("sample"); apart != "" {
		out.Put("Sample sales: %s.", apart)
		if sum.Cases == 0 {
			return
		}
	}
	if sum.Changed == 0 {
		out.Put("Sample sales: none of %d changes.", sum.Orders)
		return
	}
	out.Put("Sample sales: %d of %d would be credited or paid differently.", sum.Changed, sum.Orders)
	for _, s := range all {
		if s.effect.Changed > 0 {
			s.write(out)
		}
	}
}

func (s *compared) write(out *Lines) {
	out.Put("%s", s.title)
	out.Put("  %s", s.headline())
	for i := range s.before {
		before, after := &s.before[i], &s.after[i]
		if s.pair.Differs(before, after) {
			lead := leadOf(s.one, before) != leadOf(s.two, after)
			out.Put("  %s: %s → %s", s.one.Cases()[i].Order.ID, outcome(s.one, before, lead), outcome(s.two, after, lead))
		}
	}
}

// headline is what the change comes to: "1 of 2 sales, payouts +100.00, Jim
// +200.00, Zoe −100.00".
func (s *compared) headline() string {
	parts := []string{fmt.Sprintf("%d of %s", s.effect.Changed, count(s.effect.Orders, "sale"))}
	if s.effect.Delta != 0 {
		parts = append(parts, "payouts "+s.pair.Currency().DisplayChange(s.effect.Delta, "−"))
	}
	for _, p := range s.effect.Partners {
		parts = append(parts, s.pair.Partner(p.Partner).DisplayName()+" "+s.pair.Currency().DisplayChange(p.Delta, "−"))
	}
	return strings.Join(parts, ", ")
}

// outcome is who is credited with a sale, by which rung, and who is paid what:
// "Jim by cookie (Jim 200.00, Bob 100.00)". The lead partner is named if that is
// what differs.
func outcome(book *engine.Casebook, o *engine.Settled, lead bool) string {
	catalog := book.Catalog()
	words := o.Sale.Partner.Name(catalog)
	if o.By != engine.ByNobody {
		words += " by " + o.By.String()
	}
	if lead {
		words += ", lead " + leadOf(book, o)
	}
	var paid []string
	for _, p := range engine.Payouts(o.Rows) {
		paid = append(paid, p.Partner.Name(catalog)+" "+catalog.Currency().DisplayMoney(p.Paid))
	}
	if len(paid) == 0 {
		return words + " (nothing paid)"
	}
	return words + " (" + strings.Join(paid, ", ") + ")"
}

func leadOf(book *engine.Casebook, o *engine.Settled) string {
	return o.Lead.Partner.Name(book.Catalog())
}
