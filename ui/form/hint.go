package form

import (
	"referee/ui/text"
	"referee/ui/theme"
)

// Hint explains the focused field in at most height rows of exactly width
// cells: what the page calls it and what it does, or what is wrong with it.
func (f *Form) Hint(th *theme.Theme, width, height int) []string {
	s := f.Focused()
	words, style := specs[s].help, th.Hint
	if on := f.problems.On(s); len(on) > 0 {
		words, style = on[0].What+": "+on[0].Hint+".", th.Problem
	} else if notice, _ := f.notice(s); notice != "" && height < 4 {
		words, style = notice, th.Notice
	} else if notice != "" {
		words += " " + notice
	}
	l := &f.shown.line
	var rows []string
	if height > 2 {
		l.Reset(width)
		l.Space(1)
		l.Put(th.Label, specs[s].page)
		rows = append(rows, l.String())
	}
	for _, line := range text.Wrap(words, max(width-2, 1)) {
		if len(rows) < height {
			l.Reset(width)
			l.Space(1)
			l.Put(style, line)
			rows = append(rows, l.String())
		}
	}
	return rows
}

// Caret is where the caret of a text field was drawn, from the top left of the
// rows; ok is false if no text field has the focus or it is out of view.
func (f *Form) Caret() (x, y int, ok bool) { return f.shown.caretX, f.shown.caretY, f.shown.hasText }

// Click focuses the field in a row and changes it as the click says. It reports
// whether there was a field.
func (f *Form) Click(x, y int) bool {
	if y < 0 || y >= len(f.shown.fields) || f.shown.fields[y] == nil {
		return false
	}
	field := f.shown.fields[y]
	f.FocusOn(field.setting)
	for _, s := range field.spans {
		if x < s.from || x >= s.to {
			continue
		}
		if box, ok := field.control.(*textbox); ok {
			box.input.Click(x-s.from, s.to-s.from)
			return true
		}
		f.change(field.setting, field.control.pick(field.value(), s.option), false)
	}
	return true
}
