package casework

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario/draft"
)

// Key gives a key to what has the focus and reports whether it meant something there.
// In the list, letters mean nothing to it.
func (e *Editor) Key(msg tea.KeyPressMsg) bool {
	if e.inside {
		return e.fieldKey(msg)
	}
	key := msg.String()
	if by, is := Shifts(key); is {
		e.Shift(by)
		return true
	}
	switch key {
	case "up":
		e.choose(e.row - 1)
	case "down":
		e.choose(e.row + 1)
	case "shift+up":
		e.Move(-1)
	case "shift+down":
		e.Move(+1)
	case "enter", "tab":
		e.Enter()
	default:
		return false
	}
	return true
}

// Shifts is how far an arrow moves an event in time: an hour, with shift a day, with
// ctrl a minute.
func Shifts(key string) (by time.Duration, is bool) {
	switch key {
	case "right":
		return time.Hour, true
	case "left":
		return -time.Hour, true
	case "shift+right":
		return 24 * time.Hour, true
	case "shift+left":
		return -24 * time.Hour, true
	case "ctrl+right":
		return time.Minute, true
	case "ctrl+left":
		return -time.Minute, true
	}
	return 0, false
}

// choose selects an event of the list, or the head, and reports whether there is one.
func (e *Editor) choose(row int) bool {
	if row < draft.Head || row >= len(e.draft.Events) {
		return false
	}
	e.edits.endRun()
	e.row, e.slot = row, 0
	e.moved()
	return true
}

// Enter goes into the fields of the selected event.
func (e *Editor) Enter() {
	e.inside = true
	e.moved()
}

// Leave goes back from the fields to the list, and reports whether it was in them.
func (e *Editor) Leave() bool {
	was := e.inside
	e.leave()
	return was
}

func (e *Editor) leave() {
	e.edits.endRun()
	e.inside = false
	e.moved()
}

func (e *Editor) fieldKey(msg tea.KeyPressMsg) bool {
	switch key := msg.String(); key {
	case "up", "shift+tab":
		e.beside(-1)
	case "tab":
		e.complete()
		e.beside(+1)
	case "down", "enter":
		e.beside(+1)
	case "ctrl+n":
		e.next()
	case "right":
		if e.ghost() != "" {
			e.complete()
			return true
		}
		return e.typed(msg)
	default:
		return e.typed(msg)
	}
	return true
}

// beside moves the focus to a field beside, or back to the list at either end.
func (e *Editor) beside(by int) {
	e.edits.endRun()
	if e.slot+by < 0 || e.slot+by >= len(e.slots()) {
		e.leave()
		return
	}
	e.slot += by
	e.moved()
}

// typed lets the line of the focused field answer a key.
func (e *Editor) typed(msg tea.KeyPressMsg) bool {
	_, handled := e.input.Key(msg)
	if handled {
		e.change(e.draft.With(e.row, e.focused(), e.input.Value()), true)
		e.offer()
	}
	return handled
}

// Paste puts a text in at the caret, as one step. It reports whether letters go into
// a field.
func (e *Editor) Paste(s string) bool {
	if e.inside && e.input.Insert(s) {
		e.edits.endRun()
		e.change(e.draft.With(e.row, e.focused(), e.input.Value()), false)
		e.offer()
	}
	return e.inside
}

// best is what the typed text would be completed to.
func (e *Editor) best() (s draft.Suggestion, ok bool) {
	if !e.inside {
		return draft.Suggestion{}, false
	}
	return draft.Best(e.offered, e.text())
}

// Completion is what tab takes in the focused field, or "".
func (e *Editor) Completion() string {
	best, _ := e.best()
	return best.Text
}

// complete takes what the typed text would be completed to.
func (e *Editor) complete() {
	if best, ok := e.best(); ok {
		e.take(best.Text)
	}
}

func (e *Editor) take(text string) {
	e.edits.endRun()
	e.change(e.draft.With(e.row, e.focused(), text), false)
	e.moved()
}

// next goes through all that the field could hold, from one to the next; what begins
// with what was typed comes first.
func (e *Editor) next() {
	if best, ok := e.best(); ok {
		e.take(best.Text)
		return
	}
	all := e.reader.Suggest(e.draft.With(e.row, e.focused(), ""), e.row, e.focused())
	if len(all) == 0 {
		return
	}
	at := slices.IndexFunc(all, func(s draft.Suggestion) bool { return s.Text == e.text() })
	e.take(all[(at+1)%len(all)].Text)
}

// ghost is what is missing from what was typed to what it would be completed to.
func (e *Editor) ghost() string {
	best, _ := e.best()
	return e.input.Ghost(best.Text)
}
