package draft

import (
	"strings"
	"time"

	"referee/model"
)

// clock works out when each event of a list happens.
type clock struct {
	events   []Event
	moments  []moment // with no base where a text could not be read
	times    []time.Time
	state    []progress
	circle   int // where a circle of times began that is being walked back, or -1
	problems model.Problems
}

// progress is how far the clock has come with an event.
type progress uint8

const (
	unasked progress = iota
	asking
	told
	untold // its time cannot be told
)

func newClock(events []Event, before Parsed) *clock {
	n := len(events)
	c := &clock{events, make([]moment, n), make([]time.Time, n), make([]progress, n), -1, nil}
	for i := range events {
		if text := events[i].text(At); i < len(before.draft) && before.draft[i].text(At) == text {
			c.moments[i] = before.moments[i]
		} else if m, ok := parseMoment(text); ok {
			c.moments[i] = m
		}
	}
	return c
}

// tell works out every time there is, in the order of the list.
func (c *clock) tell() {
	for i := range c.events {
		c.time(i)
	}
}

func (c *clock) refuse(row int, what, hint string) {
	c.problems = append(c.problems, model.Problem{Place: model.Place{Table: model.EventTable, Row: row, Key: keys[At]}, What: what, Hint: hint})
	c.state[row] = untold
}

const timeHint = `write it like 6 Jan 2026 10:00, 14:30, +3d or 2h before`

// time is when an event happens, if that can be told. What keeps it from that is
// noted at the event it is the fault of.
func (c *clock) time(row int) (t time.Time, ok bool) {
	switch c.state[row] {
	case told:
		return c.times[row], true
	case untold, asking:
		return time.Time{}, false
	}
	c.state[row] = asking
	m := &c.moments[row]
	switch text := strings.TrimSpace(c.events[row].text(At)); {
	case text == "":
		c.refuse(row, "the event has no time", timeHint)
	case m.base == 0:
		c.refuse(row, "\""+text+"\" is no time", timeHint)
	default:
		c.settle(row, m)
	}
	return c.times[row], c.state[row] == told
}

// settle works out a time that could be read.
func (c *clock) settle(row int, m *moment) {
	if m.base == fromNothing {
		c.times[row], c.state[row] = m.at, told
		return
	}
	from, problem := c.from(row, m)
	if problem != "" {
		c.refuse(row, problem, timeHint)
		return
	}
	reference, ok := c.time(from)
	if !ok {
		c.unsettled(row, from)
		return
	}
	t, exists := m.beside(reference)
	if !exists {
		c.refuse(row, "there is no such day that year", "write the year")
		return
	}
	c.times[row], c.state[row] = t, told
}

// unsettled is an event that refers to one whose time cannot be told. What is wrong is
// said there, or at each event of a circle.
func (c *clock) unsettled(row, from int) {
	if c.state[from] == asking {
		c.circle = from
	}
	if c.circle < 0 {
		c.state[row] = untold
		return
	}
	c.refuse(row, "this time and others refer to each other", "give one of them a date")
	if c.circle == row {
		c.circle = -1
	}
}

// from is the event a time is told from, or what is wrong with it.
func (c *clock) from(row int, m *moment) (from int, problem string) {
	step, what := -1, "there is no event above to tell the time from"
	fits := func(int) bool { return true }
	isOrder := func(i int) bool { return c.events[i].Kind == Order }
	switch m.base {
	case fromBelow:
		step, fits, what = +1, isOrder, "there is no order below to be before"
	case fromLast:
		fits, what = isOrder, "there is no order above to be after"
	case fromNamed:
		for i := range c.events {
			if isOrder(i) && i != row && strings.TrimSpace(c.events[i].text(ID)) == m.order {
				return i, ""
			}
		}
		return 0, "there is no other order \"" + m.order + "\""
	}
	for i := row + step; i >= 0 && i < len(c.events); i += step {
		if fits(i) {
			return i, ""
		}
	}
	return 0, what
}

// beside is the moment, told from another one.
func (m *moment) beside(t time.Time) (at time.Time, exists bool) {
	if !m.dated {
		return m.span.after(t), true
	}
	year, month, day := t.Date()
	if m.has.day {
		month, day = m.at.Month(), m.at.Day()
	}
	if m.has.year {
		year = m.at.Year()
	}
	when := t
	if m.has.clock {
		when = m.at
	}
	at = time.Date(year, month, day, when.Hour(), when.Minute(), when.Second(), when.Nanosecond(), time.UTC)
	return at, at.Day() == day
}

// Times is when each event of the list happens; the zero time where that cannot be
// told.
func (c Case) Times() []time.Time {
	clock := newClock(c.Events, Parsed{})
	clock.tell()
	return clock.times
}
