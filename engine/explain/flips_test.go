package explain_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

func TestFlips(t *testing.T) {
	catalog := cast(t)
	two := story(click("jim", "1 Jan 10:00"), click("zoe", "5 Jan 10:00"), order("6 Jan 10:00"))
	for name, c := range map[string]struct {
		settings string
		events   []model.Event
		want     []string
	}{
		"first instead of latest": {"", two, []string{"Jim not paid now; 200.00 if How to choose is first"}},
		"latest instead of first": {"credit=first", two, []string{"Zoe not paid now; 200.00 if How to choose is latest"}},
		"a parent would be the sale partner": {"", story(click("bob", "1 Jan 10:00"), click("jim", "5 Jan 10:00"), order("6 Jan 10:00")),
			[]string{"Bob paid 100.00 now; 200.00 if How to choose is first"}},
		"history for a phone order": {"tracking=only-cookies", story(known("zoe", "1 Jan 10:00"), phone("6 Jan 10:00")),
			[]string{"Zoe not paid now; 200.00 if Tracking method is history and cookies"}},
		"address": {"", story(away("zoe", "1 Jan 10:00"), order("6 Jan 10:00", inCafe)),
			[]string{"Zoe not paid now; 200.00 if Use IP address is yes"}},
		"one partner, two settings: the first of them": {"tracking=only-cookies",
			story(permanent("zoe", "1 Jan 10:00"), away("zoe", "1 Jan 10:00"), order("6 Jan 10:00", inCafe)),
			[]string{"Zoe not paid now; 200.00 if Tracking method is history and cookies"}},
		"one partner, two settings: the page's order": {"tracking=only-cookies use_ip=true",
			story(permanent("zoe", "1 Jan 10:00"), away("zoe", "1 Jan 10:00"), away("jim", "5 Jan 10:00"), order("6 Jan 10:00", inCafe)),
			[]string{"Zoe not paid now; 200.00 if How to choose is first"}},
		"two partners, two settings": {"tracking=only-cookies",
			story(permanent("zoe", "1 Jan 10:00"), away("jim", "1 Jan 10:00"), order("6 Jan 10:00", inCafe)),
			[]string{"Zoe not paid now; 200.00 if Tracking method is history and cookies", "Jim not paid now; 200.00 if Use IP address is yes"}},
		"nothing to gain: no program for it":      {"", story(click("hal", "1 Jan 10:00"), click("zoe", "5 Jan 10:00"), order("6 Jan 10:00")), nil},
		"nothing to gain: sales are not paid for": {"pay_for=lead levels=1", append(story(form("tablet", "1 Jan 09:00")), two...), nil},
		"nobody instead of Zoe is no flip":        {"", story(permanent("zoe", "1 Jan 10:00"), phone("6 Jan 10:00")), nil},
		"by hand":                                 {"", story(click("jim", "1 Jan 10:00"), order("6 Jan 10:00", sold("zoe"))), nil},
	} {
		x := tell(t, catalog, c.settings, c.events)
		var got []string
		for _, f := range explain.Flips(x.plan, x.c, &x.outcome) {
			got = append(got, catalog.Partners()[f.Partner].DisplayName()+" "+f.Text)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

// TestFlipsAreAllThereIs tries every other value of the three settings by force,
// written as on the command line, and holds the list to what comes of it.
func TestFlipsAreAllThereIs(t *testing.T) {
	catalog := cast(t)
	rapid.Check(t, func(t *rapid.T) {
		x := drawTold(t, catalog)
		if diff := cmp.Diff(forced(t, x), explain.Flips(x.plan, x.c, &x.outcome)); diff != "" {
			t.Errorf("-by force +Flips\n%s", diff)
		}
	})
}

func forced(t *rapid.T, x told) []explain.Flip {
	var flips []explain.Flip
	credited := map[engine.PartnerID]bool{x.outcome.Sale.Partner: true, engine.Nobody: true}
	for _, s := range []model.Setting{model.HowToChoose, model.TrackingMethod, model.UseIPAddress} {
		for _, value := range s.Choices() {
			draft := x.plan.Settings().Draft()
			if draft.Text(s) == value {
				continue
			}
			if err := draft.Set(s, value); err != nil {
				t.Fatal(err)
			}
			other := tellCase(x.book, engine.Compile(parsed(t, draft), x.plan.Catalog()), 0)
			who := other.outcome.Sale.Partner
			before, after := paid(x.rows, who), paid(other.rows, who)
			if credited[who] || after <= before {
				continue
			}
			credited[who] = true
			now := "not paid now"
			if before > 0 {
				now = fmt.Sprintf("paid %d.%02d now", before/100, before%100)
			}
			text := fmt.Sprintf("%s; %d.%02d if %s is %s", now, after/100, after%100, s.Name(), s.Words(value))
			flips = append(flips, explain.Flip{Setting: s, To: value, Partner: who, Now: before, Paid: after, Text: text})
		}
	}
	return flips
}

func paid(rows []engine.Row, who engine.PartnerID) (sum model.Money) {
	for _, r := range rows {
		if r.Partner == who {
			sum += r.Calculated
		}
	}
	return sum
}
