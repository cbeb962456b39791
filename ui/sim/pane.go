package sim

import (
	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/theme"
)

// Pane shows one scenario of a bench and one of its sales.
type Pane struct {
	bench *Bench
	at    int // the scenario
	sale  int // the selected sale
	above int // rows of the explanation that are scrolled away

	told    told
	spots   []int // by row of the last drawing: the sale there, or -1
	line    theme.Line
	overrun int // rows of the explanation that did not fit
}

// New is a pane over a bench.
func New(bench *Bench) *Pane { return &Pane{bench: bench} }

// Bench is what the pane shows.
func (p *Pane) Bench() *Bench { return p.bench }

// At is the index of the scenario that is shown.
func (p *Pane) At() int { return p.at }

// Scenario is the scenario that is shown.
func (p *Pane) Scenario() scenario.Case { return p.bench.Scenario(p.at) }

// Show turns to a scenario, and to the first sale in it that the draft changes.
func (p *Pane) Show(i int) {
	p.at = (i + p.bench.Len()) % p.bench.Len()
	p.selectSale(0)
	r := p.bench.run(p.at)
	for i := range r.after.settled {
		if r.before.settled[i].Differs(&r.after.settled[i]) {
			p.selectSale(i)
			return
		}
	}
}

// Step moves the selection by some sales, as far as there are any, and reports
// whether it moved.
func (p *Pane) Step(by int) bool {
	sales := len(p.bench.run(p.at).before.settled)
	next := min(max(p.sale+by, 0), sales-1)
	if sales == 0 || next == p.sale {
		return false
	}
	p.selectSale(next)
	return true
}

func (p *Pane) selectSale(i int) { p.sale, p.above = i, 0 }

// Scroll moves the explanation by some rows.
func (p *Pane) Scroll(by int) { p.above = max(0, min(p.above+by, p.above+p.overrun)) }

// Effect is what the draft changes in the scenario that is shown.
func (p *Pane) Effect() (engine.Effect, bool) { return p.bench.Effect(p.at) }

// Currency is what the scenario's amounts are in.
func (p *Pane) Currency() model.Currency { return p.Scenario().Catalog.Currency() }

// Partner is a partner's name in the scenario that is shown.
func (p *Pane) Partner(id engine.PartnerID) string {
	return p.Scenario().Catalog.Partners()[id].DisplayName()
}

// HasEntered reports whether the scenario holds referrals entered by hand (N3).
func (p *Pane) HasEntered() bool { return p.bench.run(p.at).book.HasEntered() }

// Click selects the sale drawn in a row and reports whether there was one.
func (p *Pane) Click(y int) bool {
	if y < 0 || y >= len(p.spots) || p.spots[y] < 0 {
		return false
	}
	p.selectSale(p.spots[y])
	return true
}
