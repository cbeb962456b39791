package sim

import (
	"slices"

	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/theme"
)

// Pane shows one scenario of a bench and one of its sales.
type Pane struct {
	Beside string // a word beside the place of the scenario, or ""

	bench *Bench
	at    int // the scenario
	sale  int // the selected sale
	own   int // the sale the person selected last
	above int // rows of the explanation that are scrolled away

	told     told
	toldRows []string
	tale     told
	taleRows []string
	spots    []int // by row of the last drawing: the sale there, or -1
	line     theme.Line
	drag     *drag // while the selected sale is moved in time
	overrun  int   // rows of the explanation that did not fit
}

// New is a pane over a bench.
func New(bench *Bench) *Pane {
	p := &Pane{bench: bench}
	p.line.Remember()
	return p
}

// Bench is what the pane shows.
func (p *Pane) Bench() *Bench { return p.bench }

// At is the index of the scenario that is shown.
func (p *Pane) At() int { return p.at }

// Scenario is the scenario that is shown.
func (p *Pane) Scenario() scenario.Case { return p.bench.Scenario(p.at) }

// Show turns to a scenario.
func (p *Pane) Show(i int) {
	p.EndDrag()
	p.at, p.own = (i+p.bench.Len())%p.bench.Len(), 0
	p.sale, p.above = 0, 0
	p.Follow()
}

// Follow selects a sale that the draft changes, so that the reason stands in
// the same frame as the change: the one the person selected if it is among
// them, else the first. With no change it goes back to the person's own.
func (p *Pane) Follow() {
	r := p.bench.run(p.at)
	if p.differs(r, p.own) || r.after.plan == nil {
		p.turn(p.own)
		return
	}
	for i := range r.after.settled {
		if p.differs(r, i) {
			p.turn(i)
			return
		}
	}
	p.turn(p.own)
}

func (p *Pane) differs(r *run, i int) bool {
	return i < len(r.after.settled) && r.pair.Differs(&r.before.settled[i], &r.after.settled[i])
}

// turn explains another sale, from its beginning.
func (p *Pane) turn(sale int) {
	if p.sale != sale {
		p.EndDrag()
		p.sale, p.above = sale, 0
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
	p.choose(next)
	return true
}

// Select selects the sale of an order, or one that there is if there is none of that
// name.
func (p *Pane) Select(order string) {
	cases := p.bench.run(p.at).before.book.Cases()
	i := slices.IndexFunc(cases, func(c engine.Case) bool { return c.Order.ID == order })
	if i < 0 {
		i = max(0, min(p.sale, len(cases)-1))
	}
	p.choose(i)
}

// Credited is the code of the partner that the selected sale is credited to under the
// draft, "" for nobody, and the product of its first line.
func (p *Pane) Credited() (partner, product string) {
	r := p.run()
	s, at := r.shown(), p.index(r)
	if at >= len(s.settled) {
		return "", ""
	}
	if who := s.settled[at].Sale.Partner; who != engine.Nobody {
		partner = s.book.Catalog().Partners()[who].Code
	}
	return partner, s.book.Cases()[at].Order.Lines[0].Product
}

// choose is a selection the person made.
func (p *Pane) choose(sale int) {
	p.own = sale
	p.turn(sale)
}

// Scroll moves the explanation by some rows.
func (p *Pane) Scroll(by int) { p.above = max(0, min(p.above+by, p.above+p.overrun)) }

// Effect is what the draft changes in the scenario that is shown.
func (p *Pane) Effect() (scenario.Effect, bool) { return p.bench.Effect(p.at) }

// Currency is what the scenario's amounts are in, under either policy.
func (p *Pane) Currency() model.Currency { return p.Scenario().Catalog.Currency() }

// HasEntered reports whether the scenario holds referrals entered by hand (N3).
func (p *Pane) HasEntered() bool { return p.bench.run(p.at).before.book.HasEntered() }

// Click selects the sale drawn in a row and reports whether there was one.
func (p *Pane) Click(y int) bool {
	if y < 0 || y >= len(p.spots) || p.spots[y] < 0 {
		return false
	}
	p.Select(p.run().before.book.Cases()[p.spots[y]].Order.ID)
	return true
}
