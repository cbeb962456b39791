package engine_test

import (
	"net/netip"
	"slices"
	"time"

	"referee/model"
)

// ladderDrafts is every combination of the settings that bear on who is
// credited: S3, S4 and S5.
func ladderDrafts() (drafts []model.Draft) {
	for _, credit := range []model.Credit{model.Latest, model.First} {
		for _, tracking := range []model.Tracking{model.OnlyCookies, model.HistoryAndCookies} {
			for _, ip := range []bool{false, true} {
				d := model.DefaultDraft()
				d.Credit, d.Tracking, d.UseIP, d.PayLead = credit, tracking, ip, true
				drafts = append(drafts, d)
			}
		}
	}
	return drafts
}

// troupe is the people of the ladder: Jim under Bob with a window of 30 days,
// Zoe without an end, Gus who is inactive, and Katie, who buys and is a partner
// herself, though in no program: credited, she earns nothing.
func troupe() model.CatalogDraft {
	gold := []string{"GOLD"}
	row := func(lead, sale model.Rate) model.RateRow {
		return model.RateRow{Lead: model.RoleRates{Percent: model.Some(lead)}, Sale: model.RoleRates{Percent: model.Some(sale)}}
	}
	return model.CatalogDraft{
		Partners: []model.Partner{
			{Code: "bob", Programs: gold},
			{Code: "jim", Parent: "bob", TrackDays: model.Some(30), NotifySale: true, Programs: gold},
			{Code: "zoe", NotifyLead: true, Programs: gold},
			{Code: "gus", Parent: "bob", Inactive: true, Programs: gold},
			{Code: "katie"},
		},
		Programs: []model.Program{{Name: "GOLD", Payout: model.UpFront, Default: model.RateCard{
			Levels: [3]model.RateRow{row(50_000, 200_000), row(20_000, 100_000)}, Unused: row(60_000, 250_000)}}},
	}
}

// touch is a referral on some rung: whose, and when.
type touch struct {
	partner string
	at      time.Time
}

// patterns are what a rung can hold for an order on day 40. The dates that an
// expiry hangs on are exact; the others are moved by some hours, so that one
// rung's referrals can be older or newer than another's.
func patterns(moved time.Duration) [][]touch {
	d := func(n int) time.Time { return day(n).Add(moved) }
	return [][]touch{
		{},
		{{"jim", d(20)}},
		{{"jim", d(20)}, {"zoe", d(25)}},
		{{"zoe", d(20)}, {"jim", d(25)}},
		{{"zoe", d(20)}, {"jim", d(20)}}, // at the same moment
		{{"jim", day(10)}},               // expires at the very moment of the order
		{{"zoe", d(5)}, {"jim", day(10).Add(time.Nanosecond)}}, // lasts one nanosecond longer
		{{"gus", d(20)}},
		{{"gus", d(15)}, {"zoe", d(20)}, {"gus", d(25)}}, // passed over on both sides
		{{"zoe", day(40).Add(time.Nanosecond)}},
		{{"jim", d(22)}, {"zoe", day(40)}},                   // at the very moment of the order
		{{"jim", day(1)}, {"gus", d(20)}, {"jim", day(41)}},  // none valid, each for a reason of its own
		{{"katie", d(21)}, {"zoe", d(26)}, {"jim", day(10)}}, // her own link; an expired one between
	}
}

// cookiePatterns are those of the other rungs, and what clearing can do.
func cookiePatterns() (all [][]model.Event) {
	for _, p := range patterns(0) {
		all = append(all, clicks(p, "laptop", netip.Addr{}))
	}
	cleared := func(at time.Time) model.Event { return model.Clearing{At: at, Browser: "laptop"} }
	jim, zoe := clicks([]touch{{"jim", day(20)}}, "laptop", netip.Addr{}), clicks([]touch{{"zoe", day(25)}}, "laptop", netip.Addr{})
	return append(all,
		append(slices.Clone(jim), cleared(day(30))),
		append(append(slices.Clone(jim), cleared(day(22))), zoe...),
		append(slices.Clone(jim), cleared(day(40))),                                         // at the order's moment, before it in the file
		append(clicks([]touch{{"jim", day(10)}}, "laptop", netip.Addr{}), cleared(day(30))), // and it has expired, too
	)
}

func clicks(touches []touch, browser string, ip netip.Addr) (events []model.Event) {
	for _, e := range touches {
		events = append(events, model.Click{At: e.at, Partner: e.partner, Browser: browser, IP: ip})
	}
	return events
}

// historyPatterns are referrals entered by hand, of both types by turns. Jim's
// have the window that his clicks have.
func historyPatterns(moved time.Duration) (all [][]model.Event) {
	for _, p := range patterns(moved) {
		var events []model.Event
		for i, e := range p {
			r := model.Referral{At: e.at, Partner: e.partner, Contact: "katie", Type: model.ReferralType(1 + i%2)}
			if e.partner == "jim" {
				r.Days = model.Some(30)
			}
			events = append(events, r)
		}
		all = append(all, events)
	}
	return all
}

var officeIP = netip.MustParseAddr("203.0.113.9")

func addressPatterns(moved time.Duration) (all [][]model.Event) {
	for _, p := range patterns(moved) {
		all = append(all, clicks(p, "stranger's", officeIP))
	}
	return all
}

// ladder crosses what the three rungs hold, the four ways an order comes in, and
// whether the weaker rungs' referrals are the older or the newer ones.
func (s *space) ladder() {
	st := newStage(s.t, troupe(), ladderDrafts())
	for _, moved := range []time.Duration{-36 * time.Hour, 36 * time.Hour} {
		for _, browser := range []string{"laptop", ""} {
			for _, ip := range []netip.Addr{officeIP, {}} {
				order := model.Order{At: day(40), ID: "o", Contact: "katie", Browser: browser, IP: ip, Lines: oneX}
				for _, cookie := range some(cookiePatterns(), browser != "") {
					for _, history := range historyPatterns(moved) {
						for _, address := range some(addressPatterns(2*moved), ip.IsValid()) {
							s.try(st, slices.Concat(cookie, history, address, []model.Event{order})...)
						}
					}
				}
			}
		}
	}
}

// some is all of the patterns of a rung that is looked at, and two of one that
// is not: they must make no difference.
func some(patterns [][]model.Event, lookedAt bool) [][]model.Event {
	if lookedAt {
		return patterns
	}
	return patterns[:2]
}
