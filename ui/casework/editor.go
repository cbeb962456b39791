package casework

import (
	"time"

	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/input"
)

// Editor is a case while it is edited.
type Editor struct {
	reader *draft.Reader
	now    func() time.Time // when events are added that nothing else dates

	draft  draft.Case
	parsed draft.Parsed  // of the draft as it is
	good   model.Journal // of the last draft that parsed
	turn   int           // how often good was replaced
	edits  edits

	changes int

	row    int  // the selected event, or draft.Head
	slot   int  // the field of it that has the focus, or had it last
	inside bool // the focus is in the fields, not in the list
	active bool // the editor has the focus, not another pane

	input   input.Input // the text of the focused field, for its caret
	offered []draft.Suggestion
	shown   shown
}

// New is an editor of a draft about the reader's catalog, with the last event
// selected. What it says until the draft parses for the first time is the journal of
// before.
func New(r *draft.Reader, c draft.Case, before model.Journal, now func() time.Time) *Editor {
	e := &Editor{reader: r, now: now, draft: c, good: before, row: len(c.Events) - 1, active: true}
	e.shown.line.Remember()
	e.refresh()
	e.moved()
	return e
}

// Draft is what is typed.
func (e *Editor) Draft() draft.Case { return e.draft }

// Journal is what the draft came to when it parsed last, and a number that is another
// one whenever the journal is.
func (e *Editor) Journal() (j model.Journal, turn int) { return e.good, e.turn }

// Changes is how often the draft was changed, or put back.
func (e *Editor) Changes() int { return e.changes }

// Problems is what keeps the draft from being run, event by event.
func (e *Editor) Problems() model.Problems { return e.parsed.Problems }

// Catalog is what the draft is read against.
func (e *Editor) Catalog() model.Catalog { return e.reader.Catalog() }

// SetReader reads the draft against another catalog from now on.
func (e *Editor) SetReader(r *draft.Reader) {
	if e.reader.Catalog() != r.Catalog() {
		e.reader = r
		e.refresh()
		e.offer()
	}
}

// Active reports whether the editor has the focus.
func (e *Editor) Active() bool { return e.active }

// SetActive gives the editor the focus, or takes it away.
func (e *Editor) SetActive(active bool) {
	e.edits.endRun()
	e.active = active
}

// Typing reports whether letters go into a field.
func (e *Editor) Typing() bool { return e.active && e.inside }

// Selected is the selected event; ok is false while the case as a whole is.
func (e *Editor) Selected() (event draft.Event, ok bool) {
	if e.row == draft.Head {
		return draft.Event{}, false
	}
	return e.draft.Events[e.row], true
}

// Order is the order a person is looking at: the selected one, or the one the
// selected event leads up to, or the last one before it. It is "" without any.
func (e *Editor) Order() string {
	id := func(i int) string { return e.draft.Events[i].Text(draft.Slot{Field: draft.ID}) }
	for i := max(e.row, 0); i < len(e.draft.Events); i++ {
		if e.draft.Events[i].Kind == draft.Order {
			return id(i)
		}
	}
	for i := min(e.row, len(e.draft.Events)-1); i >= 0; i-- {
		if e.draft.Events[i].Kind == draft.Order {
			return id(i)
		}
	}
	return ""
}

// refresh works out what follows from the draft.
func (e *Editor) refresh() {
	e.parsed = e.reader.Again(e.draft, e.parsed)
	if e.parsed.Problems == nil {
		e.good = e.parsed.Journal
		e.turn++
	}
}

// offer works out what would complete the focused field.
func (e *Editor) offer() {
	e.offered = nil
	if e.inside {
		e.offered = e.reader.Suggest(e.draft, e.row, e.focused())
	}
}

// slots is the fields of the selected row.
func (e *Editor) slots() []draft.Slot { return e.draft.Slots(e.row) }

// focused is the field that has the focus.
func (e *Editor) focused() draft.Slot { return e.slots()[e.slot] }

// text is what stands in the focused field.
func (e *Editor) text() string { return e.draft.Text(e.row, e.focused()) }

// moved takes the caret to the focused field, after the focus moved.
func (e *Editor) moved() {
	e.row = max(draft.Head, min(e.row, len(e.draft.Events)-1))
	e.slot = max(0, min(e.slot, len(e.slots())-1))
	e.input = input.Input{Limit: limitOf(e.focused().Field)}
	e.input.Set(e.text())
	e.offer()
}

func limitOf(f draft.Field) int {
	if f == draft.Story {
		return maxStory
	}
	return model.MaxText
}

// maxStory is as long as a story may be in a file.
const maxStory = 2_000
