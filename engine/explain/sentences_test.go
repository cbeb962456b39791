package explain_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

// sentence is a row of the tables: under these settings and events, this rung
// comes to this finding and says so, and so does every referral it could have
// chosen.
type sentence struct {
	settings string
	events   []model.Event
	rung     string
	finding  string
	text     string
	referred []string // "Zoe 5 Jan 10:00: decides"
}

func sentences() map[string][]sentence {
	return map[string][]sentence{
		"by hand":       byHand(),
		"cookie":        byCookie(),
		"cookie, none":  noCookie(),
		"history":       byHistory(),
		"history, none": noHistory(),
		"address":       byAddress(),
		"nobody":        byNobody(),
		"lead":          leadPartner(),
		"lead, none":    noLeadPartner(),
	}
}

func TestSentences(t *testing.T) {
	catalog := cast(t)
	for name, table := range sentences() {
		t.Run(name, func(t *testing.T) {
			for _, s := range table {
				reason := reasonOf(tell(t, catalog, s.settings, s.events), s.rung)
				want := append([]string{s.rung + " " + s.finding + ": " + s.text}, s.referred...)
				if diff := cmp.Diff(want, linesOf(catalog, s.rung, reason)); diff != "" {
					t.Errorf("%s, %s with %q: -want +got\n%s", s.rung, s.finding, s.settings, diff)
				}
			}
		})
	}
}

// TestReasonsCredit holds what is said beside the sentences to the decision.
func TestReasonsCredit(t *testing.T) {
	catalog := cast(t)
	for name, table := range sentences() {
		for _, s := range table {
			x := tell(t, catalog, s.settings, s.events)
			for i, reason := range x.Rungs {
				if reason.Rung != engine.Rungs[i] || reason.Finding != x.outcome.Steps[i].Finding {
					t.Errorf("%s: rung %d is %s: %s", name, i, reason.Rung, reason.Finding)
				}
				credits := engine.Nobody
				if reason.Rung == x.outcome.By {
					credits = x.outcome.Sale.Partner
				}
				if reason.Partner != credits {
					t.Errorf("%s, %s: credits %d, want %d", name, reason.Rung, reason.Partner, credits)
				}
			}
			if x.Lead.Partner != x.outcome.Lead.Partner {
				t.Errorf("%s: the lead partner is %d, want %d", name, x.Lead.Partner, x.outcome.Lead.Partner)
			}
		}
	}
}

func reasonOf(x told, rung string) explain.Reason {
	for _, r := range engine.Rungs {
		if r.String() == rung {
			return x.Rungs[r]
		}
	}
	return x.Lead
}

// linesOf writes a reason as a screen does: its sentence, then who was referred.
func linesOf(c model.Catalog, rung string, reason explain.Reason) []string {
	lines := []string{fmt.Sprintf("%s %s: %s", rung, reason.Finding, reason.Text)}
	for _, candidate := range reason.Candidates {
		if candidate.Chosen != strings.HasSuffix(candidate.Text, ": decides") {
			lines = append(lines, "chosen and told otherwise")
		}
		lines = append(lines, c.Partners()[candidate.Partner].DisplayName()+" "+candidate.Text)
	}
	return lines
}
