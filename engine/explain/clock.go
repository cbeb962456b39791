package explain

import (
	"fmt"
	"strings"
	"time"
)

// when shows a moment, given in nanoseconds since 1970 UTC, to the minute, and
// to the second where it is not a whole minute; with its year where that is not
// the year of the order.
func (t *teller) when(at int64) string { return When(time.Unix(0, at), t.c.Order.At) }

// When shows a moment as explanations do: in UTC, without the year if it is the
// year of another moment it is read beside.
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

var units = [...]struct {
	size time.Duration
	name string
}{{24 * time.Hour, "d"}, {time.Hour, "h"}, {time.Minute, "min"}, {time.Second, "s"}}

// Span shows a length of time by its two largest units: "1 d 23 h".
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
		return "no time at all"
	}
	return strings.Join(parts, " ")
}
