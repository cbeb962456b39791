package sim

import (
	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
)

// Bench runs scenarios under two settings: what is saved and what is drafted.
type Bench struct {
	runs  []run
	saved model.Settings
	draft model.Settings // zero while the draft has problems
}

// run is one scenario with what it came to. Books are indexed and sales are
// settled only when they are asked for.
type run struct {
	title         string
	read          func() scenario.Case
	scenario      scenario.Case // read, if there is a book
	book          *engine.Casebook
	before, after side
}

// side is a scenario under one of the two settings.
type side struct {
	plan    *engine.Plan // nil if there are no settings
	settled []engine.Settled
	of      model.Settings // the settings it was settled under
	paid    [][]payee      // by sale, filled in when it is first drawn
}

// NewBench is a bench of examples, which must not be empty.
func NewBench(examples []scenario.Example) *Bench {
	b := &Bench{runs: make([]run, len(examples))}
	for i, e := range examples {
		b.runs[i].title, b.runs[i].read = e.Title, e.Read
	}
	return b
}

// Set gives the bench other settings. A zero draft is one that cannot be run.
func (b *Bench) Set(saved, draft model.Settings) { b.saved, b.draft = saved, draft }

// Len is the number of scenarios.
func (b *Bench) Len() int { return len(b.runs) }

// Title is what a scenario is about; it is known before it is read.
func (b *Bench) Title(i int) string { return b.runs[i].title }

// Scenario is one of the scenarios.
func (b *Bench) Scenario(i int) scenario.Case { return b.run(i).scenario }

// Effect is what the draft changes in one scenario; ok is false while the
// draft cannot be run.
func (b *Bench) Effect(i int) (e engine.Effect, ok bool) {
	r := b.run(i)
	if r.after.plan == nil {
		return engine.Effect{Orders: len(r.before.settled)}, false
	}
	return engine.Compare(r.before.settled, r.after.settled), true
}

// run is a scenario, settled under both settings.
func (b *Bench) run(i int) *run {
	r := &b.runs[i]
	if r.book == nil {
		r.scenario = r.read()
		r.book = engine.Index(r.scenario.Journal)
	}
	r.before.settle(r.book, b.saved)
	r.after.settle(r.book, b.draft)
	return r
}

func (s *side) settle(book *engine.Casebook, settings model.Settings) {
	switch {
	case settings.IsZero():
		*s = side{}
	case s.plan == nil || s.of != settings:
		if s.plan == nil {
			s.plan = engine.Compile(settings, book.Catalog())
		} else {
			s.plan = s.plan.Under(settings)
		}
		s.of = settings
		s.settled = s.plan.SettleAll(book)
		s.paid = make([][]payee, len(s.settled))
	}
}

// shown is the side that is explained: the draft, or what is saved while the
// draft cannot be run.
func (r *run) shown() *side {
	if r.after.plan == nil {
		return &r.before
	}
	return &r.after
}

// Between is what changes in every scenario from one setting to another,
// whatever the bench is set to.
func (b *Bench) Between(from, to model.Settings) []scenario.Effect {
	effects := make([]scenario.Effect, len(b.runs))
	for i := range b.runs {
		r := b.run(i)
		before := r.before.plan.Under(from).SettleAll(r.book)
		after := r.before.plan.Under(to).SettleAll(r.book)
		effects[i] = scenario.Effect{Title: r.title, Catalog: r.scenario.Catalog, Effect: engine.Compare(before, after)}
	}
	return effects
}
