package cli

import "testing"

// Ten questions and more, each under a title by which it can be chosen.
func TestSamples(t *testing.T) {
	titles := map[string]bool{}
	for _, e := range examples() {
		c := e.Read()
		if c.Title == "" || titles[c.Title] {
			t.Errorf("a sample is called %q", c.Title)
		}
		titles[c.Title] = true
		if len(c.Journal.Events()) == 0 {
			t.Errorf("nothing happens in %q", c.Title)
		}
	}
	if len(titles) < 10 {
		t.Errorf("%d samples", len(titles))
	}
}
