package engine_test

import (
	"testing"

	"referee/engine"
	"referee/model"
)

// TestDecisionSpace runs the whole decision space, not a sample of it: what was
// recorded on each rung, how the contact came to be, who stands above whom, what
// the rate cards hold, and the settings that bear on each, all crossed. Every
// case is held against the oracle. What the rules let interact is crossed in one
// part; what cannot meet (the age of a cookie and a rate card's blanks, say) is
// crossed with samples of each other in the part on settings.
func TestDecisionSpace(t *testing.T) {
	parts := []struct {
		name  string
		run   func(*space)
		cases int // the space never shrinks unnoticed
		space *space
	}{
		{"the ladder", (*space).ladder, 59_280, nil},
		{"browsers and contacts", (*space).ties, 6_912, nil},
		{"set by hand", (*space).byHand, 1_152, nil},
		{"the lead partner", (*space).leads, 10_944, nil},
		{"chains and rate cards", (*space).payouts, 36_828, nil},
		{"every combination of settings", (*space).settings, 20_736, nil},
	}
	t.Run("parts", func(t *testing.T) {
		for i := range parts {
			part := &parts[i]
			t.Run(part.name, func(t *testing.T) {
				t.Parallel()
				part.space = &space{t: t, seen: map[string]int{}}
				part.run(part.space)
				if part.space.cases < part.cases && !thinned() {
					t.Errorf("%d cases, there were %d", part.space.cases, part.cases)
				}
			})
		}
	})
	seen := map[string]int{}
	for _, part := range parts {
		t.Logf("%6d cases: %s", part.space.cases, part.name)
		for word, n := range part.space.seen {
			seen[word] += n
		}
	}
	if !thinned() {
		everythingOccurs(t, seen)
	}
}

// space counts cases and remembers what they came to.
type space struct {
	t          *testing.T
	visit      func(*stage, model.Journal) // instead of holding it against the oracle
	situations int
	cases      int
	seen       map[string]int
}

// stage is a catalog with the settings that its situations are tried under.
type stage struct {
	catalog  model.Catalog
	settings []model.Settings
	plans    []*engine.Plan
}

func newStage(t *testing.T, d model.CatalogDraft, drafts []model.Draft) *stage {
	t.Helper()
	catalog, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	st := &stage{catalog: catalog}
	for _, d := range drafts {
		s, problems := d.Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		st.settings, st.plans = append(st.settings, s), append(st.plans, engine.Compile(s, catalog))
	}
	return st
}

// try holds one situation against the oracle, under all settings of its stage.
// Thinned, it takes every seventh: a prime, so that no dimension is lost.
func (s *space) try(st *stage, events ...model.Event) {
	s.situations++
	if thinned() && s.situations%7 != 0 {
		return
	}
	journal, problems := st.catalog.Journal(events)
	if problems != nil {
		s.t.Fatal(problems)
	}
	if s.visit != nil {
		s.visit(st, journal)
		return
	}
	book := engine.Index(journal)
	all := newOracle(model.Settings{}, st.catalog, events)
	for i := range st.settings {
		o := all.under(st.settings[i])
		for n := range book.Cases() {
			s.note(agree(s.t, o, st.plans[i], book, &book.Cases()[n]))
			s.cases++
		}
		agreeOnForms(s.t, o, st.plans[i], book)
	}
}

// note remembers what a verdict holds.
func (s *space) note(v verdict) {
	for i, step := range v.Ladder {
		s.seen[engine.Rungs[i].String()+": "+step.Finding]++
	}
	s.seen["lead: "+v.LeadStep.Finding]++
	for i, seen := range v.Seen {
		for _, c := range seen {
			s.seen[engine.Rungs[i+1].String()+" holds: "+c.Status]++
		}
	}
	for _, r := range v.Rows {
		s.seen["row: "+r.Rule]++
	}
	for word, is := range map[string]bool{
		"sensitive to both readings":     v.Overall != "" && v.Pool != "",
		"sensitive to the earliest":      v.Overall != "",
		"sensitive to the pool":          v.Pool != "",
		"another earliest, but no money": v.Sale != "" && v.Overall == "" && v.By != "cookie",
		"own link":                       v.OwnLink,
		"told":                           v.Told != "",
		"not told":                       v.Sale != "" && v.Told == "",
		"one partner in both roles":      v.Sale != "" && v.Sale == v.Lead,
		"two partners in two roles":      v.Sale != "" && v.Lead != "" && v.Sale != v.Lead,
	} {
		if is {
			s.seen[word]++
		}
	}
}
