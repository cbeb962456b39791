package explain_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"referee/engine"
)

// met is everything the tables have met: "cookie: expired" for a finding on a
// rung, "cookie holds: expired" for a referral there.
func met(t testing.TB) map[string]bool {
	seen, catalog := map[string]bool{}, cast(t)
	for _, table := range sentences() {
		for _, s := range table {
			seen[s.rung+": "+s.finding] = true
			for _, c := range reasonOf(tell(t, catalog, s.settings, s.events), s.rung).Candidates {
				seen[s.rung+" holds: "+c.Status.String()] = true
			}
		}
	}
	return seen
}

// TestEveryWordIsMet fails when the engine learns a new finding, status or row
// rule that no sentence of the tables is about.
func TestEveryWordIsMet(t *testing.T) {
	seen := met(t)
	somewhere := func(word string) bool {
		for _, rung := range []string{"hand", "cookie", "history", "address", "nobody", "lead"} {
			if seen[rung+word] {
				return true
			}
		}
		return false
	}
	for f := engine.Decides; isWord(f.String); f++ {
		if !somewhere(": " + f.String()) {
			t.Errorf("no sentence is about %s", f)
		}
	}
	for s := engine.Valid; isWord(s.String); s++ {
		if !somewhere(" holds: " + s.String()) {
			t.Errorf("no candidate is %s", s)
		}
	}
	rules := poolRules(t)
	for _, p := range payments() {
		for _, r := range tell(t, cast(t), p.settings, p.events).rows {
			rules[r.Rule] = true
		}
	}
	for r := engine.ByLevel; isWord(r.Number); r++ {
		if !rules[r] {
			t.Errorf("no row is paid by rule %d (%s)", r, r.Number())
		}
	}
}

// isWord reports whether a code still is one of its closed set: past the end
// there is no word for it.
func isWord(word func() string) (is bool) {
	defer func() {
		if recover() != nil {
			is = false
		}
	}()
	return word() != ""
}

// TestEveryPairIsMet looks for a finding on a rung, or a status there, that the
// tables leave out, in stories drawn at random.
func TestEveryPairIsMet(t *testing.T) {
	seen := met(t)
	occurs := map[string]bool{}
	catalog := cast(t)
	rapid.Check(t, func(t *rapid.T) {
		x := drawTold(t, catalog)
		for _, r := range x.Rungs {
			occurs[fmt.Sprintf("%s: %s", r.Rung, r.Finding)] = true
			for _, c := range r.Candidates {
				occurs[fmt.Sprintf("%s holds: %s", r.Rung, c.Status)] = true
			}
		}
		occurs[fmt.Sprintf("lead: %s", x.Lead.Finding)] = true
	})
	for pair := range occurs {
		if !seen[pair] {
			t.Errorf("no sentence of the tables is about %s", pair)
		}
	}
}
