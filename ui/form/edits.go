package form

import "referee/model"

// edits is what can be undone and redone: whole drafts, because a draft is a
// small value. There is no limit to them.
type edits struct {
	past, future []edit
	run          model.Setting // the field a run of typing is going on in, or 0
}

// edit is a draft as it was before a change, and where the change was made.
type edit struct {
	draft model.Draft
	at    model.Setting
}

// before notes a draft that is about to change. A run of typing in one field is
// one step.
func (e *edits) before(draft model.Draft, at model.Setting, typing bool) {
	if !typing || e.run != at {
		e.past = append(e.past, edit{draft, at})
	}
	e.future = nil
	e.run = 0
	if typing {
		e.run = at
	}
}

func (e *edits) endRun() { e.run = 0 }

// change writes a setting from its text form.
func (f *Form) change(s model.Setting, text string, typing bool) {
	next := f.draft
	if err := next.Set(s, text); err != nil || next == f.draft {
		return // the controls only make texts that a draft takes
	}
	f.edits.before(f.draft, s, typing)
	f.draft = next
	f.refresh()
}

// Steps is how many steps can be undone.
func (f *Form) Steps() int { return len(f.edits.past) }

// Forget drops what could be redone: something else was changed since.
func (f *Form) Forget() { f.edits.future = nil }

// Undo takes the last change back and moves to its field.
func (f *Form) Undo() { f.step(&f.edits.past, &f.edits.future) }

// Redo makes the last undone change again and moves to its field.
func (f *Form) Redo() { f.step(&f.edits.future, &f.edits.past) }

func (f *Form) step(from, to *[]edit) {
	if len(*from) == 0 {
		return
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, edit{f.draft, last.at})
	f.edits.endRun()
	f.draft = last.draft
	f.refresh()
	if last.at != 0 {
		f.FocusOn(last.at)
	}
}

// Revert puts one field back to what is saved, as a step that can be undone.
func (f *Form) Revert(s model.Setting) {
	f.edits.endRun()
	f.change(s, f.saved.Draft().Text(s), false)
}

// Replace puts another draft in place of this one, as one step.
func (f *Form) Replace(next model.Draft) {
	if next == f.draft {
		return
	}
	f.edits.endRun()
	f.edits.before(f.draft, 0, false)
	f.draft = next
	f.refresh()
}

// CanRevert reports whether a field differs from what is saved.
func (f *Form) CanRevert(s model.Setting) bool { return f.changed(s) }
