package databases

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// touch and sale are rows of a log, partner one of its partners.
type (
	partner struct{ code, parent, days, active string }
	touch   struct {
		id                             string
		at                             time.Time
		contact, cookie, ip, who, kind string
	}
	sale struct {
		id                           string
		at                           time.Time
		contact, cookie, ip, product string
		cents                        int64
	}
)

// logs are what the three files hold, in the order of their rows.
type logs struct {
	partners []partner
	touches  []touch
	sales    []sale
}

// randomLogs are small worlds side by side: few contacts, browsers and addresses
// in each, so that they meet often.
func randomLogs(seed uint64, worlds int) logs {
	r := rand.New(rand.NewPCG(seed, 5))
	l := logs{partners: somePartners()}
	for world := range worlds {
		for range 14 + r.IntN(12) {
			l.touches = append(l.touches, l.randomTouch(r, world))
		}
		for range 6 + r.IntN(6) {
			l.sales = append(l.sales, randomSale(r, world))
		}
	}
	// A log is in order of time but for the rows that came up to 30 days late.
	slices.SortStableFunc(l.touches, func(a, b touch) int { return late(r, a.at).Compare(late(r, b.at)) })
	slices.SortStableFunc(l.sales, func(a, b sale) int { return late(r, a.at).Compare(late(r, b.at)) })
	for i := range l.touches {
		l.touches[i].id = fmt.Sprint("t", i+7)
	}
	for i := range l.sales {
		l.sales[i].id = fmt.Sprint(i + 95)
	}
	return l
}

func late(r *rand.Rand, at time.Time) time.Time {
	if r.IntN(4) == 0 {
		return at.Add(time.Duration(r.IntN(30*24)) * time.Hour)
	}
	return at
}

// somePartners are chains of up to four, with an inactive one at each place.
func somePartners() []partner {
	return []partner{
		{"top", "", "", "true"}, {"mid", "top", "30", ""}, {"low", "mid", "5", "true"}, {"deep", "low", "1", "true"},
		{"solo", "", "30", "true"}, {"gone", "", "", "false"}, {"kid", "gone", "", "true"}, {"grandkid", "kid", "5", "true"},
		{"off", "top", "", "false"}, {"under", "off", "10", "true"}, {"zero", "", "0", "true"}, {"Ümlaut", "solo", "", "true"},
	}
}

func (l *logs) randomTouch(r *rand.Rand, world int) touch {
	named := 40 // in every other world clicks name nobody: there, orders and forms are the first to
	if world%2 == 1 {
		named = 0
	}
	t := touch{
		at:      moment(r, world),
		contact: some(r, world, "c", 3, named), cookie: some(r, world, "b", 3, 80), ip: some(r, world, "fd00::", 2, 60),
		who: l.partners[r.IntN(len(l.partners))].code, kind: "click",
	}
	if r.IntN(6) == 0 {
		t.kind, t.contact = "lead", some(r, world, "c", 3, 100)
	}
	return t
}

func randomSale(r *rand.Rand, world int) sale {
	return sale{
		at:      moment(r, world),
		contact: some(r, world, "c", 3, 90), cookie: some(r, world, "b", 3, 60), ip: some(r, world, "fd00::", 2, 60),
		product: []string{"X", "Y", "it's", ""}[r.IntN(4)],
		cents:   []int64{0, 1, 3, 5, 10, 99, 125, 3333, 100_000, 999_999_999_999, 1_000_000_000_000, 123_456_789_012}[r.IntN(12)],
	}
}

// moment is a day of some weeks, in every third world of one, and sometimes a
// little beside it.
func moment(r *rand.Rand, world int) time.Time {
	days := 40
	if world%3 == 0 {
		days = 7
	}
	at := time.Date(2026, 1, 1+r.IntN(days), 0, 0, 0, 0, time.UTC)
	switch r.IntN(12) {
	case 0:
		return at.Add(time.Microsecond)
	case 1:
		return at.Add(-time.Microsecond)
	case 2:
		return at.Add(time.Duration(r.IntN(86400)) * time.Second)
	}
	return at
}

// some is one of a world's few names, or none.
func some(r *rand.Rand, world int, prefix string, n, percent int) string {
	if r.IntN(100) >= percent {
		return ""
	}
	return fmt.Sprintf("%s%x:%x", prefix, world+1, r.IntN(n)+1)
}

// write writes the three files as the commands of package sql load them. Times
// are in several zones.
func (l logs) write(t *testing.T, folder string) {
	zones := []*time.Location{time.UTC, time.FixedZone("", 2*3600), time.FixedZone("", -(5*3600 + 1800))}
	when := func(i int, at time.Time) string { return at.In(zones[i%len(zones)]).Format(time.RFC3339Nano) }
	partners := [][]string{{"partner", "parent", "name", "track_days", "active"}}
	for _, p := range l.partners {
		partners = append(partners, []string{p.code, p.parent, strings.ToUpper(p.code), p.days, p.active})
	}
	touches := [][]string{{"touch_id", "time", "contact", "cookie", "ip", "partner", "kind"}}
	for i, x := range l.touches {
		touches = append(touches, []string{x.id, when(i, x.at), x.contact, x.cookie, x.ip, x.who, x.kind})
	}
	sales := [][]string{{"sale_id", "time", "contact", "cookie", "ip", "amount", "product"}}
	for i, s := range l.sales {
		amount := fmt.Sprintf("%d.%02d", s.cents/100, s.cents%100)
		sales = append(sales, []string{s.id, when(i, s.at), s.contact, s.cookie, s.ip, strings.TrimSuffix(amount, ".00"), s.product})
	}
	for name, rows := range map[string][][]string{"partners.csv": partners, "touches.csv": touches, "sales.csv": sales} {
		file, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := csv.NewWriter(file).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
