package sim

import (
	"referee/engine/scenario"
	"referee/model"
)

// Result is the case that is shown, under the policy that is explained, and the
// place of the selected sale in it; ok is false if it has no sale. It is indexed
// anew: whoever asks goes on asking about it.
func (p *Pane) Result() (r scenario.Result, sale int, ok bool) {
	shown := p.run().shown()
	if shown.plan == nil {
		return r, 0, false
	}
	c, catalog := p.Scenario(), shown.book.Catalog()
	journal, problems := catalog.Journal(shown.book.Events())
	if problems != nil {
		return r, 0, false // cannot be: they were read from a journal of this catalog
	}
	c.Catalog, c.Journal, c.Wants = catalog, journal, nil
	sale = p.index(p.run())
	return scenario.Run(c, shown.plan.Settings()), sale, sale < len(shown.settled)
}

// Policy is the policy that is explained: the draft, or what is saved while the
// draft cannot be run.
func (p *Pane) Policy() (policy model.Policy, ok bool) {
	shown := p.run().shown()
	if shown.plan == nil {
		return policy, false
	}
	return model.Policy{Settings: shown.plan.Settings(), Catalog: shown.book.Catalog()}, true
}

// HasSale reports whether a sale is selected.
func (p *Pane) HasSale() bool {
	r := p.run()
	return p.index(r) < len(r.shown().settled)
}
