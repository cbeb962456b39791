package engine_test

import (
	"net/netip"
	"testing"
	"time"

	"referee/engine"
	"referee/model"
)

// edge is a situation at the edge of a rule, with the partner the rules credit.
type edge struct {
	name     string
	settings string
	events   []model.Event
	by, sale string
}

// edges are corners that a table of worked cases has no room for: equal moments,
// ties and clearings, and the far ends of the calendar.
func edges() []edge {
	clear := func(at time.Time) model.Event { return model.Clearing{At: at, Browser: "laptop"} }
	form := func(contact string, n int) model.Event {
		return model.Form{At: day(n), Contact: contact, Browser: "laptop"}
	}
	office, unknown := netip.MustParseAddr("203.0.113.9"), netip.Addr{}
	old := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(2200, 12, 31, 0, 0, 0, 0, time.UTC)
	entered := func(partner string, when time.Time, days int) model.Event {
		return model.Referral{At: when, Partner: partner, Contact: "katie", Type: model.Permanent, Days: model.Some(days)}
	}
	return []edge{
		{"cleared at the order's moment, above it in the file", "", []model.Event{click("zoe", 1), clear(day(6)), buys(6)}, "nobody", ""},
		{"cleared at the order's moment, below it in the file", "", []model.Event{click("zoe", 1), buys(6), clear(day(6))}, "cookie", "zoe"},
		{"clicked at the order's moment, below it in the file", "", []model.Event{buys(6), click("zoe", 6)}, "cookie", "zoe"},
		{"clicked and cleared below it, at its moment", "", []model.Event{buys(6), click("zoe", 6), clear(day(6))}, "cookie", "zoe"},
		{"equal times, first takes the lower row", "credit=first", []model.Event{click("zoe", 1), click("hal", 1), buys(6)}, "cookie", "zoe"},
		{"equal times, latest takes the higher row", "", []model.Event{click("zoe", 1), click("hal", 1), buys(6)}, "cookie", "hal"},
		{"a form ties what the browser holds", "", []model.Event{click("zoe", 1), form("katie", 2), byPhone(6)}, "history", "zoe"},
		{"and what is clicked in it later", "", []model.Event{form("katie", 1), click("zoe", 2), byPhone(6)}, "history", "zoe"},
		{"clearing ends the tie", "", []model.Event{form("katie", 1), clear(day(2)), click("zoe", 3), byPhone(6)}, "nobody", ""},
		{"clearing leaves what was tied", "", []model.Event{click("zoe", 1), form("katie", 2), clear(day(3)), byPhone(6)}, "history", "zoe"},
		{"clearing before the tie loses it", "", []model.Event{click("zoe", 1), clear(day(2)), form("katie", 3), byPhone(6)}, "nobody", ""},
		{"another contact ends the tie", "", []model.Event{form("katie", 1), form("leo", 2), click("zoe", 3), byPhone(6)}, "nobody", ""},
		{"and shares what the browser holds", "", []model.Event{form("leo", 1), click("zoe", 2), form("katie", 3), byPhone(6)}, "history", "zoe"},
		{"a tie after the order is too late", "", []model.Event{click("zoe", 1), byPhone(6), form("katie", 7)}, "nobody", ""},
		{"a tie at the order's moment counts", "", []model.Event{click("zoe", 1), byPhone(6), form("katie", 6)}, "history", "zoe"},
		{"no address is not the same address", "use_ip=true", []model.Event{from(unknown, "zoe", 1), at(buysFrom(unknown, "laptop"), day(6))}, "nobody", ""},
		{"an address needs no browser", "use_ip=true", []model.Event{from(office, "zoe", 1), at(buysFrom(office, ""), day(6))}, "address", "zoe"},
		{"an address survives clearing", "use_ip=true", []model.Event{
			model.Click{At: day(1), Partner: "zoe", Browser: "laptop", IP: office}, clear(day(2)), at(buysFrom(office, "laptop"), day(6))}, "address", "zoe"},
		{"three centuries without expiry", "", []model.Event{at(clickIn("laptop", "zoe"), old), at(buys(0), end)}, "cookie", "zoe"},
		{"a hundred years, not over", "", []model.Event{entered("zoe", end, model.MaxTrackDays), at(buys(0), end.Add(time.Hour))}, "history", "zoe"},
		{"a hundred years, over", "", []model.Event{entered("zoe", old, model.MaxTrackDays), at(buys(0), end)}, "nobody", ""},
		{"a window of no days", "", []model.Event{entered("zoe", day(6), 0), buys(6)}, "nobody", ""},
		{"times of other zones", "", []model.Event{click("zoe", 1),
			at(click("hal", 0), day(1).Add(time.Hour).In(time.FixedZone("", -11*3600))), buys(6)}, "cookie", "hal"},
	}
}

func TestEdges(t *testing.T) {
	for _, e := range edges() {
		t.Run(e.name, func(t *testing.T) {
			catalog := cast(t)
			s := settings(t, func(d *model.Draft) { set(t, d, e.settings) })
			book := casebook(t, catalog, e.events...)
			v := agree(t, newOracle(s, catalog, e.events), engine.Compile(s, catalog), book, &book.Cases()[0])
			if v.By != e.by || v.Sale != e.sale {
				t.Errorf("%q by %s, want %q by %s", v.Sale, v.By, e.sale, e.by)
			}
		})
	}
}
