package draft

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Insert is the case with another event in a row of the list.
func (c Case) Insert(row int, e Event) Case {
	next := c
	next.Events = slices.Insert(slices.Clone(c.Events), row, e)
	return next.keeping(c.Times(), func(i int) int {
		switch {
		case i == row:
			return -1
		case i > row:
			return i - 1
		}
		return i
	})
}

// Delete is the case without an event. The others stay when they were.
func (c Case) Delete(row int) Case {
	next := c
	next.Events = slices.Delete(slices.Clone(c.Events), row, row+1)
	return next.keeping(c.Times(), func(i int) int {
		if i >= row {
			return i + 1
		}
		return i
	})
}

// Move is the case with an event in another row of the list, at the moment it had.
func (c Case) Move(row, to int) Case {
	next := c
	next.Events = slices.Clone(c.Events)
	e := next.Events[row]
	next.Events = slices.Insert(slices.Delete(next.Events, row, row+1), to, e)
	return next.keeping(c.Times(), func(i int) int {
		switch {
		case i == to:
			return row
		case i >= row && i < to:
			return i + 1
		case i > to && i <= row:
			return i - 1
		}
		return i
	})
}

// Duplicate is the case with an event once more, below it, at the same moment. A
// second order gets a name of its own.
func (c Case) Duplicate(row int) Case {
	e := c.Events[row].With(Slot{Field: At}, "same time")
	if e.Kind == Order {
		e = e.With(Slot{Field: ID}, c.FreeID(e.text(ID)))
	}
	return c.Insert(row+1, e)
}

// FreeID is a name for an order that no order of the case has, made after another:
// order-2 after order-1.
func (c Case) FreeID(after string) string {
	stem := strings.TrimRight(strings.TrimSpace(after), "0123456789")
	if stem == "" || stem == strings.TrimSpace(after) {
		stem += "-"
	}
	if stem == "-" {
		stem = "order-"
	}
	taken := map[string]bool{}
	for _, e := range c.Events {
		taken[strings.TrimSpace(e.text(ID))] = true
	}
	for n := 1; ; n++ {
		if id := stem + strconv.Itoa(n); !taken[id] {
			return id
		}
	}
}

// Shift moves an event in time, and with it what refers to it. How its time is
// written stays: a span stays a span. An event whose time cannot be told stays as it
// is, and so does one that would leave the years there are.
func (c Case) Shift(row int, by time.Duration) Case {
	at := c.Times()[row]
	if at.IsZero() {
		return c
	}
	to := at.Add(by)
	if y := to.Year(); y < 1 || y > 9999 {
		return c
	}
	m, _ := parseMoment(c.Events[row].text(At))
	text := Moment(to)
	if seconds := int64(by / time.Second); !m.dated && by%time.Second == 0 {
		m.span.seconds += seconds
		text = m.text(text)
	}
	return c.With(row, Slot{Field: At}, text)
}

// text writes a moment that is a span, or what it is given where a span cannot say
// it.
func (m moment) text(otherwise string) string {
	back := m.span.negated()
	forward := m.span.forward()
	if !forward && !back.forward() {
		return otherwise
	}
	size := m.span
	if !forward {
		size = back
	}
	switch {
	case m.base == fromAbove && m.span == span{}:
		return "same time"
	case m.base == fromAbove && forward:
		return "+" + size.String()
	case m.base == fromAbove:
		return "-" + size.String()
	}
	word := " before"
	if forward && (m.span != span{} || m.base == fromLast) {
		word = " after"
	}
	// "after" alone is after the last order above, so the next one below needs its
	// name, which only a date can do without.
	if m.base == fromBelow && word == " after" || m.base == fromLast && word == " before" {
		return otherwise
	}
	if m.order != "" {
		word += " " + m.order
	}
	return size.String() + word
}

// keeping writes the times anew that another order of the list would change: was is
// when the events happened, and from is where each of them stood.
func (c Case) keeping(was []time.Time, from func(int) int) Case {
	now := c.Times()
	for i := range c.Events {
		before := from(i)
		if before < 0 || was[before].IsZero() || was[before].Equal(now[i]) {
			continue
		}
		c.Events[i] = c.Events[i].With(Slot{Field: At}, c.written(i, was[before], now))
		now = c.Times()
	}
	return c
}

// written is how an event's time is written so that it is a given moment: as a span
// from the event above if it was one and that is possible.
func (c Case) written(row int, at time.Time, times []time.Time) string {
	m, ok := parseMoment(c.Events[row].text(At))
	if !ok || m.dated || m.base != fromAbove || row == 0 || times[row-1].IsZero() {
		return Moment(at)
	}
	between := at.Sub(times[row-1])
	if between%time.Second != 0 || between.Abs() > 1000*day*time.Second {
		return Moment(at)
	}
	return moment{base: fromAbove, span: span{seconds: int64(between / time.Second)}}.text(Moment(at))
}
