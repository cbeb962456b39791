package casework

import (
	"time"

	"referee/engine/scenario/draft"
)

// edits is what can be undone and redone: whole cases, which share what they have in
// common. There is no limit to them.
type edits struct {
	past, future []edit
	running      bool // a run of typing is going on in the focused field
}

// edit is a case as it was before a change, and where the focus was.
type edit struct {
	draft     draft.Case
	row, slot int
	inside    bool
}

func (e *edits) endRun() { e.running = false }

// change puts another case in place of this one. A run of typing is one step.
func (e *Editor) change(next draft.Case, typing bool) {
	if next.Equal(e.draft) {
		return
	}
	if !typing || !e.edits.running {
		e.edits.past = append(e.edits.past, e.place())
	}
	e.edits.future, e.edits.running = nil, typing
	e.draft = next
	e.changes++
	e.refresh()
}

func (e *Editor) place() edit { return edit{e.draft, e.row, e.slot, e.inside} }

// CanUndo and CanRedo report whether there is a step to take.
func (e *Editor) CanUndo() bool { return len(e.edits.past) > 0 }
func (e *Editor) CanRedo() bool { return len(e.edits.future) > 0 }

// Undo takes the last change back and moves to where it was made.
func (e *Editor) Undo() { e.step(&e.edits.past, &e.edits.future) }

// Redo makes the last undone change again and moves to where it was made.
func (e *Editor) Redo() { e.step(&e.edits.future, &e.edits.past) }

func (e *Editor) step(from, to *[]edit) {
	if len(*from) == 0 {
		return
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	here := e.place()
	here.row, here.slot, here.inside = last.row, last.slot, last.inside
	*to = append(*to, here)
	e.edits.endRun()
	e.draft, e.row, e.slot, e.inside = last.draft, last.row, last.slot, last.inside
	e.changes++
	e.refresh()
	e.moved()
}

// Rewrite says in another way what the draft says, and what it said at every step that
// can be undone or redone. It is no step itself.
func (e *Editor) Rewrite(rewritten func(draft.Case) draft.Case) {
	e.edits.endRun()
	e.draft = rewritten(e.draft)
	for _, steps := range [...][]edit{e.edits.past, e.edits.future} {
		for i := range steps {
			steps[i].draft = rewritten(steps[i].draft)
		}
	}
	e.changes++
	e.refresh()
	e.moved()
}

// Add puts a new event below the selected one and goes into its fields.
func (e *Editor) Add(k draft.Kind) {
	at := e.row + 1
	e.edits.endRun()
	e.change(e.draft.Insert(at, e.reader.Blank(e.draft, at, k, e.now())), false)
	e.row, e.slot, e.inside = at, 1, true
	e.moved()
}

// Delete takes the selected event away. The others stay when they were.
func (e *Editor) Delete() {
	if e.row == draft.Head {
		return
	}
	e.edits.endRun()
	e.change(e.draft.Delete(e.row), false)
	e.leave()
}

// Duplicate puts the selected event below itself once more, and selects it.
func (e *Editor) Duplicate() {
	if e.row == draft.Head {
		return
	}
	e.edits.endRun()
	e.change(e.draft.Duplicate(e.row), false)
	e.row++
	e.moved()
}

// CanMove reports whether the selected event can be moved so many rows in the list.
func (e *Editor) CanMove(by int) bool {
	return e.row != draft.Head && e.row+by >= 0 && e.row+by < len(e.draft.Events)
}

// Move moves the selected event in the list, which settles what comes first at one
// moment. It stays when it was.
func (e *Editor) Move(by int) {
	if e.CanMove(by) {
		e.edits.endRun()
		e.change(e.draft.Move(e.row, e.row+by), false)
		e.row += by
		e.moved()
	}
}

// Shift moves the selected event in time.
func (e *Editor) Shift(by time.Duration) {
	if e.row != draft.Head {
		e.edits.endRun()
		e.change(e.draft.Shift(e.row, by), false)
		e.moved()
	}
}
