package draft

import (
	"strconv"
	"strings"
	"time"
)

// base is what a time is told from.
type base uint8

const (
	fromNothing base = iota + 1 // a whole moment
	fromAbove                   // the event above
	fromBelow                   // the next order below
	fromLast                    // the last order above
	fromNamed                   // the order with an id
)

// moment is a time as it was typed: a span from something, or a date and a time of
// day, either of which may be left to the event above.
type moment struct {
	base  base
	order string // with fromNamed
	span  span   // from the base
	dated bool   // a date or a time of day was written, and not a span
	at    time.Time
	has   parts
}

// parts is what a date was written with.
type parts struct{ year, day, clock bool }

// parseMoment reads a time. It looks at no event.
func parseMoment(text string) (m moment, ok bool) {
	text = strings.Join(strings.Fields(text), " ")
	low := strings.ToLower(text)
	switch {
	case text == "":
		return moment{}, false
	case low == "same time" || low == "same":
		return moment{base: fromAbove}, true
	case strings.HasPrefix(low, "+"):
		return relative(fromAbove, low[1:], false)
	case strings.HasPrefix(low, "-"):
		return relative(fromAbove, low[1:], true)
	case strings.HasPrefix(low, "−"):
		return relative(fromAbove, strings.TrimPrefix(low, "−"), true)
	}
	if m, ok := parseWords(text, low); ok {
		return m, true
	}
	return parseDate(low)
}

func relative(from base, text string, back bool) (moment, bool) {
	s, ok := parseSpan(text)
	if back {
		s = s.negated()
	}
	return moment{base: from, span: s}, ok
}

// parseWords reads "3d later", "2h before order-1" and the like.
func parseWords(text, low string) (moment, bool) {
	for _, word := range [...]struct {
		says  string
		alone base
		back  bool
	}{{"later", fromAbove, false}, {"earlier", fromAbove, true}, {"before", fromBelow, true}, {"after", fromLast, false}} {
		head, tail, found := strings.Cut(low+" ", " "+word.says+" ")
		if !found {
			continue
		}
		m, ok := relative(word.alone, head, word.back)
		named := word.alone == fromBelow || word.alone == fromLast
		if tail = strings.TrimSpace(tail); tail != "" && len(low) == len(text) {
			m.base, m.order = fromNamed, text[len(text)-len(tail):]
			ok = ok && named
		}
		return m, ok
	}
	return moment{}, false
}

// parseDate reads "2026-01-06 10:00:00Z", "6 Jan 2026 10:00" and parts of it.
func parseDate(low string) (m moment, ok bool) {
	if len(low) > 10 && low[4] == '-' && low[10] == 't' {
		low = low[:10] + " " + low[11:] // the way files write it
	}
	d := dateReader{year: anyLeapYear, month: time.January, day: 1, zone: time.UTC}
	for word := range strings.FieldsSeq(low) {
		if d.has.clock && (word == "utc" || word == "z") {
			continue
		}
		if !d.word(word) {
			return moment{}, false
		}
	}
	whole := d.has.year && d.has.clock
	if !d.exists() || !whole && d.zone != time.UTC {
		return moment{}, false
	}
	m = moment{base: fromNothing, dated: true, has: d.has}
	if !whole {
		m.base = fromAbove
	}
	m.at = time.Date(d.year, d.month, d.day, d.hour, d.minute, d.second, d.nano, d.zone).UTC()
	return m, true
}

// anyLeapYear stands for a year that was not written, since 29 Feb is a day of some.
const anyLeapYear = 2000

// dateReader collects the words of a date.
type dateReader struct {
	year                       int
	month                      time.Month
	day                        int
	hour, minute, second, nano int
	zone                       *time.Location
	dayNamed, monthNamed       bool
	has                        parts
}

func (d *dateReader) word(word string) (ok bool) {
	switch {
	case strings.Contains(word, ":"):
		ok = !d.has.clock && d.clock(word)
		d.has.clock = true
	case len(word) == 10 && word[4] == '-':
		ok = !d.has.year && !d.dayNamed && !d.monthNamed && d.iso(word)
		d.has.year, d.dayNamed, d.monthNamed = true, true, true
	case len(word) == 4 && allDigits(word):
		ok = !d.has.year
		d.year, _ = strconv.Atoi(word)
		d.has.year = true
	case len(word) <= 2 && allDigits(word):
		ok = !d.dayNamed
		d.day, _ = strconv.Atoi(word)
		d.dayNamed = true
	default:
		month, known := parseMonth(word)
		ok = known && !d.monthNamed
		d.month, d.monthNamed = month, true
	}
	d.has.day = d.dayNamed && d.monthNamed
	return ok
}

// exists reports whether what was written is a day, a time of day or both, and
// whether there is such a day.
func (d *dateReader) exists() bool {
	if d.dayNamed != d.monthNamed || !d.has.day && (d.has.year || !d.has.clock) {
		return false
	}
	t := time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC)
	return t.Month() == d.month && t.Day() == d.day && t.Year() == d.year
}

func (d *dateReader) iso(word string) bool {
	t, err := time.Parse(time.DateOnly, word)
	d.year, d.month, d.day = t.Year(), t.Month(), t.Day()
	return err == nil
}

// clock reads 10:00, 10:00:30, 10:00:30.5, with z or an offset behind.
func (d *dateReader) clock(word string) bool {
	if at := strings.IndexAny(word, "z+-"); at >= 0 {
		if word[at:] != "z" {
			t, err := time.Parse("-07:00", word[at:])
			if err != nil {
				return false
			}
			_, offset := t.Zone()
			d.zone = time.FixedZone("", offset)
		}
		word = word[:at]
	}
	layout := "15:04"
	if strings.Count(word, ":") == 2 {
		layout = "15:04:05" // a fraction is taken too
	}
	t, err := time.Parse(layout, word)
	d.hour, d.minute, d.second, d.nano = t.Hour(), t.Minute(), t.Second(), t.Nanosecond()
	return err == nil
}

// parseMonth reads a month's English name, or at least its first three letters.
func parseMonth(word string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if len(word) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), word) {
			return m, true
		}
	}
	return 0, false
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// Moment writes a moment the way it can be typed: "6 Jan 2026 10:00", with seconds
// where it has any.
func Moment(t time.Time) string {
	t = t.UTC()
	switch {
	case t.Nanosecond() != 0:
		return t.Format("2 Jan 2006 15:04:05.999999999")
	case t.Second() != 0:
		return t.Format("2 Jan 2006 15:04:05")
	}
	return t.Format("2 Jan 2006 15:04")
}
