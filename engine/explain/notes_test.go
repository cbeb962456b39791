package explain_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/engine/explain"
)

// TestNotes holds the notes of A7 and A8 to both outcomes, in full. The first is
// worked case 6; the one of the unused row is the example of C6.
func TestNotes(t *testing.T) {
	const (
		first = "credit=first"
		pool  = "Two readings of the unused row. Ignored when somebody above is paid, as here: Jim 200.00, Bob 100.00. " +
			"Shared by all levels: Jim 150.00, Bob 100.00."
	)
	sensitive := story(permanent("jim", "1 Jan 10:00"), click("zoe", "5 Jan 10:00"), order("6 Jan 10:00"))
	catalog := cast(t)
	for _, c := range []struct {
		name, settings string
		told           told
		want           []explain.Note
	}{
		{"worked case 6", first, tell(t, catalog, first, sensitive), []explain.Note{{Rule: "A7",
			Text: "Two readings of first. The first cookie, paid here: Zoe 200.00. The first referral of all: Jim 200.00, Bob 100.00."}}},
		{"its history is off", first, tell(t, catalog, first+" tracking=only-cookies", sensitive), nil},
		{"latest", "", tell(t, catalog, "", sensitive), nil},
		{"by hand", first, tell(t, catalog, first, append(sensitive[:2:2], order("6 Jan 10:00", sold("zoe")))), nil},
		{"history before address", first + " use_ip=true", tell(t, catalog, first+" use_ip=true",
			story(away("hal", "1 Jan 10:00"), permanent("zoe", "5 Jan 10:00"), phone("6 Jan 10:00", inCafe))), []explain.Note{{Rule: "A7",
			Text: "Two readings of first. The first in the history, paid here: Zoe 200.00. The first referral of all: nobody."}}},
		{"the pool of C6", "", tell(t, catalog, "pay_if_unused=true", story(click("jim", "5 Jan 10:00"), order("6 Jan 10:00"))),
			[]explain.Note{{Rule: "A7", Text: pool}}},
		{"nobody above: no other reading", "", tell(t, catalog, "pay_if_unused=true", story(click("zoe", "5 Jan 10:00"), order("6 Jan 10:00"))), nil},
		{"both", "", tell(t, catalog, first+" pay_if_unused=true", story(permanent("zoe", "1 Jan 10:00"), click("jim", "5 Jan 10:00"), order("6 Jan 10:00"))),
			[]explain.Note{
				{Rule: "A7", Text: "Two readings of first. The first cookie, paid here: Jim 200.00, Bob 100.00. The first referral of all: Zoe 250.00."},
				{Rule: "A7", Text: pool}}},
		{"an own link", "", tell(t, catalog, "", story(click("zoe", "5 Jan 10:00"), order("6 Jan 10:00", buyer("zoe")))),
			[]explain.Note{{Rule: "A8", Text: "Zoe is the buyer and is credited: allowed."}}},
		{"an own link, somebody else's sale", "", tell(t, catalog, "", story(click("zoe", "5 Jan 10:00"), order("6 Jan 10:00", buyer("ann")))), nil},
	} {
		if diff := cmp.Diff(c.want, c.told.Notes); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// poolRules are the rules of the rows of the pool, which are only ever named.
func poolRules(t *testing.T) map[engine.RowRule]bool {
	x := tell(t, cast(t), "pay_if_unused=true", story(click("jim", "5 Jan 10:00"), order("6 Jan 10:00")))
	rules := map[engine.RowRule]bool{}
	for _, r := range x.plan.AppendRows(nil, x.c, &x.outcome.Decision, engine.UnusedIsThePool) {
		rules[r.Rule] = true
	}
	return rules
}
