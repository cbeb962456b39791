package engine_test

import (
	"net/netip"
	"strings"
	"testing"
	"time"

	"referee/engine"
	"referee/model"
)

// workedCase is a row of the table of worked cases: given these settings and
// events, this rung decides and these partners are paid.
type workedCase struct {
	number   int
	name     string
	settings string // what differs from the table's own: "credit=first levels=3"
	card     string // rates added to GOLD's: "lead 5" (percent of level 1), "amount 15", "percent 12.5"
	events   []model.Event
	by       string
	paid     string // in the order of rows, roles named where a lead is paid
	note     string // what another reading would pay, in minor units; or a notice
}

// workedCases are cases 1 to 14, a row for each variant. Cases 15 and 16 are
// about payments and refunds.
func workedCases() []workedCase {
	office := netip.MustParseAddr("203.0.113.9")
	two := []model.Event{click("jim", 1), click("zoe", 5), buys(6)}
	cleared := []model.Event{known("zoe", 1), model.Clearing{At: day(2), Browser: "laptop"}, buys(3)}
	phone := []model.Event{known("zoe", 1), byPhone(6)}
	address := []model.Event{from(office, "zoe", 1), at(buysFrom(office, "laptop"), day(6))}
	both := []model.Event{click("zoe", 5), from(office, "jim", 1), at(buysFrom(office, "laptop"), day(6))}
	device := []model.Event{known("jim", 1), at(clickIn("tablet", "zoe"), day(5)), at(buysFrom(netip.Addr{}, "tablet"), day(6))}
	thirty := day(0).Add(30 * 24 * time.Hour)
	before := []model.Event{click("jim", 0), at(buys(0), thirty.Add(-time.Second))}
	exactly := []model.Event{click("jim", 0), at(buys(0), thirty)}
	lead := []model.Event{click("jim", 1), model.Form{At: day(2), Contact: "katie", Browser: "laptop"}, click("zoe", 5), buys(6)}
	jim, zoe, bob := []model.Event{click("jim", 1), buys(6)}, []model.Event{click("zoe", 1), buys(6)}, []model.Event{click("bob", 1), buys(6)}
	taxed := buys(6)
	taxed.Tax, taxed.Shipping = 8_000, 2_000

	return []workedCase{
		{1, "two clicks, latest", "", "", two, "cookie", "zoe 200.00", ""},
		{1, "two clicks, first", "credit=first", "", two, "cookie", "jim 200.00, bob 100.00", ""},
		{2, "cookies cleared, only cookies", "tracking=only-cookies", "", cleared, "nobody", "", ""},
		{2, "cookies cleared, history", "", "", cleared, "history", "zoe 200.00", ""},
		{3, "phone order, only cookies", "tracking=only-cookies", "", phone, "nobody", "", ""},
		{3, "phone order, history", "", "", phone, "history", "zoe 200.00", ""},
		{4, "same address, IP no", "", "", address, "nobody", "", ""},
		{4, "same address, IP yes", "use_ip=true", "", address, "address", "zoe 200.00", ""},
		{5, "a cookie and an address row", "use_ip=true", "", both, "cookie", "zoe 200.00", ""},
		{6, "a newer cookie, an older history", "credit=first", "", device, "cookie", "zoe 200.00", "bob 10000, jim 20000"},
		{6, "the same, latest", "credit=latest", "", device, "cookie", "zoe 200.00", ""},
		{7, "one second before the thirty days are over", "", "", before, "cookie", "jim 200.00, bob 100.00", ""},
		{7, "exactly when they are over", "", "", exactly, "nobody", "", ""},
		{8, "lead and sale", "levels=1 pay_for=lead,sale", "lead 5", lead, "cookie", "jim 50.00 lead, zoe 200.00", ""},
		{9, "amount", "levels=1 pay_as=amount", "amount 15", zoe, "cookie", "zoe 15.00", ""},
		{9, "percent", "levels=1 pay_as=percent", "amount 15", zoe, "cookie", "zoe 200.00", ""},
		{9, "amount and percent", "levels=1 pay_as=amount,percent", "amount 15", zoe, "cookie", "zoe 215.00", ""},
		{9, "both, with 3 × 100.00", "levels=1 pay_as=amount,percent", "amount 15", sells("zoe", 3, 10_000), "cookie", "zoe 105.00", ""},
		{10, "one level", "levels=1", "", jim, "cookie", "jim 200.00", ""},
		{10, "two levels", "levels=2", "", jim, "cookie", "jim 200.00, bob 100.00", ""},
		{10, "three levels", "levels=3", "", jim, "cookie", "jim 200.00, bob 100.00, ann 50.00", ""},
		{11, "unused, Zoe at two levels", "pay_if_unused=true", "", zoe, "cookie", "zoe 250.00", ""},
		{11, "unused, Jim at two levels", "pay_if_unused=true", "", jim, "cookie", "jim 200.00, bob 100.00", "bob 10000, jim 15000"},
		{11, "unused, Bob at three levels", "pay_if_unused=true levels=3", "", bob, "cookie", "bob 200.00, ann 100.00", "ann 10000, bob 15000"},
		{12, "unused at one level", "pay_if_unused=true levels=1", "", zoe, "cookie", "zoe 200.00", "N1"},
		{13, "tax and shipping are not in the base", "", "", []model.Event{click("zoe", 1), taxed}, "cookie", "zoe 200.00", ""},
		{14, "33.33 at 12.5 %", "", "percent 12.5", sells("zoe", 1, 3_333), "cookie", "zoe 4.17", ""},
		{14, "1.25 at 10 %", "", "percent 10", sells("zoe", 1, 125), "cookie", "zoe 0.13", ""},
		{14, "3 × 33.33 at 12.5 %", "", "percent 12.5", sells("zoe", 3, 3_333), "cookie", "zoe 12.50", ""},
	}
}

func TestWorkedCases(t *testing.T) {
	for _, c := range workedCases() {
		t.Run(c.name, func(t *testing.T) {
			catalog := withRate(t, cast(t), c.card)
			s := settings(t, func(d *model.Draft) { set(t, d, c.settings) })
			plan, book := engine.Compile(s, catalog), casebook(t, catalog, c.events...)
			v := agree(t, newOracle(s, catalog, c.events), plan, book, &book.Cases()[0])
			if paid := paidWords(catalog, v.Rows); v.By != c.by || paid != c.paid {
				t.Errorf("case %d: by %s: %q; want by %s: %q", c.number, v.By, paid, c.by, c.paid)
			}
			if other := v.Overall + v.Pool; other != strings.TrimPrefix(c.note, "N1") {
				t.Errorf("case %d: another reading pays %q, want %q", c.number, other, c.note)
			}
			noticed := false
			for _, n := range model.Notices(s, model.Surroundings{Catalog: catalog}) {
				noticed = noticed || n.Rule == "N1"
			}
			if noticed != (c.note == "N1") {
				t.Errorf("case %d: notice N1: %v", c.number, noticed)
			}
		})
	}
}

// paidWords writes rows as the table does, those of 0.00 left out.
func paidWords(c model.Catalog, rows []payRow) string {
	var words []string
	for _, r := range rows {
		if r.Calculated == 0 {
			continue
		}
		word := r.Partner + " " + c.Currency().FormatMoney(model.Money(r.Calculated))
		if r.Role == "lead" {
			word += " lead"
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}
