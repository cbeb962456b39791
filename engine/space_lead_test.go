package engine_test

import (
	"net/netip"
	"slices"
	"time"

	"referee/model"
)

// handSet is what can be set by hand: nothing, a partner, explicitly nobody, and
// a partner who is inactive.
var handSet = []model.Optional[string]{{}, model.Some("jim"), model.Some(""), model.Some("gus")}

// byHand crosses what was set by hand, for both roles, with what the rungs hold:
// it outranks all of it, and the trace still tells of it.
func (s *space) byHand() {
	st := newStage(s.t, troupe(), ladderDrafts())
	for _, sale := range handSet[1:] {
		for _, lead := range handSet {
			for _, cookie := range cookiePatterns()[:3] {
				for _, history := range historyPatterns(0)[:2] {
					for _, address := range addressPatterns(0)[:2] {
						order := model.Order{At: day(40), ID: "o", Contact: "katie", Browser: "laptop", IP: officeIP,
							Lines: oneX, SalePartner: sale, LeadPartner: lead}
						s.try(st, slices.Concat(cookie, history, address, []model.Event{order})...)
					}
				}
			}
		}
	}
}

// creations are the ways a contact can come to be, all before day 31: with every
// pattern of cookies by a form or by its first order, by hand, by a click.
func creations() (all [][]model.Event) {
	created := func(browser string) []model.Event {
		return []model.Event{
			model.Form{At: day(30), Contact: "katie", Browser: browser},
			model.Order{At: day(30), ID: "first", Contact: "katie", Browser: browser, Lines: oneX},
		}
	}
	for _, browser := range []string{"laptop", ""} {
		for _, creation := range created(browser) {
			for _, cookie := range some(leadCookies(), browser != "") {
				all = append(all, append(slices.Clone(cookie), creation))
			}
		}
	}
	manual := func(partner string, n int, days model.Optional[int]) model.Event {
		return model.Referral{At: day(n), Partner: partner, Contact: "katie", Type: model.Manual, Days: days}
	}
	permanent := model.Referral{At: day(9), Partner: "zoe", Contact: "katie", Type: model.Permanent}
	return append(all,
		[]model.Event{manual("jim", 10, model.Optional[int]{})},
		[]model.Event{manual("jim", 10, model.Some(30)), manual("zoe", 11, model.Optional[int]{})}, // the first has expired
		[]model.Event{manual("jim", 10, model.Some(31)), manual("zoe", 11, model.Optional[int]{})}, // and has not
		[]model.Event{manual("gus", 10, model.Optional[int]{}), manual("zoe", 11, model.Optional[int]{})},
		[]model.Event{permanent},
		[]model.Event{permanent, manual("jim", 10, model.Optional[int]{})},
		[]model.Event{permanent, manual("jim", 40, model.Optional[int]{})}, // at the order's moment
		[]model.Event{permanent, manual("jim", 41, model.Optional[int]{})},
		[]model.Event{model.Click{At: day(12), Partner: "jim", Browser: "laptop", Contact: "katie"}},
		named("jim", 10, "laptop"), // over at the very moment of the order
		named("jim", 11, "laptop"),
		named("jim", 11, ""),
		named("gus", 11, "laptop"),
		named("jim", 40, "laptop"), // at the order's moment
		named("jim", 41, "laptop"),
		append(named("zoe", 12, "laptop"), model.Click{At: day(5), Partner: "zoe", Browser: "laptop", Contact: "katie"}), // known before, says the click
		append(named("jim", 20, "laptop"), named("zoe", 21, "laptop")...),
		append(named("jim", 20, "laptop"), model.Click{At: day(15), Partner: "zoe", Browser: "laptop"}), // beside an older cookie
		[]model.Event{model.Click{At: day(12), Partner: "jim", Browser: "laptop", Contact: "katie"}, manual("zoe", 13, model.Optional[int]{})},
	)
}

// leadCookies are what the browser can hold when the contact is created on day
// 30, with windows that end before that, before the order on day 40, or never.
func leadCookies() (all [][]model.Event) {
	cleared := model.Clearing{At: day(25), Browser: "laptop"}
	for _, touches := range [][]touch{
		{{"jim", day(20)}},
		{{"jim", day(20)}, {"zoe", day(25)}},
		{},
		{{"zoe", day(20)}, {"jim", day(25)}},
		{{"jim", day(10)}},                      // lasts until the very moment of the order
		{{"jim", day(10).Add(time.Nanosecond)}}, // and just over it
		{{"jim", day(10)}, {"zoe", day(12)}},    // brought the contact, but is over; the other is not
		{{"jim", day(0)}},                       // over at the very moment of the creation
		{{"jim", day(0)}, {"zoe", day(28)}, {"jim", day(1)}}, // chosen among what was still valid
		{{"katie", day(20)}, {"zoe", day(25)}},               // her own link
		{{"gus", day(20)}},
		{{"gus", day(20)}, {"zoe", day(25)}},
		{{"zoe", day(20)}, {"gus", day(25)}},
		{{"zoe", day(30)}}, // at the moment of the creation
		{{"zoe", day(31)}}, // too late to have brought it
		{{"jim", day(20)}, {"zoe", day(31)}},
	} {
		all = append(all, clicks(touches, "laptop", netip.Addr{}))
	}
	jim, zoe := all[0], clicks([]touch{{"zoe", day(27)}}, "laptop", netip.Addr{})
	late := clicks([]touch{{"zoe", day(31)}}, "laptop", netip.Addr{})
	return append(all,
		append(slices.Clone(jim), cleared),
		append(append(slices.Clone(jim), cleared), zoe...),
		append(append(slices.Clone(jim), cleared), late...),
		append(slices.Clone(jim), model.Clearing{At: day(35), Browser: "laptop"}), // after the creation: no matter
	)
}

// leads crosses how the contact came to be with what was set by hand, who is
// credited with the sale, and the roles that are paid.
func (s *space) leads() {
	var drafts []model.Draft
	for _, d := range ladderDrafts() {
		for _, roles := range [][2]bool{{true, false}, {false, true}, {true, true}} {
			if d.PayLead, d.PaySale = roles[0], roles[1]; !d.UseIP {
				drafts = append(drafts, d)
			}
		}
	}
	st := newStage(s.t, troupe(), drafts)
	for _, creation := range creations() {
		for _, hand := range handSet {
			for _, browser := range []string{"laptop", "tablet", ""} {
				s.try(st, append(slices.Clone(creation),
					model.Click{At: day(35), Partner: "zoe", Browser: "tablet"},
					model.Order{At: day(40), ID: "o", Contact: "katie", Browser: browser, Lines: oneX, LeadPartner: hand},
				)...)
			}
		}
		s.try(st, append(slices.Clone(creation), model.Order{At: day(40), ID: "o", Browser: "laptop", Lines: oneX})...) // whose, nobody knows
	}
}

// named is a form that names its partner.
func named(partner string, n int, browser string) []model.Event {
	return []model.Event{model.Form{At: day(n), Contact: "katie", Browser: browser, Partner: partner, IP: officeIP}}
}
