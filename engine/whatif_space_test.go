package engine_test

import (
	"flag"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/engine/whatif"
	"referee/model"
)

var everySituation = flag.Bool("whatif.all", false, "hold the answers of package whatif in every situation of the decision space, not in one of many")

// TestWhatIfOnTheDecisionSpace walks through the decision space that the engine is
// held to and asks in each situation what would flip it, and what all settings come
// to; each answer is run again, compiled and indexed anew. By itself it takes one
// situation of a prime number of them, each under another of the stage's settings.
func TestWhatIfOnTheDecisionSpace(t *testing.T) {
	every := 29
	if *everySituation {
		every = 1
	}
	n, flips, cells := 0, 0, 0
	s := &space{t: t, seen: map[string]int{}}
	s.visit = func(st *stage, j model.Journal) {
		if n++; n%every != 0 {
			return
		}
		plan := st.plans[n/every%len(st.plans)]
		cases := engine.Index(j).Cases()
		c := &cases[len(cases)-1]
		cells += everyCellAgain(t, plan, c)
		who := engine.PartnerID(n / every % len(st.catalog.Partners()))
		flips += everyFlipAgain(t, plan, j, c.Order.ID, who)
	}
	for _, part := range []func(*space){(*space).ladder, (*space).ties, (*space).byHand, (*space).leads, (*space).payouts, (*space).settings} {
		part(s)
	}
	t.Logf("%d situations, %d flips, %d cells", n/every, flips, cells)
	if flips == 0 || cells == 0 {
		t.Error("nothing was held to anything")
	}
}

func everyCellAgain(t *testing.T, plan *engine.Plan, c *engine.Case) (cells int) {
	for _, g := range whatif.NewGrid(plan, c) {
		for _, s := range g.Cells {
			outcome, rows := engine.Compile(s, plan.Catalog()).Settle(nil, c)
			single := engine.Settled{Outcome: outcome, Rows: rows}
			if single.Differs(&g.Settled) {
				t.Fatalf("%+v: the grid says\n%+v, a single run\n%+v", s, g.Settled, single)
			}
			cells++
		}
	}
	return cells
}

func everyFlipAgain(t *testing.T, plan *engine.Plan, j model.Journal, order string, who engine.PartnerID) int {
	flips, _ := whatif.Flips(plan, j, order, who)
	for _, f := range flips {
		s, changed, problems := f.Apply(plan.Settings(), j)
		if problems != nil {
			t.Fatal(problems)
		}
		then := settledOrder(engine.Index(changed), engine.Compile(s, changed.Catalog()), order)
		if diff := cmp.Diff(then.Rows, f.Rows); diff != "" || then.Upshot() != f.Upshot() {
			t.Fatalf("%+v comes to something else on the whole journal:\n%s", f.Change, diff)
		}
		if paid := engine.PaidTo(then.Rows, who); paid != f.Paid || (paid == 0) == (f.Now == 0) {
			t.Fatalf("%+v pays %d, it says %d", f.Change, paid, f.Paid)
		}
	}
	return len(flips)
}
