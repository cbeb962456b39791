package form

import "referee/model"

func (f *Form) focused() *Field { return f.huh.GetFocusedField().(*Field) }

// Focused is the setting whose field has the focus, or had it last.
func (f *Form) Focused() model.Setting { return f.focused().setting }

// Active reports whether the form has the focus.
func (f *Form) Active() bool { return f.active }

// SetActive gives the form the focus, or takes it away.
func (f *Form) SetActive(active bool) {
	f.edits.endRun()
	f.active = active
	if active {
		f.focused().Focus()
	} else {
		f.focused().Blur()
	}
}

// Next moves to the next field and reports whether there was one. The message
// that huh would send itself to get there is called directly, so the next key
// of a fast typist finds the new field.
func (f *Form) Next() bool {
	if f.Focused() == model.AllSettings[len(f.fields)-1] {
		return false
	}
	f.edits.endRun()
	f.huh.NextField()
	return true
}

// Prev moves to the field before and reports whether there was one.
func (f *Form) Prev() bool {
	if f.Focused() == model.AllSettings[0] {
		return false
	}
	f.edits.endRun()
	f.huh.PrevField()
	return true
}

// FocusOn moves to a setting's field and gives the form the focus.
func (f *Form) FocusOn(s model.Setting) {
	f.SetActive(true)
	for f.Focused() < s && f.Next() {
	}
	for f.Focused() > s && f.Prev() {
	}
}
