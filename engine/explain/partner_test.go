package explain_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/explain"
	"referee/engine/whatif"
	"referee/model"
)

func answerOf(t testing.TB, x told, code string) explain.Answer {
	t.Helper()
	row, known := x.plan.Catalog().Partner(code)
	if !known {
		t.Fatalf("no partner %q", code)
	}
	return explain.Partner(x.book, x.plan, x.c, &x.outcome, x.rows, engine.PartnerID(row))
}

func TestVerdicts(t *testing.T) {
	catalog := cast(t)
	two := story(click("jim", "1 Jan 10:00"), click("zoe", "5 Jan 10:00"), order("6 Jan 10:00"))
	for name, c := range map[string]struct {
		settings, partner string
		events            []model.Event
		want              string
	}{
		"paid": {"", "zoe", two, "Zoe is paid 200.00 for order: sale partner by cookie, 20 % of 1,000.00, GOLD."},
		"paid above": {"", "bob", story(click("jim", "1 Jan 10:00"), order("6 Jan 10:00")),
			"Bob is paid 100.00 for order: sale, level 2, above Jim, 10 % of 1,000.00, GOLD."},
		"outranked": {"", "jim", two,
			"Jim is paid nothing for order: cookie of 1 Jan 10:00, valid, but that of Zoe, 5 Jan 10:00, was chosen: How to choose is latest."},
		"too late": {"", "jim", story(click("jim", "1 Jan 10:00"), order("2 Feb 09:00")),
			"Jim is paid nothing for order: cookie of 1 Jan 10:00: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late."},
		"switched off": {"tracking=only-cookies", "zoe", story(known("zoe", "1 Jan 10:00"), phone("6 Jan 10:00")),
			"Zoe is paid nothing for order: in the history, click of 1 Jan 10:00, valid, but Tracking method is only cookies."},
		"level cut": {"levels=1", "bob", story(click("jim", "1 Jan 10:00"), order("6 Jan 10:00")),
			"Bob is paid nothing for order: level 2, above Jim, but Levels is 1."},
		"lead": {"pay_for=lead", "zoe", story(click("zoe", "5 Jan 10:00"), order("6 Jan 10:00")),
			"Zoe is paid 50.00 for order: lead partner, 5 % of 1,000.00, GOLD."},
		"nothing at all": {"", "kim", two,
			"Kim is paid nothing for order: it has no referral that bears on the order, and is not above a partner who is credited."},
		"in no program": {"", "max", story(click("max", "5 Jan 10:00"), order("6 Jan 10:00")),
			"Max is paid nothing for order: Max is credited: 0.00, Max is in no program."},
		"by hand": {"", "jim", story(click("jim", "1 Jan 10:00"), order("6 Jan 10:00", sold("zoe"))),
			"Jim is paid nothing for order: cookie of 1 Jan 10:00, valid, but the order was decided by hand."},
	} {
		if got := answerOf(t, tell(t, catalog, c.settings, c.events), c.partner).Verdict; got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, c.want)
		}
	}
}

// TestAnswersAreWhole: whatever happened, every partner is told on every rung and
// in both roles what was expected and what was found.
func TestAnswersAreWhole(t *testing.T) {
	catalog := cast(t)
	rapid.Check(t, func(t *rapid.T) {
		x := drawTold(t, catalog)
		for row := range catalog.Partners() {
			a := explain.Partner(x.book, x.plan, x.c, &x.outcome, x.rows, engine.PartnerID(row))
			if len(a.Rungs) != 5 || len(a.Roles) != 2 || !strings.HasSuffix(a.Verdict, ".") {
				t.Fatalf("%+v", a)
			}
			for _, s := range append(a.Rungs, a.Roles...) {
				if s.Expected == "" || s.Found == "" || s.Cause == 0 {
					t.Fatalf("%+v", s)
				}
			}
		}
	})
}

// TestFlipsInWords puts every kind of change into words.
func TestFlipsInWords(t *testing.T) {
	catalog := cast(t)
	late := story(click("jim", "1 Jan 10:00"), order("2 Feb 09:00"))
	for _, c := range []struct {
		settings, partner string
		events            []model.Event
		kind              whatif.Kind
		want              string
	}{
		{"tracking=only-cookies", "zoe", story(known("zoe", "1 Jan 10:00"), phone("6 Jan 10:00")), whatif.ToSetting,
			"200.00 instead of nothing if Tracking method were history and cookies"},
		{"", "jim", late, whatif.ToWindow, "200.00 instead of nothing if clicks of Jim counted for 32 days instead of 30"},
		{"", "jim", late, whatif.ToMoment, "200.00 instead of nothing if the click for Jim of 1 Jan 10:00 had come 1 d 23 h later, on 3 Jan 09:00:01"},
		{"", "ina", story(click("ina", "1 Jan 10:00"), order("6 Jan 10:00")), whatif.ToActive, "200.00 instead of nothing if Ina were active"},
		{"", "zoe", story(click("zoe", "1 Jan 10:00"), order("6 Jan 10:00")), whatif.ToGone,
			"nothing instead of 200.00 if the click for Zoe of 1 Jan 10:00 had not happened"},
		{"", "zoe", story(click("zoe", "1 Jan 10:00"), phone("6 Jan 10:00")), whatif.ToContact,
			"200.00 instead of nothing if the click for Zoe of 1 Jan 10:00 had named contact katie"},
		{"", "zoe", story(click("zoe", "1 Jan 10:00"), phone("6 Jan 10:00")), whatif.ToBrowser,
			"200.00 instead of nothing if the order had come from browser laptop"},
		{"", "zoe", story(click("zoe", "1 Jan 10:00"), phone("6 Jan 10:00")), whatif.ToSaleHand,
			"200.00 instead of nothing if Zoe were set on the order as sale partner"},
		{"", "zoe", story(click("zoe", "1 Jan 10:00"), order("6 Jan 10:00")), whatif.ToSaleHand,
			"nothing instead of 200.00 if the order were set by hand to have no sale partner"},
		{"pay_for=lead", "zoe", story(click("zoe", "1 Jan 10:00"), phone("6 Jan 10:00")), whatif.ToLeadHand,
			"50.00 instead of nothing if Zoe were set on the order as lead partner"},
		{"use_ip=true", "zoe", story(away("zoe", "1 Jan 10:00"), order("6 Jan 10:00")), whatif.ToAddress,
			"200.00 instead of nothing if the order had come from address " + cafe},
	} {
		x := tell(t, catalog, c.settings, c.events)
		journal, problems := catalog.Journal(c.events)
		if problems != nil {
			t.Fatal(problems)
		}
		row, _ := catalog.Partner(c.partner)
		flips, _ := whatif.Flips(x.plan, journal, x.c.Order.ID, engine.PartnerID(row))
		got := "no flip"
		for _, f := range flips {
			if f.Kind == c.kind {
				got = explain.Instead(x.plan, &f) + " " + explain.If(x.plan, journal, x.c.Order.ID, f.Change)
				break
			}
		}
		if got != c.want {
			t.Errorf("%v:\ngot  %s\nwant %s", c.kind, got, c.want)
		}
	}
}
