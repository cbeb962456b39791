package form

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"referee/model"
)

// Form is the settings page: a draft, what is saved, and the fields between a
// person and the draft.
type Form struct {
	huh    *huh.Form
	fields [len(model.AllSettings)]*Field // in the page's order
	edits  edits

	saved model.Settings
	draft model.Draft

	// What follows from the draft, worked out once for each change.
	settings model.Settings // zero while there are problems
	problems model.Problems
	notices  []model.Notice
	around   model.Surroundings
	fresh    []model.Notice // those that were not true of the saved settings already
	usual    []model.Notice // those that were

	active bool // the form has the focus, not another pane
	shown  shown
}

// New is a form over saved settings, with the draft equal to them.
func New(saved model.Settings, around model.Surroundings) *Form {
	f := &Form{saved: saved, draft: saved.Draft(), around: around, active: true}
	fields := make([]huh.Field, len(f.fields))
	for i, s := range model.AllSettings {
		f.fields[i] = &Field{form: f, setting: s, control: controlFor(s)}
		fields[i] = f.fields[i]
	}
	f.huh = huh.NewForm(huh.NewGroup(fields...).WithShowHelp(false).WithShowErrors(false))
	f.shown.line.Remember()
	f.huh.Init() // its commands ask for a window size, which we know
	f.SetSurroundings(around)
	return f
}

// SetSurroundings changes what notices are drawn from.
func (f *Form) SetSurroundings(around model.Surroundings) {
	around.Saved = f.saved
	if around == f.around {
		return // and so is all that follows
	}
	f.around = around
	f.usual = model.Notices(f.saved, around)
	f.refresh()
}

// SetSaved tells the form what is saved now. The draft stays as it is.
func (f *Form) SetSaved(saved model.Settings) {
	f.saved = saved
	f.SetSurroundings(f.around)
}

// Draft is what is typed and ticked.
func (f *Form) Draft() model.Draft { return f.draft }

// Saved is what the draft is compared with.
func (f *Form) Saved() model.Settings { return f.saved }

// Settings is the draft as settings; ok is false while it has problems.
func (f *Form) Settings() (s model.Settings, ok bool) { return f.settings, len(f.problems) == 0 }

// Problems is what keeps the draft from being saved, in the page's order.
func (f *Form) Problems() model.Problems { return f.problems }

// Notices is what is worth saying about the draft and was not true of the saved
// settings already.
func (f *Form) Notices() []model.Notice { return f.fresh }

// Changes lists the settings that differ from what is saved. A trailing slash
// of the link URL, which saving would trim, is no difference.
func (f *Form) Changes() []model.Change {
	draft := f.draft
	if len(f.problems) == 0 {
		draft = f.settings.Draft()
	}
	return model.Diff(f.saved.Draft(), draft)
}

// refresh works out what follows from the draft.
func (f *Form) refresh() {
	f.settings, f.problems = f.draft.Parse()
	f.notices, f.fresh = nil, nil
	if len(f.problems) == 0 {
		f.notices = model.Notices(f.settings, f.around)
		f.fresh = model.Fresh(f.notices, f.usual)
	}
}

// changed reports whether a setting differs from what is saved, as [Form.Changes]
// sees it.
func (f *Form) changed(s model.Setting) bool {
	draft := f.draft
	if len(f.problems) == 0 {
		draft = f.settings.Draft()
	}
	return draft.Text(s) != f.saved.Draft().Text(s)
}

// notice is the first notice beside a setting, a fresh one before a known one.
func (f *Form) notice(s model.Setting) (text string, fresh bool) {
	for _, n := range f.fresh {
		if n.Setting == s {
			return n.Text, true
		}
	}
	for _, n := range f.notices {
		if n.Setting == s {
			return n.Text, false
		}
	}
	return "", false
}

// disabled is why a setting has no effect at present, or "". Such a field can
// be changed all the same: it keeps its value for when it has one again.
func (f *Form) disabled(s model.Setting) string {
	if s == model.PayIfUnused && f.draft.Levels == 1 {
		return "no effect: needs 2 or more levels"
	}
	return ""
}

// Key gives a key to the focused field and reports whether it meant something there.
func (f *Form) Key(msg tea.KeyPressMsg) bool { return f.focused().press(msg) }

// Paste puts pasted text into the focused field, as one undo step, and reports
// whether the field takes text.
func (f *Form) Paste(pasted string) bool {
	field := f.focused()
	box, ok := field.control.(*textbox)
	if ok {
		f.edits.endRun()
		f.change(field.setting, box.paste(field.value(), pasted), false)
	}
	return ok
}

// Typing reports whether letters go into the focused field.
func (f *Form) Typing() bool {
	_, text := f.focused().control.(*textbox)
	return f.active && text
}
