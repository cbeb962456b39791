package ui

import (
	tea "charm.land/bubbletea/v2"

	"referee/model"
)

// next moves on through the settings, to the simulator, and round again.
func (a *App) next() tea.Cmd {
	switch {
	case !a.form.Active():
		a.form.FocusOn(model.AllSettings[0])
		return a.focusForm()
	case !a.form.Next():
		return a.focusPane()
	}
	return nil
}

// prev moves back the same way.
func (a *App) prev() tea.Cmd {
	switch {
	case !a.form.Active():
		a.form.FocusOn(model.AllSettings[len(model.AllSettings)-1])
		return a.focusForm()
	case !a.form.Prev():
		return a.focusPane()
	}
	return nil
}

// paneKey is what the arrows mean in the simulator. At its ends ↑ and ↓ go on
// to the settings, as they do among them.
func (a *App) paneKey(key string) bool {
	switch key {
	case "up":
		return a.pane.Step(-1)
	case "down":
		return a.pane.Step(+1)
	case "left":
		a.showScenario(a.pane.At() - 1)
	case "right":
		a.showScenario(a.pane.At() + 1)
	default:
		return false
	}
	return true
}

func (a *App) focusForm() tea.Cmd {
	a.screen = desk
	a.form.SetActive(true)
	a.arrange()
	return nil
}

func (a *App) focusPane() tea.Cmd {
	a.screen = desk
	a.form.SetActive(false)
	a.arrange()
	return nil
}

// changeByMenu changes the focused choice from the palette; the keys themselves
// never come here, because the field answers them first.
func (a *App) changeByMenu() tea.Cmd {
	a.form.Key(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
	return a.edited()
}

// edited takes over a draft that changed otherwise than by a key in a field.
func (a *App) edited() tea.Cmd {
	a.settingsChanged()
	a.arrange()
	return nil
}

func (a *App) showScenario(i int) tea.Cmd {
	a.pane.Show(i)
	a.scenarioChanged()
	return nil
}
