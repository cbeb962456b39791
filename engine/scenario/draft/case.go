package draft

import (
	"slices"
	"strings"
)

// Case is a case as it is typed. Its slices are not to be written to: whoever holds
// an older copy shares them.
type Case struct {
	Title  string
	Story  string
	Events []Event
}

// Event is one event as it is typed. The zero Event has no kind and is refused.
type Event struct {
	Kind  Kind
	texts *texts   // shared by copies, so not to be written to; nil: all are empty
	items []string // the lines of an order; blank ones are none
}

// texts is what stands in the fields, by Field.
type texts [numFields]string

// text is what stands in a field.
func (e *Event) text(f Field) string {
	if e.texts == nil {
		return ""
	}
	return e.texts[f]
}

// Slot is a place for a text in an event: a field, or one of the items.
type Slot struct {
	Field Field
	Item  int // which one, for the field Item
}

// NewEvent is an event of a kind with nothing in its fields.
func NewEvent(k Kind) Event { return Event{Kind: k, texts: new(texts)} }

// Slots lists the places of an event in the order they are asked for. An order has
// one more item than it has, for the next to be typed into.
func (e Event) Slots() []Slot {
	slots := make([]Slot, 0, int(numFields)+len(e.items))
	for _, f := range e.Kind.Fields() {
		slots = append(slots, Slot{Field: f})
		if f == Item {
			for i := range e.items {
				slots = append(slots, Slot{Item, i + 1})
			}
		}
	}
	return slots
}

// Text is what stands in a place; nothing if the event has no such place.
func (e Event) Text(s Slot) string {
	switch {
	case s.Field != Item:
		return e.text(s.Field)
	case s.Item < len(e.items):
		return e.items[s.Item]
	}
	return ""
}

// With is the event with another text in a place.
func (e Event) With(s Slot, text string) Event {
	if s.Field != Item {
		changed := texts{}
		if e.texts != nil {
			changed = *e.texts
		}
		changed[s.Field] = text
		e.texts = &changed
		return e
	}
	e.items = slices.Clone(e.items)
	for len(e.items) <= s.Item {
		e.items = append(e.items, "")
	}
	e.items[s.Item] = text
	for len(e.items) > 0 && strings.TrimSpace(e.items[len(e.items)-1]) == "" {
		e.items = e.items[:len(e.items)-1]
	}
	return e
}

// Equal reports whether two events say the same, letter for letter.
func (e Event) Equal(other Event) bool {
	same := e.texts == other.texts || e.texts != nil && other.texts != nil && *e.texts == *other.texts
	return e.Kind == other.Kind && same && slices.Equal(e.items, other.items)
}

// Equal reports whether two cases say the same, letter for letter.
func (c Case) Equal(other Case) bool {
	return c.Title == other.Title && c.Story == other.Story && slices.EqualFunc(c.Events, other.Events, Event.Equal)
}

// Head is the row of what is about the case as a whole: its title and its story.
const Head = -1

// Slots lists the places of an event, or of the head.
func (c Case) Slots(row int) []Slot {
	if row == Head {
		return []Slot{{Field: Title}, {Field: Story}}
	}
	return c.Events[row].Slots()
}

// Text is what stands in a place of an event, or of the head.
func (c Case) Text(row int, s Slot) string {
	switch {
	case row != Head:
		return c.Events[row].Text(s)
	case s.Field == Title:
		return c.Title
	}
	return c.Story
}

// With is the case with another text in a place of an event, or of the head.
func (c Case) With(row int, s Slot, text string) Case {
	if row == Head {
		if s.Field == Title {
			c.Title = text
		} else {
			c.Story = text
		}
		return c
	}
	c.Events = slices.Clone(c.Events)
	c.Events[row] = c.Events[row].With(s, text)
	return c
}
