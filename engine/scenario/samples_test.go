package scenario

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every sample is a test: what its [[want]] tables say must hold, and it must
// survive being written and read.
func TestSamples(t *testing.T) {
	for _, s := range Samples() {
		for _, c := range s.File().Cases {
			t.Run(s.Name+"/"+c.Title, func(t *testing.T) {
				r := Run(c, c.Settings)
				if differences := Check(r); differences != nil {
					var b bytes.Buffer
					if err := WriteDifferences(&b, s.File().Name, r, differences); err != nil {
						t.Fatal(err)
					}
					t.Errorf("\n%s", b.String())
				}
				checkRoundTrip(t, c)
				checkSample(t, s, c)
			})
		}
	}
}

// checkSample holds a sample to what the terminal program relies on: a title
// and a story to show, every sale wanted, and one cast for all.
func checkSample(t *testing.T, s Sample, c Case) {
	t.Helper()
	if c.Title == "" || c.Story == "" {
		t.Error("a sample has a title and a story")
	}
	wanted := map[string]bool{}
	for _, w := range c.Wants {
		wanted[w.Sale] = w.Payouts.IsSet()
	}
	for _, sale := range Run(c, c.Settings).Sales {
		if !wanted[sale.Order.ID] {
			t.Errorf("nothing is wanted of the payouts of %s", sale.Order.ID)
		}
	}
	if s.Name == "worked-cases" {
		return
	}
	if n := len(wanted); n < 2 || n > 6 {
		t.Errorf("%d sales; a screen shows 2 to 6 well", n)
	}
	if diff := cmp.Diff(SampleCatalog(), c.Catalog, same); diff != "" {
		t.Errorf("not the common cast:\n%s", diff)
	}
}

// The ten questions of the rules come first, and each worked case is there.
func TestSamplesCover(t *testing.T) {
	samples := Samples()
	if len(samples) < 11 || !strings.HasPrefix(samples[9].Name, "10-") {
		t.Fatalf("%d samples, want one for each of the ten questions first", len(samples))
	}
	last := samples[len(samples)-1]
	for _, number := range strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12 13 14") {
		found := false
		for _, c := range last.File().Cases {
			found = found || strings.HasPrefix(c.Title, number+":")
		}
		if !found {
			t.Errorf("%s lacks worked case %s", last.Name, number)
		}
	}
}

// A sample's title is known before it is read.
func TestSampleTitles(t *testing.T) {
	for _, s := range Samples() {
		if got, want := s.Title(), s.File().Title; got != want || want == "" {
			t.Errorf("%s: title %q, its file says %q", s.Name, got, want)
		}
		if e := s.Example(); e.Read().Title != s.Title() {
			t.Errorf("%s: the example is called %q", s.Name, e.Read().Title)
		}
	}
}
