package explain

import (
	"fmt"
	"strings"
	"time"

	"referee/engine"
)

// when shows a moment, given in nanoseconds since 1970 UTC, beside the order's.
func (t *teller) when(at int64) string { return When(time.Unix(0, at), t.c.Order.At) }

// recorded is when a referral was recorded.
func (t *teller) recorded(p engine.Pick) string { return t.when(t.book.Referral(p.Referral).At) }

// When shows a moment as explanations do: in UTC, to the minute, or to the
// second where it is not a whole minute, and without the year if it is the year
// of another moment it is read beside.
func When(at, beside time.Time) string {
	at = at.UTC()
	layout := "2 Jan"
	if at.Year() != beside.UTC().Year() {
		layout = "2 Jan 2006"
	}
	layout += " 15:04"
	if at.Second() != 0 {
		layout += ":05"
	}
	return at.Format(layout)
}

// between is the time from one moment to a later one. Time.Sub stops at the
// longest Duration, where a difference of nanoseconds would wrap around: the
// years of a journal are further apart than that.
func between(from, to int64) string { return Span(time.Unix(0, to).Sub(time.Unix(0, from))) }

var units = [...]struct {
	size time.Duration
	name string
}{{24 * time.Hour, "d"}, {time.Hour, "h"}, {time.Minute, "min"}, {time.Second, "s"}}

// Span shows a length of time by its largest unit and, where it is not zero, the
// next: "1 d 23 h". What is smaller is dropped, never rounded up.
func Span(d time.Duration) string {
	var parts []string
	for _, u := range units {
		if n := d / u.size; n > 0 && len(parts) < 2 {
			parts = append(parts, fmt.Sprintf("%d %s", n, u.name))
			d -= n * u.size
		} else if len(parts) > 0 {
			break
		}
	}
	if len(parts) == 0 {
		return "less than a second"
	}
	return strings.Join(parts, " ")
}
