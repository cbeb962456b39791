package draft

import (
	"strconv"
	"strings"
	"time"
)

// span is a length of time as it is typed. Months and years are the calendar's, all
// else is counted in seconds. It may point back.
type span struct {
	months  int
	seconds int64
}

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour
	week   = 7 * day
)

// maxDigits bounds a number of units, so that no sum of them leaves an int64.
const maxDigits = 6

// parseSpan reads "3d", "1 day 2h", "2h30min": numbers, each with its unit.
func parseSpan(text string) (s span, ok bool) {
	rest := strings.TrimSpace(text)
	if rest == "" || len(text) > 80 {
		return span{}, false
	}
	for rest != "" {
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		rest = strings.TrimLeft(rest[len(digits):], " ")
		unit := rest[:len(rest)-len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz"))]
		rest = strings.TrimLeft(rest[len(unit):], " ")
		if digits == "" || len(digits) > maxDigits || !s.add(digits, unit) {
			return span{}, false
		}
	}
	return s, true
}

// add adds so many units.
func (s *span) add(digits, unit string) bool {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return false
	}
	switch unit {
	case "s", "sec", "secs", "second", "seconds":
		s.seconds += n
	case "m", "min", "mins", "minute", "minutes":
		s.seconds += n * minute
	case "h", "hour", "hours":
		s.seconds += n * hour
	case "d", "day", "days":
		s.seconds += n * day
	case "w", "week", "weeks":
		s.seconds += n * week
	case "mo", "month", "months":
		s.months += int(n)
	case "y", "year", "years":
		s.months += 12 * int(n)
	default:
		return false
	}
	return true
}

func (s span) negated() span { return span{-s.months, -s.seconds} }

// after is a moment this span after another.
func (s span) after(t time.Time) time.Time {
	if s.months != 0 {
		t = t.AddDate(0, s.months, 0)
	}
	return time.Unix(t.Unix()+s.seconds, int64(t.Nanosecond())).UTC()
}

// String writes a span that points forward: "1y 2mo 3d 4h".
func (s span) String() string {
	var parts []string
	add := func(n int64, unit string) {
		if n > 0 {
			parts = append(parts, strconv.FormatInt(n, 10)+unit)
		}
	}
	add(int64(s.months/12), "y")
	add(int64(s.months%12), "mo")
	add(s.seconds/day, "d")
	add(s.seconds%day/hour, "h")
	add(s.seconds%hour/minute, "min")
	add(s.seconds%minute, "s")
	if parts == nil {
		return "0min"
	}
	return strings.Join(parts, " ")
}

// forward reports whether the span points forward, or nowhere, in all its parts.
func (s span) forward() bool { return s.months >= 0 && s.seconds >= 0 }
