package engine_test

import (
	"testing"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/whatif"
	"referee/model"
)

// distinct is how many combinations of S3, S4, S5 and S7 to S10 there are, less
// those that differ in S10 alone at one level.
const distinct = 2*2*2*3*3*3*2 - 2*2*2*3*3

// TestEveryCellIsASingleRun holds each cell of a grid to a plan compiled for it
// alone, on random journals: the money, the partner, the rung. No combination is
// left out, none is there twice, and what stands in two groups differs.
func TestEveryCellIsASingleRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, journal := playJournal(t)
		if rapid.IntRange(0, 4).Draw(t, "one world in five") > 0 || thinned() && len(p.Catalog().Partners()) > 2 {
			return
		}
		book := engine.Index(journal)
		for i := range book.Cases() {
			c := &book.Cases()[i]
			seen := map[model.Settings]bool{}
			upshots := map[engine.Upshot]bool{}
			for _, g := range whatif.NewGrid(p, c) {
				if upshots[g.Upshot()] {
					t.Fatal("two groups come to the same")
				}
				upshots[g.Upshot()] = true
				for _, s := range g.Cells {
					if seen[s] {
						t.Fatalf("%+v is there twice", s)
					}
					seen[s] = true
					outcome, rows := engine.Compile(s, p.Catalog()).Settle(nil, c)
					single := engine.Settled{Outcome: outcome, Rows: rows}
					if single.Differs(&g.Settled) {
						t.Fatalf("%+v: the grid says\n%+v, a single run\n%+v", s, g.Settled, single)
					}
				}
			}
			if len(seen) != distinct {
				t.Fatalf("%d cells, want %d", len(seen), distinct)
			}
		}
	})
}

// TestGridFindsSettings: settings are in the group that comes to what they do, and
// nearest to themselves.
func TestGridFindsSettings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, journal := playJournal(t)
		s, problems := drawSettings(t).Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		c := &engine.Index(journal).Cases()[0]
		outcome, rows := p.Under(s).Settle(nil, c)
		single := engine.Settled{Outcome: outcome, Rows: rows}
		found := 0
		for _, g := range whatif.NewGrid(p, c) {
			if !g.Holds(s) {
				continue
			}
			found++
			if g.Upshot() != single.Upshot() {
				t.Fatalf("%+v is in a group that comes to something else", s)
			}
			near := g.Nearest(s).Draft()
			near.SkipNotifications = s.SkipNotifications()
			if near != s.Draft() && s.Levels() > 1 {
				t.Fatalf("nearest to %+v is %+v", s, near)
			}
		}
		if found != 1 {
			t.Fatalf("%+v is in %d groups", s, found)
		}
	})
}

func BenchmarkGrid(b *testing.B) {
	catalog, problems := troupe().Parse()
	if problems != nil {
		b.Fatal(problems)
	}
	journal, problems := catalog.Journal([]model.Event{
		model.Click{At: day(1), Partner: "jim", Browser: "laptop"},
		model.Click{At: day(2), Partner: "zoe", Browser: "laptop", IP: officeIP},
		model.Order{At: day(3), ID: "o", Contact: "katie", Browser: "laptop", IP: officeIP, Lines: oneX},
	})
	if problems != nil {
		b.Fatal(problems)
	}
	plan, c := engine.Compile(model.Defaults(), catalog), &engine.Index(journal).Cases()[0]
	for b.Loop() {
		whatif.NewGrid(plan, c)
	}
}
