package explain_test

import (
	"strings"
	"testing"
	"time"

	"referee/engine/explain"
)

func TestWhen(t *testing.T) {
	east := time.FixedZone("", 2*60*60)
	order := at("2 Feb 09:00")
	for _, c := range []struct {
		moment, beside time.Time
		want           string
	}{
		{at("1 Jan 10:00"), order, "1 Jan 10:00"},
		{at("1 Jan 10:00:07"), order, "1 Jan 10:00:07"},
		{at("31 Dec 2025 23:59"), order, "31 Dec 2025 23:59"},
		{at("31 Dec 2025 23:59:59"), order, "31 Dec 2025 23:59:59"},
		{order, order, "2 Feb 09:00"},
		{order.Add(900 * time.Millisecond), order, "2 Feb 09:00"},
		{at("1 Jan 00:30").In(east), order, "1 Jan 00:30"},
		{time.Date(2026, 1, 1, 1, 30, 0, 0, east), order, "31 Dec 2025 23:30"},
		{at("1 Jan 10:00"), time.Date(2027, 1, 1, 1, 30, 0, 0, east), "1 Jan 10:00"},
	} {
		if got := explain.When(c.moment, c.beside); got != c.want {
			t.Errorf("%v beside %v: %q, want %q", c.moment, c.beside, got, c.want)
		}
	}
}

func TestSpan(t *testing.T) {
	const day = 24 * time.Hour
	for want, d := range map[string]time.Duration{
		"less than a second": 0,
		"1 s":                time.Second,
		"59 s":               time.Minute - 1,
		"1 min":              time.Minute,
		"1 min 1 s":          time.Minute + time.Second,
		"59 min 59 s":        time.Hour - 1,
		"1 h":                time.Hour + 59*time.Second,
		"1 h 1 min":          time.Hour + time.Minute,
		"23 h 59 min":        day - 1,
		"1 d":                day + 59*time.Minute,
		"1 d 23 h":           2*day - 1,
		"365 d":              365 * day,
		"36500 d 1 h":        36_500*day + time.Hour,
	} {
		if got := explain.Span(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
	if got := explain.Span(time.Second - 1); got != "less than a second" {
		t.Errorf("a nanosecond less than a second: %q", got)
	}
}

// TestExtremeMoments holds the longest and the shortest a journal has room for
// to their figures. Three hundred years are more than a Duration can hold.
func TestExtremeMoments(t *testing.T) {
	catalog := cast(t)
	expires := at("31 Jan 10:00")
	late := order("31 Jan 10:00")
	late.At = expires.Add(time.Nanosecond)
	just := tell(t, catalog, "", story(click("jim", "1 Jan 10:00"), late))
	if want := "Cookie of Jim: expired 31 Jan 10:00, order 31 Jan 10:00, less than a second too late."; just.Rungs[1].Text != want {
		t.Errorf("a nanosecond too late: %q, want %q", just.Rungs[1].Text, want)
	}
	far := tell(t, catalog, "", story(click("jim", "1 Jan 1900 10:00"), order("31 Dec 2200 10:00")))
	days := int(at("31 Dec 2200 10:00").Sub(at("31 Jan 2000 10:00")).Hours()/24 + at("31 Jan 2000 10:00").Sub(at("31 Jan 1900 10:00")).Hours()/24)
	if want := "order 31 Dec 2200 10:00, 109907 d too late."; days != 109_907 || !strings.HasSuffix(far.Rungs[1].Text, want) {
		t.Errorf("%d days too late: %q, want %q at its end", days, far.Rungs[1].Text, want)
	}
}
