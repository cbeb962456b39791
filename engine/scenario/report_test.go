package scenario

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

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
				if n := utf8.RuneCountInString(line); n > width || line != strings.TrimRight(line, " ") {
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
