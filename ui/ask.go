package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/model"
	"referee/ui/input"
	"referee/ui/text"
	"referee/ui/theme"
)

// askDialog asks for a line of text.
type askDialog struct {
	head, intro string
	of, does    string // what is asked for, and what enter does with it
	input       input.Input
	answered    func(*App, string) tea.Cmd
}

func newAsk(head, intro string, answered func(*App, string) tea.Cmd) *askDialog {
	return &askDialog{head: head, intro: intro, of: "name", does: "keep", input: input.Input{Limit: model.MaxText}, answered: answered}
}

func (d *askDialog) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		a.closeTop()
	case "enter":
		if answer := strings.TrimSpace(d.input.Value()); answer != "" {
			a.closeTop()
			return d.answered(a, answer)
		}
	default:
		d.input.Key(msg)
	}
	return nil
}

func (d *askDialog) paste(s string)               { d.input.Insert(s) }
func (d *askDialog) click(*App, int, int) tea.Cmd { return nil }
func (d *askDialog) wheel(int)                    {}
func (d *askDialog) title() string                { return d.head }

func (d *askDialog) hints() []hint {
	return []hint{pressing(d, tea.KeyEnter, d.does), pressing(d, tea.KeyEscape, "back")}
}

func (d *askDialog) rows(th *theme.Theme, width, height int) (rows []string, caretX, caretY int) {
	var l theme.Line
	for _, part := range text.Wrap(d.intro, width) {
		l.Reset(width)
		l.Put(th.Hint, part)
		rows = append(rows, l.String())
	}
	l.Reset(width)
	l.Put(th.Accent, d.of+" ")
	from := l.Col()
	visible, caret := d.input.View(max(1, width-from))
	l.Put(th.Text, visible)
	rows = append(rows, l.String())
	rows = rows[max(0, len(rows)-height):]
	return rows, from + caret, len(rows) - 1
}
