package form

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"referee/model"
	"referee/ui/theme"
)

// Columns of a row: the focus glyph, the label, the mark, the control.
const (
	focusColumn   = 1
	labelColumn   = 3
	markColumn    = 22
	controlColumn = 24
)

// Field is one setting as a huh.Field of one row. It keeps no value: it reads
// and writes the form's draft.
type Field struct {
	form    *Form
	setting model.Setting
	control control
	focused bool
	spans   []span // of the last drawing, for the mouse
}

var _ huh.Field = (*Field)(nil)

// value is the setting's text form in the draft.
func (f *Field) value() string { return f.form.draft.Text(f.setting) }

// press lets the control answer a key, and reports whether it did.
func (f *Field) press(msg tea.KeyPressMsg) bool {
	next, typing, handled := f.control.key(f.value(), msg)
	if handled {
		f.form.change(f.setting, next, typing)
	}
	return handled
}

// draw puts the row into a line and returns the caret's column, or noCaret.
func (f *Field) draw(l *theme.Line, th *theme.Theme) int {
	disabled := f.form.disabled(f.setting) != ""
	glyph, style := th.Glyphs.NoFocus, th.Label
	if f.focused {
		glyph, style = th.Glyphs.Focus, th.Focus
	} else if disabled {
		style = th.Disabled
	}
	l.To(focusColumn)
	l.Put(th.Focus, glyph)
	l.To(labelColumn)
	l.Put(style, f.setting.Name())
	l.To(markColumn)
	f.mark(l, th)
	column := controlColumn
	if specs[f.setting].ticks {
		column-- // the brackets of the current box stand outside
	}
	l.To(column)
	var caret int
	f.spans, caret = f.control.draw(l, look{f.spans, th, f.value(), f.focused, disabled})
	return caret
}

// mark tells in one cell what matters most: a problem, a change, a notice.
func (f *Field) mark(l *theme.Line, th *theme.Theme) {
	notice, fresh := f.form.notice(f.setting)
	switch {
	case len(f.form.problems.On(f.setting)) > 0:
		l.Put(th.Problem, th.Glyphs.Problem)
	case f.form.changed(f.setting):
		l.Put(th.Changed, th.Glyphs.Changed)
	case fresh:
		l.Put(th.Notice, th.Glyphs.Notice)
	case notice != "":
		l.Put(th.Muted, th.Glyphs.Notice)
	}
}

// Init, Update and View make it a huh.Model. The desk draws rows itself, with a
// theme; View is the plain row, for whoever runs the field alone.
func (f *Field) Init() tea.Cmd { return nil }

func (f *Field) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		f.press(msg)
	}
	return f, nil
}

func (f *Field) View() string { return f.setting.Name() }

func (f *Field) Focus() tea.Cmd { f.focused = true; return nil }

func (f *Field) Blur() tea.Cmd { f.focused = false; return nil }

// Error is the field's first problem. It stands beside the field; it never
// keeps anyone in it.
func (f *Field) Error() error {
	if on := f.form.problems.On(f.setting); len(on) > 0 {
		return on[0]
	}
	return nil
}

func (f *Field) Skip() bool { return false }
func (f *Field) Zoom() bool { return false }

// KeyBinds is empty: the program's own table of actions speaks for the form.
func (f *Field) KeyBinds() []key.Binding { return nil }

func (f *Field) WithTheme(huh.Theme) huh.Field            { return f }
func (f *Field) WithKeyMap(*huh.KeyMap) huh.Field         { return f }
func (f *Field) WithWidth(int) huh.Field                  { return f }
func (f *Field) WithHeight(int) huh.Field                 { return f }
func (f *Field) WithPosition(huh.FieldPosition) huh.Field { return f }
func (f *Field) GetKey() string                           { return f.setting.Key() }
func (f *Field) GetValue() any                            { return f.value() }

// Run asks for the one field on the standard streams' terms of RunAccessible.
func (f *Field) Run() error { return huh.NewForm(huh.NewGroup(f)).WithShowHelp(false).Run() }

// RunAccessible asks for the value as plain lines: an empty line keeps it. It
// returns io.ErrUnexpectedEOF if the input ends before an answer.
func (f *Field) RunAccessible(w io.Writer, r io.Reader) error {
	lines, ok := r.(*bufio.Reader)
	if !ok {
		lines = bufio.NewReader(r)
	}
	for {
		fmt.Fprintf(w, "%s\n%s\n%s[%s] ", specs[f.setting].page, specs[f.setting].help, f.choices(), f.value())
		answer, err := lines.ReadString('\n')
		if err != nil && answer == "" {
			return io.ErrUnexpectedEOF
		}
		next := f.form.draft
		if answer = strings.TrimSpace(answer); answer == "" {
			return nil
		}
		if err := next.Set(f.setting, answer); err != nil {
			fmt.Fprintln(w, err)
			continue
		}
		f.form.change(f.setting, answer, false)
		return nil
	}
}

func (f *Field) choices() string {
	var values []string
	for _, o := range specs[f.setting].options {
		values = append(values, o.value)
	}
	if values == nil {
		return ""
	}
	return strings.Join(values, " / ") + " "
}
