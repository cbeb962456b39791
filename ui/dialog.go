package ui

import (
	tea "charm.land/bubbletea/v2"

	"referee/ui/menu"
	"referee/ui/save"
	"referee/ui/theme"
)

// dialog is something open above the desk. It is built when it is opened and
// thrown away when it is closed.
type dialog interface {
	key(a *App, msg tea.KeyPressMsg) tea.Cmd
	paste(s string)
	click(a *App, x, y int) tea.Cmd // from the top left of its inside
	wheel(by int)
	title() string
	hints() []hint // its keys, for the bottom bar
	rows(th *theme.Theme, width, height int) (rows []string, caretX, caretY int)
}

func (a *App) top() dialog {
	if len(a.dialogs) == 0 {
		return nil
	}
	return a.dialogs[len(a.dialogs)-1]
}

func (a *App) open(d dialog) tea.Cmd {
	a.dialogs = append(a.dialogs, d)
	return nil
}

func (a *App) closeTop() { a.dialogs = a.dialogs[:len(a.dialogs)-1] }

// menuDialog is a menu and what choosing an entry does.
type menuDialog struct {
	menu   *menu.Menu
	choose func(*App, int) tea.Cmd
	// dismissed, if it is set, is what putting the menu away does.
	dismissed func(*App) tea.Cmd
}

func (d *menuDialog) key(a *App, msg tea.KeyPressMsg) tea.Cmd { return d.answer(a, d.menu.Key(msg)) }

func (d *menuDialog) click(a *App, _, y int) tea.Cmd { return d.answer(a, d.menu.Click(y)) }

// answer closes the menu before it does what was chosen, so that an entry may
// open the next dialog.
func (d *menuDialog) answer(a *App, answer menu.Answer) tea.Cmd {
	if answer.Closed {
		a.closeTop()
	}
	switch {
	case answer.Chosen >= 0:
	case answer.Closed && d.dismissed != nil:
		return d.dismissed(a)
	default:
		return nil
	}
	return d.choose(a, answer.Chosen)
}

func (d *menuDialog) paste(s string) { d.menu.Paste(s) }
func (d *menuDialog) wheel(by int)   { d.menu.Wheel(by) }
func (d *menuDialog) title() string  { return d.menu.Title }

func (d *menuDialog) hints() []hint {
	return []hint{
		pressing(d, tea.KeyEnter, "choose"), pressing(d, tea.KeyDown, "next"), pressing(d, tea.KeyEscape, "close"),
	}
}

func (d *menuDialog) rows(th *theme.Theme, width, height int) ([]string, int, int) {
	return d.menu.Rows(th, width, height)
}

// saveDialog is the sheet before saving. What a large log says of it comes later
// than the sheet, and is asked for whenever it is drawn.
type saveDialog struct {
	sheet *save.Sheet
	log   func() *save.Log
}

func (d *saveDialog) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	switch d.sheet.Key(msg) {
	case save.Back:
		a.closeTop()
		a.leaving = false
	case save.Write:
		a.closeTop()
		return a.write(d.sheet.Note())
	}
	return nil
}

func (d *saveDialog) paste(s string)                 { d.sheet.Paste(s) }
func (d *saveDialog) click(a *App, _, _ int) tea.Cmd { return nil }
func (d *saveDialog) wheel(by int)                   { d.sheet.Wheel(by) }
func (d *saveDialog) title() string                  { return d.sheet.Title() }

func (d *saveDialog) hints() []hint {
	return []hint{
		pressing(d, tea.KeyEnter, "save"), pressing(d, tea.KeyDown, "scroll"), pressing(d, tea.KeyEscape, "back"),
	}
}

func (d *saveDialog) rows(th *theme.Theme, width, height int) ([]string, int, int) {
	d.sheet.Log = d.log()
	return d.sheet.Rows(th, width, height)
}
