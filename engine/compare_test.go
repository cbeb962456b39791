package engine_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/engine"
	"referee/model"
)

// rowRuleWords are the oracle's words for the engine's row rules.
var rowRuleWords = map[engine.RowRule]string{
	engine.ByLevel:         "level",
	engine.ByUnused:        "unused",
	engine.NoRate:          "no rate",
	engine.NoProgram:       "no program",
	engine.InactivePartner: "inactive",
}

// verdictOf is the engine's answer about one order, in the oracle's words.
func verdictOf(plan *engine.Plan, book *engine.Casebook, c *engine.Case) verdict {
	outcome, rows := plan.Settle(nil, c)
	code := func(id engine.PartnerID) string {
		if id == engine.Nobody {
			return ""
		}
		return plan.Catalog().Partners()[id].Code
	}
	v := verdict{
		By:         outcome.By.String(),
		Sale:       code(outcome.Sale.Partner),
		Lead:       code(outcome.Lead.Partner),
		LeadStep:   rungWord{Finding: outcome.LeadStep.Finding.String(), Partner: code(outcome.LeadStep.Pick.Partner)},
		LeadByHand: outcome.LeadHand,
		Overall:    otherPay(plan, c, &outcome, engine.EarliestOverall),
		Pool:       otherPay(plan, c, &outcome, engine.UnusedIsThePool),
		OwnLink:    outcome.OwnLink,
		Told:       code(plan.ToldOfOrder(&outcome.Decision)),
	}
	for i, step := range outcome.Steps {
		found := c.Evidence.Rungs[i]
		v.Ladder[i] = rungWord{step.Finding.String(), code(step.Pick.Partner), int(found.Valid), int(found.Partners)}
	}
	for i, rung := range []engine.Rung{engine.ByCookie, engine.ByHistory, engine.ByAddress} {
		for _, seen := range slices.SortedFunc(book.Candidates(c, rung), earlier) {
			row := int(book.Referral(seen.Referral).Event)
			v.Seen[i] = append(v.Seen[i], candidateWord{row, code(seen.Partner), seen.Status.String()})
		}
	}
	for _, r := range rows {
		v.Rows = append(v.Rows, rowOf(plan, r))
	}
	return v
}

func earlier(a, b engine.Candidate) int { return int(a.Referral - b.Referral) }

func rowOf(plan *engine.Plan, r engine.Row) payRow {
	row := payRow{
		Partner: plan.Catalog().Partners()[r.Partner].Code, Role: r.Role.String(),
		Level: int(r.Level), Line: int(r.Item), ForProduct: r.ForProduct, Base: int64(r.Base),
		Calculated: int64(r.Calculated), Released: int64(r.Released), Rule: rowRuleWords[r.Rule],
		Amount: int64(r.Amount), PartsPerMillion: int64(r.Percent),
	}
	if r.Program != engine.NoProgramID {
		row.Program = plan.Catalog().Programs()[r.Program].Name
	}
	return row
}

// otherPay is what another reading would pay (A7), "" if that is the same.
func otherPay(plan *engine.Plan, c *engine.Case, o *engine.Outcome, reading engine.Reading) string {
	if !o.Sensitive[reading] {
		return ""
	}
	var rows []payRow
	for _, r := range plan.AppendRows(nil, c, &o.Decision, reading) {
		rows = append(rows, rowOf(plan, r))
	}
	return payoutWords(payouts(rows))
}

// agree fails the test unless the engine and the oracle answer alike, and
// returns the answer.
func agree(t rapid.TB, o *oracle, plan *engine.Plan, book *engine.Casebook, c *engine.Case) verdict {
	got, want := verdictOf(plan, book, c), o.order(c.Order.ID)
	if !reflect.DeepEqual(got, want) {
		t.Helper()
		t.Fatalf("order %q: the engine (+) and the rules (-) differ:\n%s\nGIVEN\n%s", c.Order.ID, cmp.Diff(want, got), story(o, plan.Catalog()))
	}
	return got
}

// agreeOnForms fails the test unless the same partner is told of each web form
// (M1).
func agreeOnForms(t rapid.TB, o *oracle, plan *engine.Plan, book *engine.Casebook) {
	forms := book.Forms()
	for row, e := range o.events {
		form, is := e.(model.Form)
		if !is {
			continue
		}
		told := ""
		if who := plan.ToldOfForm(&forms[0]); who != engine.Nobody {
			told = plan.Catalog().Partners()[who].Code
		}
		if want := o.form(row); told != want || forms[0].Form != form {
			t.Helper()
			t.Fatalf("form of %s at %s: told %q, want %q\n%s", form.Contact, form.At, told, want, story(o, plan.Catalog()))
		}
		forms = forms[1:]
	}
	if len(forms) > 0 {
		t.Fatalf("%d forms too many", len(forms))
	}
}

// story is what an answer was drawn from, for whoever reads a failure.
func story(o *oracle, c model.Catalog) string {
	var b strings.Builder
	fmt.Fprintf(&b, "settings %+v\n", o.settings.Draft())
	for _, p := range c.Partners() {
		fmt.Fprintf(&b, "partner %+v\n", p)
	}
	for _, p := range c.Programs() {
		fmt.Fprintf(&b, "program %+v\n", p)
	}
	for i, e := range o.events {
		fmt.Fprintf(&b, "%2d %T %+v\n", i, e, e)
	}
	return b.String()
}
