package explain_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

// TestExcerpt: of many referrals the first and the last few are listed, and the
// chosen one wherever it stands; what is left out between them is counted.
func TestExcerpt(t *testing.T) {
	catalog := cast(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "referrals")
		alive := rapid.IntRange(0, n-1).Draw(t, "the one that counts")
		var events []model.Event
		for i := range n {
			partner := "ina" // inactive
			if i == alive {
				partner = "zoe"
			}
			events = append(events, model.Click{At: at("1 Jan 10:00").Add(time.Duration(i) * time.Minute), Partner: partner, Browser: "laptop"})
		}
		journal, problems := catalog.Journal(append(events, order("6 Jan 10:00")))
		if problems != nil {
			t.Fatalf("%v", problems)
		}
		x := tellCase(engine.Index(journal), engine.Compile(model.Defaults(), catalog), 0)
		reason := x.Rungs[engine.ByCookie]

		place, chosen := -1, -1
		for _, c := range reason.Candidates {
			place += c.Skipped + 1
			if when := at("1 Jan 10:00").Add(time.Duration(place) * time.Minute).Format("15:04"); !strings.Contains(c.Text, when) {
				t.Fatalf("%q stands at place %d, of %s", c.Text, place, when)
			}
			if c.Chosen {
				chosen = place
			}
		}
		if place != n-1 || chosen != alive || len(reason.Candidates)+reason.LeftOut() != n {
			t.Fatalf("the last is %d, the chosen one %d, %d left out; want %d and %d", place, chosen, reason.LeftOut(), n-1, alive)
		}
		if most := 2*explain.AtEachEnd + 1; len(reason.Candidates) > most {
			t.Fatalf("%d are listed, want at most %d", len(reason.Candidates), most)
		}
	})
}

// TestDeciding: the one sentence is the one of the full explanation.
func TestDeciding(t *testing.T) {
	catalog := cast(t)
	rapid.Check(t, func(t *rapid.T) {
		x := drawTold(t, catalog)
		short, full := explain.Deciding(x.book, x.plan, x.c, &x.outcome), x.Rungs[x.outcome.By]
		full.Candidates = nil
		if got, want := fmt.Sprintf("%+v", short), fmt.Sprintf("%+v", full); got != want {
			t.Fatalf("%s, want %s", got, want)
		}
	})
}
