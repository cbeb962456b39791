package sim

import (
	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
)

// run is a case with what it came to. It is read, indexed and settled only when
// it is asked for, and no part of that twice.
type run struct {
	Entry
	read          *scenario.Case // nil until it is
	before, after side
	pair          engine.Pairing // of the partners of both sides
	given         [2]model.Catalog
	followed      bool   // the draft's book follows renames
	own           string // why it runs on its own catalog, or ""
	unfit         string // why what the draft changes cannot be told, or ""
	blank         bool   // the draft's catalog cannot hold it: it is not run under the draft
	likened       model.Catalog
	likeness      model.Renames // from its own catalog to that one, where codes are not known there
}

// side is a case under one of the two policies.
type side struct {
	book    *engine.Casebook
	plan    *engine.Plan // nil if there are no settings
	settled []engine.Settled
	paid    [][]payee // by sale, filled in when it is first drawn
}

// written is the case as it was written.
func (r *run) written() *scenario.Case {
	if r.read == nil {
		read := r.Read()
		r.read = &read
	}
	return r.read
}

// place gives each side its book. Only a catalog that is new to the run is
// indexed on. A case that the draft's catalog cannot hold is not run under the draft.
func (r *run) place(saved, draft model.Catalog, renamed model.Renames) {
	if draft.IsZero() {
		draft = saved
	}
	if given := [2]model.Catalog{saved, draft}; r.before.book == nil || r.given != given {
		p := r.books(saved, draft, renamed)
		r.before.on(p.one)
		r.after.on(p.two)
		r.given, r.own, r.followed = given, p.own, len(renamed)+len(r.likeness) > 0
		r.unfit, r.blank = p.unfit, p.blank
		r.pair = engine.Pair(p.one.Catalog(), p.two.Catalog(), renamed)
	}
}

// on moves a side to a book.
func (s *side) on(book *engine.Casebook) {
	if s.book != book {
		*s = side{book: book}
	}
}

func (s *side) settle(settings model.Settings) {
	switch {
	case settings.IsZero():
		*s = side{book: s.book}
	case s.plan == nil || s.plan.Settings() != settings:
		s.plan = s.under(settings)
		s.settled = s.plan.SettleAll(s.book)
		s.paid = make([][]payee, len(s.settled))
	}
}

// under is a plan for the side's book. One for its catalog that is there already
// shares what it can.
func (s *side) under(settings model.Settings) *engine.Plan {
	if s.plan != nil {
		return s.plan.Under(settings)
	}
	return engine.Compile(settings, s.book.Catalog())
}

// name is what people call a partner of this side.
func (s *side) name(id engine.PartnerID) string { return id.Name(s.book.Catalog()) }

// shown is the side that is explained: the draft, or what is saved while the
// draft cannot be run.
func (r *run) shown() *side {
	if r.after.plan == nil {
		return &r.before
	}
	return &r.after
}

// plans is what was compiled for a while: cases on one catalog share a plan.
type plans map[model.Policy]*engine.Plan

func (p plans) settle(book *engine.Casebook, settings model.Settings) []engine.Settled {
	policy := model.Policy{Settings: settings, Catalog: book.Catalog()}
	if p[policy] == nil {
		p[policy] = engine.Compile(policy.Settings, policy.Catalog)
	}
	return p[policy].SettleAll(book)
}

// between is what changes in the case from one policy to another. The sides stay
// as they are; their books serve again where the catalog is the same.
func (r *run) between(from, to model.Policy, renamed model.Renames, made plans) scenario.Effect {
	p := r.books(from.Catalog, to.Catalog, renamed)
	if p.unfit != "" {
		return scenario.Effect{Title: r.Title, Unfit: p.unfit}
	}
	pair := engine.Pair(p.one.Catalog(), p.two.Catalog(), renamed)
	before, after := made.settle(p.one, from.Settings), made.settle(p.two, to.Settings)
	return scenario.Effect{Title: r.Title, Who: pair, Effect: pair.Compare(before, after)}
}
