package ui

import (
	"fmt"

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
	if a.pane.Dragging() && a.clockKey(key) {
		return true
	}
	switch key {
	case "up":
		return a.pane.Step(-1)
	case "down":
		return a.pane.Step(+1)
	case "shift+up":
		a.pane.Scroll(-1)
	case "shift+down":
		a.pane.Scroll(+1)
	case "left":
		a.showScenario(a.pane.At() - 1)
	case "right":
		a.showScenario(a.pane.At() + 1)
	default:
		return false
	}
	return true
}

// leftFocused reports whether what stands beside the simulator has the focus: the
// settings, or the events of a case.
func (a *App) leftFocused() bool {
	if a.screen == cases {
		return a.work.Editor.Active()
	}
	return a.form.Active()
}

// besides reports whether the simulator has the focus.
func (a *App) besides() bool { return (a.screen == desk || a.screen == cases) && !a.leftFocused() }

// back closes what is open on top.
func (a *App) back() tea.Cmd {
	if a.pane.Dragging() && a.besides() {
		a.pane.EndDrag()
		return nil
	}
	if a.screen == cases {
		return a.backFromWork()
	}
	if a.giveUpLog() {
		return nil
	}
	return a.focusForm()
}

func (a *App) focusForm() tea.Cmd {
	a.leaveWork()
	a.screen = desk
	a.form.SetActive(true)
	a.arrange()
	return nil
}

// focusPane goes to the simulator. The case that is edited stays beside it.
func (a *App) focusPane() tea.Cmd {
	if a.screen == cases {
		a.work.Editor.SetActive(false)
		a.arrange()
		return nil
	}
	return a.toSimulator()
}

// toSimulator goes to the simulator beside the settings.
func (a *App) toSimulator() tea.Cmd {
	a.leaveWork()
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

// showScenario turns to a case by its place on the bench, round at its ends. Who does
// so while editing another one leaves that.
func (a *App) showScenario(i int) tea.Cmd {
	bench := a.pane.Bench()
	i = (i + bench.Len()) % bench.Len()
	if name := bench.Entry(i).Name; a.screen == cases && name != a.work.Entry() {
		a.toSimulator()
		i = max(0, bench.Find(name))
	}
	a.pane.Show(i)
	a.scenarioChanged()
	if a.screen == stock && !a.catalog.ShowsBelow() {
		a.say(gainStyle, fmt.Sprintf("Example %d of %d: %s", i+1, bench.Len(), bench.Entry(i).Title))
	}
	return nil
}
