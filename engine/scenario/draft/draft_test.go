package draft_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/engine/scenario"
	"referee/engine/scenario/draft"
)

var reader = draft.NewReader(scenario.SampleCatalog())

// Every sample, written as a draft, parses to the same events.
func TestASampleAsADraftIsTheSameCase(t *testing.T) {
	for _, sample := range scenario.Samples() {
		for i, c := range sample.File().Cases {
			r := draft.NewReader(c.Catalog)
			parsed := r.Parse(r.From(c.Title, c.Story, c.Journal.Events()))
			if parsed.Problems != nil {
				t.Fatalf("%s, case %d: %v", sample.Name, i, parsed.Problems)
			}
			if !reflect.DeepEqual(c.Journal.Events(), parsed.Journal.Events()) {
				t.Errorf("%s, case %d:\n%+v\n%+v", sample.Name, i, c.Journal.Events(), parsed.Journal.Events())
			}
		}
	}
}

// list is a case of clicks and orders at times as they are typed; an order is what
// begins with its name and a colon.
func list(times ...string) draft.Case {
	var c draft.Case
	for i, at := range times {
		e := draft.NewEvent(draft.Click).With(field(draft.Partner), "jim").With(field(draft.Browser), "laptop")
		for _, id := range []string{"order-1", "order-2"} {
			if rest, is := cutPrefix(at, id+": "); is {
				e, at = draft.NewEvent(draft.Order).With(field(draft.ID), id).With(field(draft.Contact), "ann").With(field(draft.Item), "X at 10.00"), rest
			}
		}
		c = c.Insert(i, e)
		c = c.With(i, field(draft.At), at)
	}
	return c
}

func cutPrefix(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && s[:len(prefix)] == prefix {
		return s[len(prefix):], true
	}
	return s, false
}

func field(f draft.Field) draft.Slot { return draft.Slot{Field: f} }

func at(t time.Time) string {
	if t.IsZero() {
		return "?"
	}
	return t.Format("2006-01-02 15:04:05.999")
}

func TestTimes(t *testing.T) {
	for _, tt := range []struct {
		typed []string
		want  []string
	}{
		{[]string{"6 Jan 2026 10:00"}, []string{"2026-01-06 10:00:00"}},
		{[]string{"Jan 6 2026 10:00"}, []string{"2026-01-06 10:00:00"}},
		{[]string{"6 january 2026 9:05:07 UTC"}, []string{"2026-01-06 09:05:07"}},
		{[]string{"2026-01-06 10:00:00Z"}, []string{"2026-01-06 10:00:00"}},
		{[]string{"2026-01-06T10:00:00.25Z"}, []string{"2026-01-06 10:00:00.25"}},
		{[]string{"2026-01-06 10:00+02:00"}, []string{"2026-01-06 08:00:00"}},
		{[]string{"2026-01-06 10:00", "7 Jan 11:00", "12:30", "9 Feb"}, []string{"2026-01-06 10:00:00", "2026-01-07 11:00:00", "2026-01-07 12:30:00", "2026-02-09 12:30:00"}},
		{[]string{"2026-01-06 10:00", "+3d", "same time", "2h later", "-30min", "1 day 2 hours earlier"},
			[]string{"2026-01-06 10:00:00", "2026-01-09 10:00:00", "2026-01-09 10:00:00", "2026-01-09 12:00:00", "2026-01-09 11:30:00", "2026-01-08 09:30:00"}},
		{[]string{"2h before", "order-1: 6 Jan 2026 10:00", "1d after", "1y before order-1"},
			[]string{"2026-01-06 08:00:00", "2026-01-06 10:00:00", "2026-01-07 10:00:00", "2025-01-06 10:00:00"}},
		{[]string{"order-1: 6 Jan 2026 10:00", "order-2: 7 Jan 10:00", "1h after order-1", "1 mo after"},
			[]string{"2026-01-06 10:00:00", "2026-01-07 10:00:00", "2026-01-06 11:00:00", "2026-02-07 10:00:00"}},
		{[]string{"29 Feb 2024 10:00", "29 Feb", "28 Feb 2025 10:00", "29 Feb"}, []string{"2024-02-29 10:00:00", "2024-02-29 10:00:00", "2025-02-28 10:00:00", "?"}},
		{[]string{"2h before", "order-1: +1d", "+1d"}, []string{"?", "?", "?"}},
		{[]string{"+1d", "order-1: 6 Jan 10:00", "before"}, []string{"?", "?", "?"}},
		{[]string{"30 Feb 2026 10:00", "6 Jan 2026", "25:00", "2026", "Jan", "6", "+", "3", "+3", "3 parsecs later", "+9999999d", "6 Jan 2026 10:00 10:00", "6 Jan 10:00+02:00"},
			[]string{"?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?", "?"}},
		{[]string{"", "2h before nothing", "2h before"}, []string{"?", "?", "?"}},
	} {
		c := list(tt.typed...)
		var got []string
		for _, moment := range c.Times() {
			got = append(got, at(moment))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s", tt.typed, diff)
		}
	}
}
