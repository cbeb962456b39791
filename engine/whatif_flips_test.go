package engine_test

import (
	"math"
	"net/netip"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/whatif"
	"referee/model"
)

// after is what the order comes to in the whole journal with a change made to it,
// everything compiled and indexed anew.
func after(c whatif.Change, s model.Settings, j model.Journal) (engine.Settled, bool) {
	s, j, problems := c.Apply(s, j)
	if problems != nil {
		return engine.Settled{}, false
	}
	return settledOrder(engine.Index(j), engine.Compile(s, j.Catalog()), "order-0"), true
}

// TestFlipsDoWhatTheySay makes every suggestion on the whole journal: it pays the
// partner, or stops paying it, with the money that it says.
func TestFlipsDoWhatTheySay(t *testing.T) {
	seen := map[whatif.Kind]int{}
	rapid.Check(t, func(t *rapid.T) {
		p, journal := playJournal(t)
		if rapid.IntRange(0, 1).Draw(t, "one world in two") > 0 { // in fewer a kind may never come up
			return
		}
		now := settledOrder(engine.Index(journal), p, "order-0")
		for row := range p.Catalog().Partners() {
			who := engine.PartnerID(row)
			flips, _ := whatif.Flips(p, journal, "order-0", who)
			for _, f := range flips {
				seen[f.Kind]++
				then, possible := after(f.Change, p.Settings(), journal)
				if !possible {
					t.Fatalf("%+v cannot be", f.Change)
				}
				if diff := cmp.Diff(then.Rows, f.Rows); diff != "" || then.Upshot() != f.Upshot() {
					t.Fatalf("%+v comes to something else on the whole journal:\n%s", f.Change, diff)
				}
				if f.Now != engine.PaidTo(now.Rows, who) || f.Paid != engine.PaidTo(then.Rows, who) || (f.Now == 0) == (f.Paid == 0) {
					t.Fatalf("%+v: from %d to %d", f.Change, f.Now, f.Paid)
				}
			}
		}
	})
	for kind := whatif.ToSetting; kind <= whatif.ToLeadHand; kind++ {
		if seen[kind] == 0 && !testing.Short() {
			t.Errorf("no flip by %v was ever found", kind)
		}
	}
}

// TestNothingSmaller searches for the smallest change by force: every moment of a
// grid that all moments of the world lie on, one second to either side, every
// window, every partner, every event, on the whole journal.
func TestNothingSmaller(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, journal := playJournal(t)
		if len(journal.Events()) > 5 || rapid.IntRange(0, 19).Draw(t, "one world in twenty") > 0 {
			return
		}
		now := settledOrder(engine.Index(journal), p, "order-0")
		least := make([]map[whatif.Kind]int64, len(p.Catalog().Partners()))
		for c := range everyChange(p, journal) {
			then, possible := after(c, p.Settings(), journal)
			if !possible {
				continue
			}
			for row := range least {
				who := engine.PartnerID(row)
				if (engine.PaidTo(now.Rows, who) == 0) == (engine.PaidTo(then.Rows, who) == 0) {
					continue
				}
				if least[row] == nil {
					least[row] = map[whatif.Kind]int64{}
				}
				if d, known := least[row][c.Kind]; !known || c.Distance < d {
					least[row][c.Kind] = c.Distance
				}
			}
		}
		for row, want := range least {
			flips, sure := whatif.Flips(p, journal, "order-0", engine.PartnerID(row))
			var got map[whatif.Kind]int64
			for _, f := range slices.Backward(flips) { // of settings, the nearest is the first
				if got == nil {
					got = map[whatif.Kind]int64{}
				}
				got[f.Kind] = f.Distance
			}
			if diff := cmp.Diff(want, got); diff != "" || !sure {
				t.Fatalf("partner %d, sure %v: -by force +found\n%s", row, sure, diff)
			}
		}
	})
}

// everyChange is every single change there is in a small world.
func everyChange(p *engine.Plan, j model.Journal) func(func(whatif.Change) bool) {
	var all []whatif.Change
	add := func(c whatif.Change) { all = append(all, c) }
	everySetting(p.Settings(), add)
	for row, partner := range p.Catalog().Partners() {
		add(whatif.Change{Kind: whatif.ToActive, Distance: 1, Event: -1, Partner: engine.PartnerID(row)})
		everyWindow(whatif.Change{Event: -1, Partner: engine.PartnerID(row)}, partner.TrackDays, add)
	}
	for row, e := range j.Events() {
		everyEventChange(row, e, j.Events(), add)
	}
	return slices.Values(all)
}

func everySetting(s model.Settings, add func(whatif.Change)) {
	for _, setting := range model.AllSettings {
		for _, to := range setting.Choices() {
			d := s.Draft()
			if d.Text(setting) == to {
				continue
			}
			d.Set(setting, to)
			distance := int64(1)
			if setting == model.NumberOfLevels {
				distance = int64(math.Abs(float64(d.Levels - s.Levels())))
			}
			if from := s.Draft(); d.PayLead != from.PayLead && d.PaySale != from.PaySale || d.PayAmount != from.PayAmount && d.PayPercent != from.PayPercent {
				distance = 2
			}
			add(whatif.Change{Kind: whatif.ToSetting, Distance: distance, Setting: setting, To: to, Event: -1})
		}
	}
}

func everyWindow(c whatif.Change, now model.Optional[int], add func(whatif.Change)) {
	c.Kind = whatif.ToWindow
	for c.Days = range 12 {
		days := now.Or(model.MaxTrackDays + 1)
		c.Distance = int64(max(c.Days-days, days-c.Days))
		if c.Distance > 0 {
			add(c)
		}
	}
}

func everyEventChange(row int, e model.Event, events []model.Event, add func(whatif.Change)) {
	c := whatif.Change{Event: row, Distance: 1}
	order, is := e.(model.Order)
	if is && order.ID != "order-0" {
		return
	}
	click, isClick := e.(model.Click)
	everyMoment(c, events, isClick && click.Contact == "", add)
	if is {
		everyOrderChange(c, order, add)
		return
	}
	c.Kind = whatif.ToGone
	add(c)
	if isClick && click.Contact == "" && buyer(events) != "" {
		c.Kind, c.To = whatif.ToContact, buyer(events)
		add(c)
	}
	if r, is := e.(model.Referral); is {
		everyWindow(whatif.Change{Event: row}, r.Days, add)
	}
}

func buyer(events []model.Event) string {
	for _, e := range events {
		if o, is := e.(model.Order); is && o.ID == "order-0" {
			return o.Contact
		}
	}
	return ""
}

func everyMoment(c whatif.Change, events []model.Event, countsWithOrder bool, add func(whatif.Change)) {
	c.Kind = whatif.ToMoment
	for halfDay := -13; halfDay < 34; halfDay++ {
		for second := -1; second <= 1; second++ {
			c.At = day(0).Add(time.Duration(halfDay)*12*time.Hour + time.Duration(second)*time.Second)
			taken := slices.ContainsFunc(events, func(e model.Event) bool {
				o, is := e.(model.Order)
				return e.When().Equal(c.At) && !(countsWithOrder && is && o.ID == "order-0")
			})
			if distance := c.At.Sub(events[c.Event].When()); !taken {
				c.Distance = int64(distance.Abs())
				add(c)
			}
		}
	}
}

func everyOrderChange(c whatif.Change, o model.Order, add func(whatif.Change)) {
	c.Kind = whatif.ToContact
	for _, c.To = range []string{"katie", "leo", "p0"} {
		if o.Contact == "" {
			add(c)
		}
	}
	c.Kind = whatif.ToBrowser
	for _, c.To = range []string{"", "laptop", "phone"} {
		if c.To != o.Browser {
			add(c)
		}
	}
	c.Kind = whatif.ToAddress
	for _, c.IP = range []netip.Addr{{}, netip.MustParseAddr("203.0.113.9"), netip.MustParseAddr("2001:db8::1")} {
		if c.IP != o.IP {
			add(c)
		}
	}
	for _, c.Kind = range []whatif.Kind{whatif.ToSaleHand, whatif.ToLeadHand} {
		hands := []model.Optional[string]{{}, model.Some("")}
		for i := range 5 {
			hands = append(hands, model.Some([]string{"p0", "p1", "p2", "p3", "p4"}[i]))
		}
		for _, c.Hand = range hands {
			add(c)
		}
	}
}

func BenchmarkFlips(b *testing.B) {
	catalog, problems := troupe().Parse()
	if problems != nil {
		b.Fatal(problems)
	}
	journal, problems := catalog.Journal([]model.Event{
		model.Click{At: day(1), Partner: "jim", Browser: "laptop"},
		model.Click{At: day(2), Partner: "zoe", Browser: "laptop", IP: officeIP},
		model.Form{At: day(2), Contact: "katie", Browser: "laptop"},
		model.Clearing{At: day(3), Browser: "laptop"},
		model.Order{At: day(40), ID: "o", Contact: "katie", Browser: "laptop", IP: officeIP, Lines: oneX},
	})
	if problems != nil {
		b.Fatal(problems)
	}
	plan := engine.Compile(model.Defaults(), catalog)
	for b.Loop() {
		whatif.Flips(plan, journal, "o", 1)
	}
}
