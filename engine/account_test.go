package engine_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/account"
	"referee/engine/whatif"
	"referee/model"
)

// TestEveryCauseIsSeen walks through the decision space and random worlds, asks of
// every partner how it stands, and sees each cause there is at least once, unless
// there are too few worlds for the rare ones.
func TestEveryCauseIsSeen(t *testing.T) {
	seen := map[account.Cause]int{}
	n := 0
	s := &space{t: t, seen: map[string]int{}}
	s.visit = func(st *stage, j model.Journal) {
		if n++; n%7 != 0 {
			return
		}
		book := engine.Index(j)
		for i := range book.Cases() {
			standings(t, seen, book, st.plans[n/7%len(st.plans)], &book.Cases()[i])
		}
	}
	for _, part := range []func(*space){(*space).ladder, (*space).byHand, (*space).leads, (*space).payouts, (*space).settings} {
		part(s)
	}
	rapid.Check(t, func(t *rapid.T) {
		p, journal := playJournal(t)
		book := engine.Index(journal)
		for i := range book.Cases() {
			standings(t, seen, book, p, &book.Cases()[i])
		}
	})
	for cause := account.Chosen; cause <= account.RoundsToZero; cause++ {
		t.Logf("%6d × %v", seen[cause], cause)
		if seen[cause] == 0 && !thinned() {
			t.Errorf("%q was never seen", cause)
		}
	}
}

// standings asks how every partner stands with an order, and holds the answers to
// what the outcome says.
func standings(t rapid.TB, seen map[account.Cause]int, book *engine.Casebook, p *engine.Plan, c *engine.Case) {
	o, rows := p.Settle(nil, c)
	for row := range p.Catalog().Partners() {
		who := engine.PartnerID(row)
		a := account.Of(book, p, c, &o, rows, who)
		for r := engine.ByHand; r <= engine.ByAddress; r++ {
			s := a.Rungs[r]
			seen[s.Cause]++
			if chosen := o.By == r && o.Sale.Partner == who; chosen != (s.Cause == account.Chosen) {
				t.Fatalf("partner %d on %v: %v, the outcome is %+v", who, r, s.Cause, o.Decision)
			}
			if r != engine.ByHand {
				honest(t, book, c, o.Steps[r], r, who, s)
			}
		}
		seen[a.Lead.Cause]++
		if chosen := o.Lead.Partner == who; chosen != (a.Lead.Cause == account.Chosen) {
			t.Fatalf("partner %d as lead: %v, the outcome is %+v", who, a.Lead.Cause, o.Decision)
		}
		paid := model.Money(0)
		for _, share := range a.Roles {
			seen[share.Cause]++
			for _, i := range share.Rows {
				seen[account.OfRow(p, c, &rows[i])]++
				paid += rows[i].Calculated
				pays := account.OfRow(p, c, &rows[i]) == account.Paid || account.OfRow(p, c, &rows[i]) == account.PaidUnused
				if pays != (rows[i].Calculated > 0) {
					t.Fatalf("%+v: %v", rows[i], account.OfRow(p, c, &rows[i]))
				}
			}
		}
		if paid != a.Paid || paid != engine.PaidTo(rows, who) {
			t.Fatalf("partner %d: the shares come to %d, it is paid %d", who, paid, a.Paid)
		}
	}
}

// honest holds what is said of a partner on a rung to everything recorded there.
func honest(t rapid.TB, book *engine.Casebook, c *engine.Case, step engine.Step, r engine.Rung, who engine.PartnerID, s account.Standing) {
	own, valid := 0, false
	var statuses []engine.Status
	for candidate := range book.Candidates(c, r) {
		if candidate.Partner == who {
			own, valid = own+1, valid || candidate.Status == engine.Valid
			statuses = append(statuses, candidate.Status)
		}
	}
	counts := []account.Cause{account.Chosen, account.Outranked, account.NotAsked, account.NotReached}
	if s.Own != own || valid != slices.Contains(counts, s.Cause) {
		t.Fatalf("partner %d on %v has %d referrals %v: %+v", who, r, own, statuses, s)
	}
	if own > 0 && !slices.Contains(statuses, s.Spoken.Status) {
		t.Fatalf("partner %d on %v: no referral of its is %v", who, r, s.Spoken.Status)
	}
	if s.Cause == account.NotAsked && step.Finding != engine.NotAsked || s.Cause == account.Outranked && step.Pick.Partner == who {
		t.Fatalf("partner %d on %v: %v, the step is %+v", who, r, s.Cause, step)
	}
}

// TestReasonCodesAreListed: who writes a macro finds every word in the engine's
// doc.go.
func TestReasonCodesAreListed(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, codes, _ := strings.Cut(string(text), "# Reason codes")
	listed := strings.FieldsFunc(codes, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	for cause := account.Chosen; cause <= account.RoundsToZero; cause++ {
		if !slices.Contains(listed, cause.String()) {
			t.Errorf("%q is not listed", cause)
		}
	}
	for kind := whatif.ToSetting; kind <= whatif.ToLeadHand; kind++ {
		if !slices.Contains(listed, kind.String()) {
			t.Errorf("%q is not listed", kind)
		}
	}
}
