package draft_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/engine/scenario/draft"
)

// texts is how the times of a case are written.
func texts(c draft.Case) (list []string) {
	for _, e := range c.Events {
		list = append(list, e.Text(field(draft.At)))
	}
	return list
}

// Whatever changes the list, every event that is still there stays when it was.
func TestChangingTheListMovesNoEventInTime(t *testing.T) {
	c := list("6 Jan 2026 10:00", "+1d", "2h before", "same time", "order-1: 12 Jan 2026 10:00", "order-2: 1d after order-1", "10:30", "9 Jan")
	for i := range c.Events { // each tells itself apart by its address
		c = c.With(i, field(draft.Address), string(rune('a'+i)))
	}
	times := func(c draft.Case) map[string][]time.Time {
		all := map[string][]time.Time{}
		for i, at := range c.Times() {
			key := c.Events[i].Text(field(draft.Address))
			all[key] = append(all[key], at)
		}
		return all
	}
	was := times(c)
	for key, at := range was {
		if at[0].IsZero() {
			t.Fatalf("%s has no time: %q", key, texts(c))
		}
	}
	check := func(what string, next draft.Case) {
		t.Helper()
		for key, at := range times(next) {
			if key != "" && !slices.EqualFunc(at[:1], was[key][:1], time.Time.Equal) {
				t.Errorf("%s: %s was at %v and is at %v; the times are %q", what, key, was[key], at, texts(next))
			}
		}
		if got := texts(c)[1]; got != "+1d" {
			t.Fatalf("%s has changed the case it was made of: %q", what, texts(c))
		}
	}
	for row := range c.Events {
		check("delete", c.Delete(row))
		check("duplicate", c.Duplicate(row))
		check("insert", c.Insert(row, draft.NewEvent(draft.Clearing)))
		for to := range c.Events {
			check("move", c.Move(row, to))
		}
	}
	if diff := cmp.Diff([]string{"6 Jan 2026 10:00", "+1d", "+3d"}, texts(list("6 Jan 2026 10:00", "+1d", "+1d", "+2d").Delete(2))); diff != "" {
		t.Error(diff)
	}
}

func TestShiftKeepsHowATimeIsWritten(t *testing.T) {
	for _, tt := range []struct {
		at   string
		by   time.Duration
		want string
	}{
		{"6 Jan 2026 10:00", time.Hour, "6 Jan 2026 11:00"},
		{"2026-01-06 10:00", -24 * time.Hour, "5 Jan 2026 10:00"},
		{"+3d", time.Hour, "+3d 1h"}, {"+1h", -time.Hour, "same time"}, {"same time", -time.Minute, "-1min"}, {"-1min", time.Hour, "+59min"},
		{"2h before", -24 * time.Hour, "1d 2h before"}, {"2h before", 2 * time.Hour, "0min before"}, {"2h before", 3 * time.Hour, "7 Jan 2026 11:00"},
		{"2h before order-1", 3 * time.Hour, "1h after order-1"}, {"1d after order-1", -25 * time.Hour, "1h before order-1"},
		{"+1mo", time.Hour, "+1mo 1h"}, {"+1mo", -time.Hour, "6 Feb 2026 08:00"},
		{"10:30", time.Hour, "6 Jan 2026 11:30"}, {"nonsense", time.Hour, "nonsense"}, {"", time.Hour, ""},
	} {
		c := list("6 Jan 2026 09:00", tt.at, "order-1: 7 Jan 2026 10:00")
		next := c.Shift(1, tt.by)
		if got := texts(next)[1]; got != tt.want {
			t.Errorf("%s by %v is %q, want %q", tt.at, tt.by, got, tt.want)
			continue
		}
		if was, is := c.Times()[1], next.Times()[1]; !was.IsZero() && !is.Equal(was.Add(tt.by)) {
			t.Errorf("%s by %v leads from %v to %v", tt.at, tt.by, was, is)
		}
	}
}

func TestADuplicateOrderHasANameOfItsOwn(t *testing.T) {
	c := list("6 Jan 2026 10:00", "order-1: +1d", "order-2: +1d").Duplicate(1)
	if got := c.Events[2].Text(field(draft.ID)); got != "order-3" {
		t.Errorf("it is called %q", got)
	}
	if parsed := reader.Parse(c); parsed.Problems != nil {
		t.Error(parsed.Problems)
	}
}
