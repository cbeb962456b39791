package form

import (
	"referee/ui/text"
	"referee/ui/theme"
)

// Hint explains the focused field in at most height rows of exactly width
// cells: what the page calls it and what it does, or what is wrong with it.
// What is worth knowing besides is added as far as it fits whole.
func (f *Form) Hint(th *theme.Theme, width, height int) []string {
	s := f.Focused()
	words, style := specs[s].help, th.Hint
	notice, fresh := f.notice(s)
	on := f.problems.On(s)
	room := height
	if height > 2 {
		room-- // the page's name for it
	}
	switch {
	case len(on) > 0:
		words, style = on[0].What+": "+on[0].Hint+".", th.Problem
	case notice == "":
	case len(text.Wrap(words+" "+notice, max(width-2, 1))) <= room:
		words += " " + notice
	case fresh:
		words, style = notice, th.Notice
	}
	rows := make([]string, 0, height)
	if height > 2 {
		rows = append(rows, f.hintRow(th.Label, specs[s].page, width))
	}
	for _, line := range text.WrapIn(words, max(width-2, 1), height-len(rows), th.Glyphs.Ellipsis) {
		rows = append(rows, f.hintRow(style, line, width))
	}
	return rows
}

func (f *Form) hintRow(style theme.Style, s string, width int) string {
	l := &f.shown.line
	l.Reset(width)
	l.Space(1)
	l.Put(style, s)
	return l.String()
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
