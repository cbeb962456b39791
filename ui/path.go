package ui

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"referee/model"
	"referee/ui/files"
	"referee/ui/input"
	"referee/ui/text"
	"referee/ui/theme"
)

// pathDialog asks for the path of a file, and completes it from what is on the disk.
type pathDialog struct {
	head, intro string
	input       input.Input
	found       []string // what the path could go on to
	of          string   // the text they were looked for
	answered    func(*App, string) tea.Cmd
}

// pathsMsg is what was found on the disk for a path that was being typed.
type pathsMsg struct {
	dialog *pathDialog
	typed  string
	paths  []string
}

func (a *App) openPath(head, intro, path string, answered func(*App, string) tea.Cmd) tea.Cmd {
	d := &pathDialog{head: head, intro: intro, input: input.Input{Limit: model.MaxText * 2}, answered: answered}
	d.input.Set(path)
	a.open(d)
	return d.look()
}

// look looks for what the path could go on to. Only the command touches the disk.
func (d *pathDialog) look() tea.Cmd {
	typed := d.input.Value()
	return func() tea.Msg { return pathsMsg{d, typed, files.Complete(typed, caseEnding)} }
}

func (msg pathsMsg) arrive(a *App) tea.Cmd {
	if msg.typed == msg.dialog.input.Value() {
		msg.dialog.found, msg.dialog.of = msg.paths, msg.typed
	}
	return nil
}

func (d *pathDialog) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		a.closeTop()
		return nil
	case "enter":
		if path := strings.TrimSpace(d.input.Value()); path != "" {
			a.closeTop()
			return d.answered(a, files.Home(path))
		}
		return nil
	case "tab":
		return d.complete()
	case "right":
		if d.ghost() != "" {
			return d.complete()
		}
	}
	if changed, _ := d.input.Key(msg); changed {
		return d.look()
	}
	return nil
}

// complete goes on as far as all that was found agrees.
func (d *pathDialog) complete() tea.Cmd {
	if common := d.common(); common != "" {
		d.input.Set(d.input.Value() + common)
		return d.look()
	}
	return nil
}

// common is what all that was found has behind what was typed.
func (d *pathDialog) common() string {
	typed := d.input.Value()
	if len(d.found) == 0 || d.of != typed {
		return ""
	}
	common := strings.TrimPrefix(d.found[0], typed)
	for _, path := range d.found[1:] {
		rest := strings.TrimPrefix(path, typed)
		for !strings.HasPrefix(rest, common) {
			_, size := utf8.DecodeLastRuneInString(common)
			common = common[:len(common)-size]
		}
	}
	return common
}

func (d *pathDialog) ghost() string { return d.input.Ghost(d.input.Value() + d.common()) }

func (d *pathDialog) paste(s string) { d.input.Insert(s) }

func (d *pathDialog) click(a *App, _, _ int) tea.Cmd { return nil }
func (d *pathDialog) wheel(int)                      {}
func (d *pathDialog) title() string                  { return d.head }

func (d *pathDialog) hints() []hint {
	return []hint{pressing(d, tea.KeyEnter, "go on"), pressing(d, tea.KeyTab, "complete"), pressing(d, tea.KeyEscape, "back")}
}

// maxFound is how many of the paths that were found are shown.
const maxFound = 8

func (d *pathDialog) rows(th *theme.Theme, width, height int) (rows []string, caretX, caretY int) {
	var l theme.Line
	for _, part := range text.Wrap(d.intro, width) {
		l.Reset(width)
		l.Put(th.Hint, part)
		rows = append(rows, l.String())
	}
	rows = rows[max(0, len(rows)-max(0, height-1)):]
	l.Reset(width)
	l.Put(th.Accent, "path ")
	from := l.Col()
	ghost := d.ghost()
	visible, caret := d.input.View(max(1, width-from))
	l.Put(th.Text, visible)
	l.Put(th.Muted, ghost)
	caretX, caretY = from+caret, len(rows)
	rows = append(rows, l.String())
	for i := 0; i < maxFound && len(rows) < height; i++ {
		l.Reset(width)
		if i < len(d.found) && d.of == d.input.Value() {
			l.To(from)
			l.Put(th.Muted, text.Cut(d.found[i], l.Left(), th.Glyphs.Ellipsis))
		}
		rows = append(rows, l.String())
	}
	return rows, caretX, caretY
}
