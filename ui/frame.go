package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/ui/theme"
)

// frame is what is kept from one drawing to the next: memory to draw in, and
// where the last drawing put what can be clicked.
type frame struct {
	line  theme.Line
	rows  []string
	hints []hint
	box   Rect // the inside of the dialog on top

	beside beside
}

// View draws the whole screen: exactly as many rows as it has, each at most as
// wide as it is.
func (a *App) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.WindowTitle = a.windowTitle()
	if !a.noMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if a.layout.Mode == Tiny {
		v.SetContent(a.tiny())
		return v
	}
	rows := a.screenRows()
	if x, y, ok := a.caret(); ok && a.layout.Form.H > 0 {
		v.Cursor = tea.NewCursor(a.layout.Form.X+x, a.layout.Form.Y+y)
	}
	if x, y, ok := a.catalog.Caret(); ok && a.screen == stock {
		v.Cursor = tea.NewCursor(a.layout.Body.X+x, a.layout.Body.Y+y)
	}
	if d := a.top(); d != nil {
		v.Cursor = a.drawDialog(rows, d)
	}
	v.SetContent(strings.Join(rows, "\n"))
	return v
}

// screenRows draws the screen without dialogs.
func (a *App) screenRows() []string {
	f, l := &a.frame, a.layout
	f.rows = append(f.rows[:0], make([]string, a.height)...)
	f.rows[l.Header.Y] = a.header()
	for _, y := range l.Rules {
		f.rows[y] = a.rule(y)
	}
	switch {
	case a.screen == past:
		copy(f.rows[l.Body.Y:], a.history.Rows(a.theme, l.Body.W, l.Body.H))
	case a.screen == stock:
		copy(f.rows[l.Body.Y:], a.catalog.Rows(a.theme, l.Body.W, l.Body.H, a.simulator))
	case a.screen == logScreen:
		a.logs.pane.Versus = a.versus()
		copy(f.rows[l.Body.Y:], a.logs.pane.Rows(a.theme, l.Body.W, l.Body.H))
	case l.Mode == Wide:
		a.wideBody()
	default:
		a.stackedBody()
	}
	f.line.Reset(a.width)
	a.headline(&f.line)
	f.rows[l.Money.Y] = f.line.String()
	f.rows[l.Bar.Y] = a.bar()
	return f.rows
}

// simulator is the simulator as it stands on another screen: it shows, and has no
// focus.
func (a *App) simulator(width, height int) []string {
	return a.pane.Rows(a.theme, width, height, false)
}

// wideBody puts the settings and the simulator side by side.
func (a *App) wideBody() {
	l, th := a.layout, a.theme
	left := a.leftRows(l.Form.W, l.Form.H)
	// The explanation may take what the settings leave.
	hint := a.hint(l.Hint.W, l.Hint.H+max(0, l.Form.H-len(left)))
	right := a.simRows()
	line := &a.frame.line
	for y := range l.Sim.H {
		line.Reset(a.width)
		if at := y - l.Sim.H + max(l.Hint.H, len(hint)); at >= 0 && at < len(hint) {
			line.Row(hint[at], l.Hint.W)
		} else if y < len(left) {
			line.Row(left[y], l.Form.W)
		}
		line.To(l.Divider)
		line.Put(th.Rule, th.Glyphs.VLine)
		line.Space(1)
		if y < len(right) {
			line.Row(right[y], l.Sim.W)
		}
		a.frame.rows[l.Sim.Y+y] = line.String()
	}
}

// leftRows draws what stands beside the simulator: the settings, or a case.
func (a *App) leftRows(width, height int) []string {
	if a.screen == cases {
		return a.work.Editor.Rows(a.theme, width, height)
	}
	return a.form.Rows(a.theme, width, height, a.link())
}

// caret is where letters go, on the screens that have such a place.
func (a *App) caret() (x, y int, ok bool) {
	switch a.screen {
	case desk:
		return a.form.Caret()
	case cases:
		return a.work.Editor.Caret()
	}
	return 0, 0, false
}

// hint explains what has the focus.
func (a *App) hint(width, height int) []string {
	switch {
	case !a.leftFocused():
	case a.screen == cases:
		return a.work.Editor.Hint(a.theme, width, height)
	default:
		return a.form.Hint(a.theme, width, height)
	}
	return a.pane.Hint(a.theme, width, height)
}

// stackedBody puts the settings above the simulator.
func (a *App) stackedBody() {
	l := a.layout
	if l.Form.H > 0 {
		a.put(l.Form, a.leftRows(l.Form.W, l.Form.H))
		a.put(l.Hint, a.hint(l.Hint.W, l.Hint.H))
	}
	if l.Sim.H > 0 {
		a.put(l.Sim, a.simRows())
	}
}

// put places rows in a rectangle as wide as the screen.
func (a *App) put(r Rect, rows []string) {
	for y := range r.H {
		if y < len(rows) {
			a.frame.rows[r.Y+y] = rows[y]
		}
	}
}

// rule is a line from edge to edge, joined to the one between the panes.
func (a *App) rule(y int) string {
	l, th := &a.frame.line, a.theme
	l.Reset(a.width)
	if (a.screen == desk || a.screen == cases) && a.layout.Divider > 0 {
		tee := th.Glyphs.TeeUp
		if y < a.layout.Form.Y {
			tee = th.Glyphs.TeeDown
		}
		l.Fill(th.Rule, th.Glyphs.HLine, a.layout.Divider)
		l.Put(th.Rule, tee)
	}
	l.Fill(th.Rule, th.Glyphs.HLine, l.Left())
	return l.String()
}

func (a *App) simRows() []string {
	a.pane.Beside = a.pinWord()
	return a.pane.Rows(a.theme, a.layout.Sim.W, a.layout.Sim.H, !a.leftFocused())
}
