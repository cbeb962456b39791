package engine_test

import (
	"net/netip"
	"slices"

	"referee/model"
)

// tiePatterns are the ways a browser's clicks become a contact's history, or do
// not (A1): an event that names both ties them, clearing or another contact
// ends it.
func tiePatterns() [][]model.Event {
	jim := func(n int) model.Event { return model.Click{At: day(n), Partner: "jim", Browser: "laptop"} }
	zoe := func(n int) model.Event { return model.Click{At: day(n), Partner: "zoe", Browser: "laptop"} }
	names := func(contact string, n int) model.Event {
		return model.Click{At: day(n), Partner: "zoe", Browser: "laptop", Contact: contact}
	}
	form := func(contact string, n int) model.Event {
		return model.Form{At: day(n), Contact: contact, Browser: "laptop"}
	}
	buys := func(contact string, n int) model.Event {
		return model.Order{At: day(n), ID: "earlier", Contact: contact, Browser: "laptop", Lines: oneX}
	}
	clear := func(n int) model.Event { return model.Clearing{At: day(n), Browser: "laptop"} }
	return [][]model.Event{
		{jim(20), form("katie", 21)},
		{form("katie", 20), jim(21)},
		{jim(20), form("katie", 21), clear(22)},
		{jim(20), clear(21), form("katie", 22)},
		{form("katie", 20), clear(21), jim(22)},
		{form("katie", 20), clear(21), jim(22), form("katie", 23)}, // tied anew
		{form("katie", 20), form("leo", 21), jim(22)},
		{form("leo", 20), jim(21), form("katie", 22), zoe(23)}, // hers from then on, and what it held
		{jim(20), names("katie", 21), jim(22)},
		{names("katie", 20), names("leo", 21), jim(22)},
		{names("leo", 20), jim(21), clear(22), names("katie", 23)},
		{jim(20), buys("katie", 21), zoe(22)},
		{jim(20), buys("leo", 21), zoe(22)},
		{jim(20), form("katie", 40)}, // at the order's moment
		{jim(20), form("katie", 41)}, // a tie that came too late
		{jim(20), form("leo", 21), form("katie", 22), form("leo", 23), zoe(24)},
	}
}

// ties crosses those with what was entered by hand, what came from the address,
// and the four ways an order comes in: the browser's own order ties it too.
func (s *space) ties() {
	st := newStage(s.t, troupe(), ladderDrafts())
	for _, tied := range tiePatterns() {
		for _, history := range historyPatterns(0)[:4] {
			for _, address := range addressPatterns(0)[:2] {
				for _, browser := range []string{"laptop", "tablet", ""} {
					for _, ip := range []netip.Addr{officeIP, {}} {
						order := model.Order{At: day(40), ID: "o", Contact: "katie", Browser: browser, IP: ip, Lines: oneX}
						s.try(st, slices.Concat(tied, history, address, []model.Event{order})...)
					}
				}
			}
		}
	}
}
