package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"referee/ui/text"
	"referee/ui/theme"
)

// frame is what is kept from one drawing to the next: memory to draw in, and
// where the last drawing put what can be clicked.
type frame struct {
	line  theme.Line
	rows  []string
	out   strings.Builder
	hints []hint
	box   Rect // the inside of the dialog on top
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
	rows := a.desk()
	if x, y, ok := a.form.Caret(); ok && a.layout.Form.H > 0 {
		v.Cursor = tea.NewCursor(a.layout.Form.X+x, a.layout.Form.Y+y)
	}
	if d := a.top(); d != nil {
		v.Cursor = a.drawDialog(rows, d)
	}
	v.SetContent(strings.Join(rows, "\n"))
	return v
}

func (a *App) windowTitle() string {
	if n := len(a.form.Changes()); n > 0 {
		return fmt.Sprintf("referee (%d unsaved)", n)
	}
	return "referee"
}

// desk draws the screen without dialogs.
func (a *App) desk() []string {
	f, l := &a.frame, a.layout
	f.rows = append(f.rows[:0], make([]string, a.height)...)
	f.rows[l.Header.Y] = a.header()
	for _, y := range l.Rules {
		f.rows[y] = a.rule(y)
	}
	if l.Mode == Wide {
		a.wideBody()
	} else {
		a.stackedBody()
	}
	f.line.Reset(a.width)
	a.headline(&f.line)
	f.rows[l.Money.Y] = f.line.String()
	f.rows[l.Bar.Y] = a.bar()
	return f.rows
}

// wideBody puts the settings and the simulator side by side.
func (a *App) wideBody() {
	l, th := a.layout, a.theme
	left := a.form.Rows(th, l.Form.W, l.Form.H, a.link())
	hint := a.form.Hint(th, l.Hint.W, l.Hint.H)
	right := a.pane.Rows(th, l.Sim.W, l.Sim.H, !a.form.Active())
	emptyLeft, emptyRight := text.Pad("", l.Divider), text.Pad("", l.Sim.W)
	bar := th.Rule.Render(th.Glyphs.VLine) + " "
	for y := range l.Sim.H {
		side := emptyLeft
		if at := y - (l.Hint.Y - l.Form.Y); at >= 0 && at < len(hint) {
			side = hint[at]
		} else if y < len(left) {
			side = left[y]
		}
		other := emptyRight
		if y < len(right) {
			other = right[y]
		}
		a.frame.rows[l.Sim.Y+y] = side + bar + other
	}
}

// stackedBody puts the settings above the simulator.
func (a *App) stackedBody() {
	l, th := a.layout, a.theme
	if l.Form.H > 0 {
		a.put(l.Form, a.form.Rows(th, l.Form.W, l.Form.H, a.link()))
		a.put(l.Hint, a.form.Hint(th, l.Hint.W, l.Hint.H))
	}
	if l.Sim.H > 0 {
		a.put(l.Sim, a.pane.Rows(th, l.Sim.W, l.Sim.H, !a.form.Active()))
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

func (a *App) header() string {
	l, th := &a.frame.line, a.theme
	l.Reset(a.width)
	l.Space(1)
	l.Put(th.Title, "referee")
	l.Space(2)
	state, style := "saved", th.Muted
	if n := len(a.form.Changes()); n > 0 || a.dirty() {
		state, style = fmt.Sprintf("%s %d unsaved", th.Glyphs.RadioOn, n), th.Changed
	}
	if a.saving {
		state, style = "saving", th.Muted
	}
	revision := fmt.Sprintf("revision %d ", a.current.Number)
	room := l.Left() - text.Width(state) - text.Width(revision) - 4
	if room > 12 {
		l.Put(th.Muted, text.Cut(a.programName(), room, th.Glyphs.Ellipsis))
	}
	l.To(a.width - text.Width(state) - text.Width(revision) - 3)
	l.Put(style, state)
	l.Right(th.Muted, revision)
	return l.String()
}

func (a *App) programName() string {
	if a.catalog.App() == "" {
		return "Referral partner defaults"
	}
	return "Referral partner defaults of " + a.catalog.App()
}

// rule is a line from edge to edge, joined to the one between the panes.
func (a *App) rule(y int) string {
	l, th := &a.frame.line, a.theme
	l.Reset(a.width)
	if a.layout.Divider > 0 {
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

// link is a real partner's link as the draft would make it.
func (a *App) link() string {
	settings, ok := a.form.Settings()
	partners, links := a.catalog.Partners(), a.catalog.Links()
	if !ok || len(partners) == 0 {
		return ""
	}
	code := "home"
	if len(links) > 0 {
		code = links[0].Code
	}
	return strings.TrimPrefix(settings.URL(a.catalog.App(), code, partners[0].Code), "https://")
}

// tiny says what is wrong with the screen, in as much of it as there is.
func (a *App) tiny() string {
	rows := make([]string, max(a.height, 1))
	l := &a.frame.line
	for y, words := range text.Wrap(fmt.Sprintf("referee needs %d × %d cells; here are %d × %d.", minWidth, minHeight, a.width, a.height), max(a.width, 1)) {
		if y < len(rows) {
			l.Reset(a.width)
			l.Put(a.theme.Text, words)
			rows[y] = l.String()
		}
	}
	return strings.Join(rows, "\n")
}

// drawDialog lays the dialog on top over the middle of the desk.
func (a *App) drawDialog(rows []string, d dialog) *tea.Cursor {
	w := min(a.width-4, 84)
	inside := max(1, min(a.height-6, 26))
	inner, caretX, caretY := d.rows(a.theme, w-4, inside)
	boxed := a.theme.Box(d.title(), inner, w)
	x, y := (a.width-w)/2, max(0, (a.height-len(boxed))/3)
	a.frame.box = Rect{x + 2, y + 1, w - 4, len(inner)}
	for i, row := range boxed {
		if y+i < len(rows) {
			rows[y+i] = splice(rows[y+i], row, x, w, a.width)
		}
	}
	if caretY < 0 {
		return nil
	}
	return tea.NewCursor(x+2+caretX, y+1+caretY)
}

// splice puts a piece of w cells over a row, from column x on.
func splice(row, piece string, x, w, width int) string {
	left := ansi.Truncate(row, x, "")
	right := ansi.TruncateLeft(row, x+w, "")
	if missing := x - ansi.StringWidth(left); missing > 0 {
		left += strings.Repeat(" ", missing)
	}
	if extra := width - x - w - ansi.StringWidth(right); extra > 0 {
		right = strings.Repeat(" ", extra) + right
	}
	return left + "\x1b[m" + piece + right
}
