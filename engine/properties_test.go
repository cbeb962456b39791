package engine_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/engine"
	"referee/model"
)

// played is a world under settings, read by the engine and by the oracle.
type played struct {
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
	return played{engine.Compile(s, catalog), engine.Index(journal), newOracle(s, catalog, w.events)}
}

// verdicts is the engine's answer about every order.
func (p played) verdicts() map[string]verdict {
	all := map[string]verdict{}
	for i := range p.book.Cases() {
		c := &p.book.Cases()[i]
		all[c.Order.ID] = verdictOf(p.plan, p.book, c)
	}
	return all
}

// sameMoney fails the test unless everyone is credited and paid alike. What
// else the rungs saw may differ.
func sameMoney(t *rapid.T, before, after map[string]verdict) {
	t.Helper()
	for id, b := range before {
		a := after[id]
		if a.By != b.By || a.Sale != b.Sale || a.Lead != b.Lead || !reflect.DeepEqual(a.Rows, b.Rows) {
			t.Fatalf("order %q is paid differently:\n%s", id, cmp.Diff(b, a))
		}
	}
}

// TestEngineIsTheOracle holds every answer about random journals, figures,
// trace and all, against the second implementation. One casebook serves several
// settings, as it does on the desk.
func TestEngineIsTheOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		book := play(t, w, model.DefaultDraft()).book
		for range 3 {
			p := play(t, w, drawSettings(t))
			for i := range book.Cases() {
				agree(t, p.oracle, p.plan, book, &book.Cases()[i])
			}
			agreeOnForms(t, p.oracle, p.plan, book)
		}
	})
}

// TestReplaysAreIdentical: the same input gives the same answer, whatever was
// in the buffer and however often it is asked.
func TestReplaysAreIdentical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorld(t), drawSettings(t)
		one, two := play(t, w, d), play(t, w, d)
		var rows []engine.Row
		for i := range one.book.Cases() {
			first := len(rows)
			var outcome, again engine.Outcome
			var fresh []engine.Row
			outcome, rows = one.plan.Settle(rows, &one.book.Cases()[i])
			again, fresh = two.plan.Settle(nil, &two.book.Cases()[i])
			if outcome != again || len(fresh) != len(rows)-first || len(fresh) > 0 && !reflect.DeepEqual(rows[first:], fresh) {
				t.Fatalf("order %d: first\n%+v %+v\nthen\n%+v %+v", i, outcome, rows[first:], again, fresh)
			}
		}
		if diff := cmp.Diff(one.verdicts(), two.verdicts()); diff != "" {
			t.Fatal(diff)
		}
	})
}
