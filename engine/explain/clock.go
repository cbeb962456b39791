package explain

import (
	"fmt"
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
	sameYear, wholeMinute := at.Year() == beside.UTC().Year(), at.Second() == 0
	switch {
	case sameYear && wholeMinute:
		return at.Format("2 Jan 15:04")
	case sameYear:
		return at.Format("2 Jan 15:04:05")
	case wholeMinute:
		return at.Format("2 Jan 2006 15:04")
	}
	return at.Format("2 Jan 2006 15:04:05")
}

// Between is the time from one moment to a later one, by its largest two units.
func Between(from, to time.Time) string { return between(from.UnixNano(), to.UnixNano()) }

// between is the time from one moment to a later one. The years of a journal are
// further apart than a Duration can hold, but not further than 64 bits can.
func between(from, to int64) string {
	return spanOf((uint64(to) - uint64(from)) / uint64(time.Second))
}

var units = [...]struct {
	seconds uint64
	name    string
}{{24 * 60 * 60, "d"}, {60 * 60, "h"}, {60, "min"}, {1, "s"}}

// spanOf shows a length of time by its largest unit and, where it is not zero,
// the next: "1 d 23 h". What is smaller is dropped, never rounded up.
func spanOf(seconds uint64) string {
	for i, u := range units {
		n := seconds / u.seconds
		if n == 0 {
			continue
		}
		text := fmt.Sprintf("%d %s", n, u.name)
		if i+1 < len(units) {
			next := units[i+1]
			if n := seconds % u.seconds / next.seconds; n > 0 {
				text += fmt.Sprintf(" %d %s", n, next.name)
			}
		}
		return text
	}
	return "less than a second"
}
