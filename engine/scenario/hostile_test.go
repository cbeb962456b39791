package scenario

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"referee/engine"
	"referee/engine/explain"
)

// hostile are files that make the most of what their size allows. Each is
// written out to a number of bytes.
func hostile() map[string]func(bytes int) string {
	return map[string]func(int) string{
		"clicks and sales of one browser, contact by contact": clicksAndSales(func(i int) string { return fmt.Sprint("c", i) }),
		"clicks and sales of one browser, contacts in turn":   clicksAndSales(func(i int) string { return fmt.Sprint("c", i%2) }),
		"wants of one sale with very many lines":              wantsOfOneSale,
		"cases that share a large catalog":                    casesOfOneCatalog,
		"partners in all of very many programs":               partnersInPrograms,
		"cases that share sales with very many lines":         casesOfLongSales,
	}
}

const hostileHead = "partner=[{code=\"a\"},{code=\"b\"}]\nprogram=[{name=\"G\",default={level1={sale_percent=\"1\"}}}]\nproduct=[{code=\"X\",price=\"1.00\"}]\n"

// clicksAndSales spends half of the file on clicks and half on sales that want
// something else than what comes out.
func clicksAndSales(contact func(int) string) func(int) string {
	return func(size int) string {
		var events, wants strings.Builder
		for i := 0; events.Len() < size/2; i++ {
			fmt.Fprintf(&events, "{at=2026-01-01T00:00:00Z,click=%q,browser=\"b\",ip=\"::1\"},\n", "ab"[i%2:i%2+1])
		}
		for i := 0; events.Len()+wants.Len() < size-len(hostileHead)-200 && i < 9_000; i++ {
			fmt.Fprintf(&events, "{at=2026-01-02T00:00:00Z,sale=\"s%d\",contact=%q,browser=\"b\",ip=\"::1\",lines=[{product=\"X\"}]},\n", i, contact(i))
			fmt.Fprintf(&wants, "{sale=\"s%d\",by=\"hand\"},\n", i)
		}
		return hostileHead + "event=[" + events.String() + "]\nwant=[" + wants.String() + "]\n"
	}
}

func wantsOfOneSale(size int) string {
	var b strings.Builder
	b.WriteString(hostileHead + "event=[{at=2026-01-02T00:00:00Z,sale=\"s\",contact=\"c\",sale_partner=\"a\",lines=[" +
		strings.Repeat("{product=\"X\"},", 1_000) + "]}]\nwant=[")
	for b.Len() < size-100 {
		b.WriteString("{sale=\"s\",payouts={}},\n")
	}
	return b.String() + "]\n"
}

func casesOfOneCatalog(size int) string {
	var b strings.Builder
	b.WriteString("product=[{code=\"X\",price=\"1.00\"}]\nprogram=[{name=\"G\",product=[\n")
	for i := 0; b.Len() < size-70_000; i++ {
		fmt.Fprintf(&b, "{product=\"p%d\",unused={sale_percent=\"1\"}},\n", i)
	}
	b.WriteString("]}]\ncase=[")
	for i := range 1_000 {
		fmt.Fprintf(&b, "{title=\"%d\",settings={code_prefix=\"a%d\"}},\n", i, i)
	}
	return b.String() + "]\n"
}

func partnersInPrograms(size int) string {
	var b strings.Builder
	b.WriteString("program=[")
	for i := range 500 {
		fmt.Fprintf(&b, "{name=\"g%d\"},", i)
	}
	b.WriteString("]\npartner=[")
	for i := 0; b.Len() < size-100 && i < 20_000; i++ {
		fmt.Fprintf(&b, "{code=\"p%d\"},\n", i)
	}
	return b.String() + "]\n"
}

func casesOfLongSales(size int) string {
	var b strings.Builder
	b.WriteString(hostileHead + "event=[")
	for i := 0; b.Len() < size-60_000; i++ {
		fmt.Fprintf(&b, "{at=2026-01-02T00:00:00Z,sale=\"s%d\",contact=\"c\",sale_partner=\"a\",lines=[%s]},\n", i, strings.Repeat("{product=\"X\"},", 1_000))
	}
	b.WriteString("]\ncase=[")
	for i := range 600 {
		fmt.Fprintf(&b, "{title=\"%d\"},\n", i)
	}
	return b.String() + "]\n"
}

// TestHostileFiles holds a file to what it may cost to read, decide and check:
// so many bytes of memory for each of its own. Whatever grows with the product of
// two things in it (clicks × sales, cases × partners) is far above that.
func TestHostileFiles(t *testing.T) {
	const most = 400
	for name, write := range hostile() {
		t.Run(name, func(t *testing.T) {
			text := write(MaxFile / 16)
			if got := allocated(func() { checkAll(t, text) }) / uint64(len(text)); got > most {
				t.Errorf("%d bytes for each byte of the file, want at most %d", got, most)
			}
		})
	}
}

// checkAll does what `check` does. A file may be refused instead, if it says so
// where the cases begin.
func checkAll(t *testing.T, text string) {
	f, err := Read("hostile.toml", []byte(text))
	if err != nil && !strings.Contains(err.Error(), "too many cases") {
		t.Fatal(err)
	}
	for _, c := range f.Cases {
		r := Run(c, c.Settings)
		var b bytes.Buffer
		if err := WriteDifferences(&b, "hostile.toml", r, Check(r)); err != nil {
			t.Fatal(err)
		}
	}
}

func allocated(work func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Of very many differences the first are told and the rest counted.
func TestWriteManyDifferences(t *testing.T) {
	c := mustParse(t, clicksAndSales(func(int) string { return "c" })(60_000)).Cases[0]
	r := Run(c, c.Settings)
	differences := Check(r)
	var b bytes.Buffer
	if err := WriteDifferences(&b, "f.toml", r, differences); err != nil {
		t.Fatal(err)
	}
	left := fmt.Sprintf("f.toml: and %d more that differ in this case.", len(differences)-MaxTold)
	if n := strings.Count(b.String(), "GIVEN"); n != MaxTold || len(differences) <= MaxTold || !strings.Contains(b.String(), left) {
		t.Errorf("%d blocks for %d differences; want %d and %q", n, len(differences), MaxTold, left)
	}
}

// A rung with very many referrals stays readable, as text and as JSON.
func TestReportsOfManyClicks(t *testing.T) {
	c := mustParse(t, clicksAndSales(func(int) string { return "c" })(3_000)).Cases[0]
	r := Run(c, c.Settings)
	clicks := 0
	for range r.Book.Candidates(&r.Book.Cases()[0], engine.ByCookie) {
		clicks++
	}
	listed := 2 * explain.AtEachEnd
	if page := string(text(t, r)); clicks <= listed || !strings.Contains(page, fmt.Sprintf("… %d more …", clicks-listed)) {
		t.Errorf("%d clicks are told as\n%s", clicks, page)
	}
	if page := string(document(t, r)); !strings.Contains(page, fmt.Sprintf("\"left_out\": %d", clicks-listed)) {
		t.Errorf("%d clicks are told as\n%s", clicks, page)
	}
}
