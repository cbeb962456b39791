package replay_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/engine/replay"
	"referee/engine/replay/replaytest"
	"referee/model"
)

const (
	touchHeader = "touch_id,time,contact,cookie,ip,partner,kind\n"
	saleHeader  = "sale_id,time,contact,cookie,ip,amount,product\n"
)

// logOf is a log of two partners.
func logOf(touches, sales string) replay.Files {
	return sources(replaytest.Files{Partners: "partner,parent,name\njim,,Jim\nzoe,,Zoe\n", Touches: touchHeader + touches, Sales: saleHeader + sales})
}

// outcome is what a log came to, read in however many parts.
type outcome struct {
	sold, bad int
	rows      string
	parts     int
}

// settled is what the parts of a log pay.
type settled struct {
	runs  []io.Reader
	whole *bytes.Buffer // if there is one part
}

// add settles a plan over a part.
func (s *settled) add(t *testing.T, part *replay.Load, plan *engine.Plan, totals *replay.Totals) {
	t.Helper()
	var rows bytes.Buffer
	if err := part.Settle(t.Context(), plan, 2, &rows, totals); err != nil {
		t.Fatal(err)
	}
	if s.runs = append(s.runs, &rows); part.Whole() {
		s.whole = &rows
	}
}

// text is commissions.csv.
func (s *settled) text(t *testing.T) string {
	t.Helper()
	if s.whole != nil {
		return s.whole.String()
	}
	var all strings.Builder
	if err := replay.Merge(&all, s.runs...); err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// readIn reads a log with a bound on memory, 0 for none, and settles it.
func readIn(t *testing.T, touches, sales string, memory int64) (o outcome, err error) {
	t.Helper()
	files := logOf(touches, sales)
	var bad replay.BadRows
	var rows settled
	for part, err := range replay.Parts(t.Context(), files, model.USD, replay.Options{Workers: 2, Memory: memory, SkipBad: true}, &bad) {
		if err != nil {
			return o, err
		}
		o.parts, o.sold = o.parts+1, o.sold+part.Sales()
		rows.add(t, part, planOver(t, part), &replay.Totals{})
	}
	o.bad, o.rows = bad.Count, rows.text(t)
	return o, nil
}

// TestPartsCountAsTheWhole: what is bad, what comes twice and who is paid does not
// depend on how many parts a log is read in, nor on which of them are read again.
func TestPartsCountAsTheWhole(t *testing.T) {
	t.Parallel()
	var plain, doubles, longFirst, kiosk, broken, busy strings.Builder
	for i := range 200 {
		fmt.Fprintf(&plain, "%d,2026-01-04T10:00:00Z,c%d,,,100.00,\n", 1_000+i, i)
		fmt.Fprintf(&doubles, "%d,2026-01-04T10:00:00Z,c%d,,,100.00,\n", (i-i%2)*37%400, i)
		for j := range 30 {
			fmt.Fprintf(&busy, "%d,2026-01-01T10:00:00Z,c%d,,,jim,click\n", j, i)
		}
		fmt.Fprintf(&longFirst, "%d,2026-01-04T10:00:00Z,c%d,,,100.00,%s\n", i*7%200, i, strings.Repeat("x", 400))
	}
	for i := range 3_000 {
		fmt.Fprintf(&longFirst, "%d,2026-01-04T10:00:00Z,,,,1.00,\n", 1_000+i)
	}
	for range 500 {
		broken.WriteString("a row of another kind\n")
	}
	kiosk.WriteString("0,2026-01-01T10:00:00Z,c1,kiosk,,jim,click\n")
	for j := range 200 {
		fmt.Fprintf(&kiosk, "%d,2026-01-01T10:00:00Z,,kiosk,,zoe,click\n", j)
	}
	hers := "hers,2026-01-06T10:00:00Z,c300,,,100.00,\n" + plain.String() + "1005,2026-01-02T10:00:00Z,c300,shared,,100.00,\n"
	for name, log := range map[string]struct{ touches, sales string }{
		"no sales":                      {busy.String(), ""},
		"many touches":                  {busy.String(), plain.String()},
		"doubles":                       {busy.String(), doubles.String()},
		"a double that ties a cookie":   {busy.String() + "1,2026-01-01T10:00:00Z,,shared,,jim,click\n", hers},
		"bad touches":                   {broken.String() + busy.String(), plain.String()},
		"long rows first, ids any way":  {"", longFirst.String()},
		"a cookie found in the touches": {kiosk.String(), plain.String()},
	} {
		whole, err := readIn(t, log.touches, log.sales, 0)
		if err != nil {
			t.Fatal(name, err)
		}
		most := 0
		for _, memory := range []int64{4_000_000, 400_000, 80_000, 60_000, 40_000, 30_000} {
			got, err := readIn(t, log.touches, log.sales, memory)
			if few := (*replay.Problem)(nil); errors.As(err, &few) && strings.Contains(few.What, "too little memory") {
				continue
			}
			if err != nil || got.sold != whole.sold || got.bad != whole.bad || got.rows != whole.rows {
				t.Errorf("%s, %d bytes: %d sales and %d bad in %d parts, want %d and %d; %v", name, memory, got.sold, got.bad, got.parts, whole.sold, whole.bad, err)
			}
			most = max(most, got.parts)
		}
		if most < 3 && log.sales != "" {
			t.Errorf("%s: %d parts at the most", name, most)
		}
	}
}

// TestTooLittleMemory: what very many sales share is needed together; a bound below
// that is refused, rather than one part read for every sale.
func TestTooLittleMemory(t *testing.T) {
	t.Parallel()
	var sales strings.Builder
	for i := range 3_000 {
		fmt.Fprintf(&sales, "%d,2026-01-04T10:00:00Z,c%d,kiosk,,100.00,\n", i, i)
	}
	_, err := readIn(t, "", sales.String(), 400_000)
	few, is := errors.AsType[*replay.Problem](err)
	if !is || !strings.Contains(few.What, "too little memory") || !strings.Contains(few.Fix, "--memory") {
		t.Error(err)
	}
}

// TestBadRowsOfParts: which rows are bad, and in which order they are told, does not depend
// on the parts a log is read in, whether they are to be left out or not. Of very many, the
// first in the file are named, whatever is wrong with them.
func TestBadRowsOfParts(t *testing.T) {
	t.Parallel()
	var touches, sales strings.Builder
	for i := range 600 {
		amount, partner := "100.00", "jim"
		if i%5 == 0 {
			amount = "much"
		}
		if i%7 == 0 {
			partner = "rob"
		}
		fmt.Fprintf(&sales, "%d,2026-01-04T10:00:00Z,c%d,k%d,10.0.0.%d,%s,\n", i, i, i, i%9, amount)
		fmt.Fprintf(&touches, "%d,2026-01-01T10:00:00Z,c%d,k%d,10.0.0.%d,%s,click\n", i, i, i, i%9, partner)
		if i%50 == 0 {
			sales.WriteString("a row of another kind\n")
			touches.WriteString("one of another kind, too\ntwice\n")
		}
	}
	files := logOf(touches.String(), sales.String())
	read := func(memory int64, skip bool) (bad replay.BadRows, loads, parts int, err error) {
		for part, err := range replay.Parts(t.Context(), files, model.USD, replay.Options{Workers: 2, Memory: memory, SkipBad: skip}, &bad) {
			if err != nil {
				return bad, loads, parts, err
			}
			if loads++; !part.Whole() {
				parts++
			}
		}
		return bad, loads, parts, nil
	}
	want, _, _, err := read(0, true)
	if err != nil || want.Count != 120+12+86+24 || len(want.Named) != 100+100 {
		t.Fatalf("%d bad rows, %d named, %v", want.Count, len(want.Named), err)
	}
	// Below the header and 540 touches, 78 of them bad, with 22 rows of another kind among them.
	if last := want.Named[199]; last.Line != 1+540+22 {
		t.Errorf("the hundredth bad touch is %v", last)
	}
	for _, memory := range []int64{160_000} {
		got, _, parts, err := read(memory, true)
		if diff := cmp.Diff(want, got); diff != "" || err != nil || parts < 2 {
			t.Errorf("%d bytes, %d parts, %v\n-want +got\n%s", memory, parts, err, diff)
		}
		_, _, _, err = read(memory, false)
		refused, is := errors.AsType[*replay.BadRows](err)
		if !is {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, *refused); diff != "" {
			t.Errorf("%d bytes\n-want +got\n%s", memory, diff)
		}
	}
}

// TestManyParts: a log of which nothing is shared can be read in hundreds of parts, and the
// progress comes to its end.
func TestManyParts(t *testing.T) {
	t.Parallel()
	var touches, sales strings.Builder
	for i := range 2_000 {
		fmt.Fprintf(&sales, "%d,2026-01-04T10:00:00Z,c%d,k%d,,100.00,\n", i, i, i)
		for range 4 {
			fmt.Fprintf(&touches, "%d,2026-01-01T10:00:00Z,,k%d,,jim,click\n", i, i)
		}
	}
	files := logOf(touches.String(), sales.String())
	for _, memory := range []int64{0, 150_000, 20_000} {
		var p replay.Progress
		parts, sold := 0, 0
		for part, err := range replay.Parts(t.Context(), files, model.USD, replay.Options{Workers: 2, Memory: memory, Progress: &p}, &replay.BadRows{}) {
			if err != nil {
				t.Fatal(memory, err)
			}
			parts, sold = parts+1, sold+part.Sales()
		}
		if read, all := p.Bytes.Load(), p.Total.Load(); sold != 2_000 || (memory == 20_000) != (parts > 100) || read > all || read < all-all/10 {
			t.Errorf("%d bytes: %d sales in %d parts, %d of %d read", memory, sold, parts, read, all)
		}
	}
}

// TestAContactOfAllSales: what one contact bought is needed together. That it takes too much
// is known before it is all held.
func TestAContactOfAllSales(t *testing.T) {
	var sales strings.Builder
	for i := range 200_000 {
		fmt.Fprintf(&sales, "%d,2026-01-04T10:00:00Z,guest,,,1.00,\n", i)
	}
	files := logOf("", sales.String())
	size, _ := spent(t, func() error {
		for _, err := range replay.Parts(t.Context(), files, model.USD, replay.Options{Workers: 1, Memory: 2_000_000}, &replay.BadRows{}) {
			if few, is := errors.AsType[*replay.Problem](err); !is || !strings.Contains(few.What, "too little memory") {
				t.Error(err)
			}
		}
		return nil
	})
	if size > 2_000_000 {
		t.Errorf("it asked for %d bytes to find that out", size)
	}
}

// TestACookieOfAllContacts: what a cookie holds that very many contacts share is not gone
// through for each of them. It would be four thousand million referrals here.
func TestACookieOfAllContacts(t *testing.T) {
	t.Parallel()
	const n = 90_000
	var touches, sales strings.Builder
	for i := range n {
		at := time.Date(2026, 1, 1, 0, 0, i, 0, time.UTC).Format(time.RFC3339)
		fmt.Fprintf(&touches, "%d,%s,c%d,tablet,,%s,click\n", i, at, i, []string{"jim", "zoe"}[i%2])
		fmt.Fprintf(&sales, "%d,2026-01-04T10:00:00Z,c%d,,,100.00,\n", i, i)
	}
	whole, err := readIn(t, touches.String(), sales.String(), 0)
	if paid := strings.Count(whole.rows, ",1000,history\n"); err != nil || paid != n {
		t.Errorf("%d of %d sales were paid; %v", paid, n, err)
	}
}

// TestCookiesBeyondTheSalesAreBounded: of a log whose rows all tie a cookie of their own to
// a sale's contact, no more is read than there is memory for.
func TestCookiesBeyondTheSalesAreBounded(t *testing.T) {
	var touches strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&touches, "%d,2026-01-01T10:00:00Z,ann,cookie-%d,,jim,click\n", i, i)
	}
	files := logOf(touches.String(), "a,2026-01-04T10:00:00Z,ann,,,100.00,\n")
	var last error // parts without the sale are no trouble
	size, _ := spent(t, func() error {
		for _, last = range replay.Parts(t.Context(), files, model.USD, replay.Options{Workers: 2, Memory: 200_000}, &replay.BadRows{}) {
		}
		return nil
	})
	if problem, is := errors.AsType[*replay.Problem](last); !is || !strings.Contains(problem.What, "too little memory") {
		t.Fatalf("%v", last)
	}
	if most := 30 << 20; size > most {
		t.Errorf("it took %d bytes, more than %d", size, most)
	}
}
