package scenario

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"referee/model"
)

func text(t *testing.T, r Result) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteText(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func document(t *testing.T, r Result) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// These are what `referee simulate` prints.
func TestGolden(t *testing.T) {
	c := sampleCase(t, "07-new-contacts-only")
	golden(t, "testdata/new-contacts-only.json", document(t, Run(c, c.Settings)))
	golden(t, "testdata/new-contacts-only.txt", text(t, Run(c, c.Settings)))
	c = sampleCase(t, "02-last-years-link")
	golden(t, "testdata/last-years-link.txt", text(t, Run(c, c.Settings)))
}

// Nothing is null, the same case gives the same bytes, and a page is 80 columns
// wide.
func TestReports(t *testing.T) {
	for _, s := range Samples() {
		for _, c := range s.File().Cases {
			first := document(t, Run(c, c.Settings))
			if bytes.Contains(first, []byte("null")) {
				t.Errorf("%s, %s: null in\n%s", s.Name, c.Title, first)
			}
			for range 3 {
				if !bytes.Equal(first, document(t, Run(c, c.Settings))) {
					t.Fatalf("%s, %s: two runs differ", s.Name, c.Title)
				}
			}
			for line := range strings.Lines(string(text(t, Run(c, c.Settings)))) {
				line = strings.TrimSuffix(line, "\n")
				if n := uniseg.StringWidth(line); n > width || line != strings.TrimRight(line, " ") {
					t.Errorf("%s: %d columns, or blanks at the end: %q", s.Name, n, line)
				}
			}
		}
	}
}

// Without an event there is nothing to tell, and it is told.
func TestReportsOfNothing(t *testing.T) {
	r := Run(mustParse(t, "title = \"Nothing\"").Cases[0], model.Defaults())
	if got := string(text(t, r)); !strings.Contains(got, "no sale in it") {
		t.Errorf("the text is\n%s", got)
	}
	if got := string(document(t, r)); !strings.Contains(got, `"sales": []`) || !strings.Contains(got, `"totals": {}`) {
		t.Errorf("the JSON is\n%s", got)
	}
}

// Run takes the settings it is given, and the result says which.
func TestRunUnderOtherSettings(t *testing.T) {
	c := sampleCase(t, "06-phone-orders")
	draft := c.Settings.Draft()
	draft.Tracking = model.HistoryAndCookies
	settings, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	r := Run(c, settings)
	differences := Check(r)
	if r.Case.Settings != settings || len(differences) == 0 || differences[0].Sale != "order-502" {
		t.Errorf("under history the phone order of a known contact is not paid: %+v", differences)
	}
	if before := Run(c, c.Settings); len(Check(before)) != 0 {
		t.Error("the case itself was changed")
	}
}

// two clicks of Bob and Jim, and the web form of a buyer, at odd seconds.
const atOddSeconds = `
partner = [ { code = "bob", name = "東京株式会社" }, { code = "jim", name = "Jim", parent = "bob" } ]
program = [ { name = "GOLD", default = { level1 = { sale_percent = "20" }, level2 = { sale_percent = "10" } } } ]
product = [ { code = "X", price = "1000.00" } ]
event = [
  { at = 2026-01-01T10:00:00Z, click = "bob", browser = "laptop" },
  { at = 2026-01-02T10:00:00Z, click = "jim", browser = "laptop" },
  { at = 2026-01-03T10:00:07Z, form = "katie", browser = "laptop" },
  { at = 2026-01-04T10:00:08Z, sale = "o", contact = "katie", browser = "laptop", lines = [ { product = "X" } ] },
]
want = [ { sale = "o", by = "hand" } ]
`

// A page keeps the seconds of a time, begins with its first line, lines up by
// the cells of a terminal, and says what somebody gets already.
func TestPage(t *testing.T) {
	c := mustParse(t, atOddSeconds).Cases[0]
	r := Run(c, c.Settings)
	page := string(text(t, r))
	for _, want := range []string{
		"o · 4 Jan 2026 10:00:08 · katie",
		"Web form of katie, 3 Jan 2026 10:00:07.",
		"    Jim           sale, level 1  200.00  20 % of 1,000.00, GOLD\n    東京株式会社  sale, level 2",
		"東京株式会社 would get 200.00 instead of 100.00 if How to choose were first.",
	} {
		if !strings.Contains(strings.Join(strings.Fields(page), " "), strings.Join(strings.Fields(want), " ")) ||
			strings.Contains(want, "\n") && !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
	if strings.HasPrefix(page, "\n") {
		t.Errorf("a page without a title begins with an empty line:\n%s", page)
	}
	var b bytes.Buffer
	if err := WriteDifferences(&b, "f.toml", r, Check(r)); err != nil || !strings.Contains(b.String(), "4 Jan 2026 10:00:08") {
		t.Errorf("%v, no seconds in\n%s", err, b.String())
	}
}
