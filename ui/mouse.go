package ui

import (
	tea "charm.land/bubbletea/v2"
)

// click focuses what is under the mouse, and does it if it is something to do.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || a.layout.Mode == Tiny {
		return nil
	}
	a.message = message{}
	l := a.layout
	switch d := a.top(); {
	case l.Bar.Contains(msg.X, msg.Y):
		for _, h := range a.frame.hints {
			if msg.X >= h.from && msg.X < h.to {
				return h.do(a)
			}
		}
	case d != nil:
		if box := a.frame.box; box.Contains(msg.X, msg.Y) {
			return d.click(a, msg.X-box.X, msg.Y-box.Y)
		}
	case a.screen == past:
		a.history.Click(msg.Y - l.Body.Y)
	case l.Form.Contains(msg.X, msg.Y) && a.screen == cases:
		a.work.Editor.SetActive(true)
		a.work.Editor.Click(msg.X-l.Form.X, msg.Y-l.Form.Y)
		a.worked()
	case a.screen == stock:
		defer a.ifCatalogChanged(a.catalog.Version())
		a.catalog.Click(msg.X-l.Body.X, msg.Y-l.Body.Y)
	case a.screen == logScreen:
		a.logs.pane.Click(msg.Y - l.Body.Y)
	case l.Form.Contains(msg.X, msg.Y):
		if a.form.Click(msg.X-l.Form.X, msg.Y-l.Form.Y) {
			return a.edited()
		}
	case l.Sim.Contains(msg.X, msg.Y):
		a.pane.Click(msg.Y - l.Sim.Y)
		return a.focusPane()
	}
	return nil
}

// wheel scrolls what is under the mouse.
func (a *App) wheel(msg tea.MouseWheelMsg) {
	by := 1
	if msg.Button == tea.MouseWheelUp {
		by = -1
	}
	switch d := a.top(); {
	case a.layout.Mode == Tiny: // as in click
	case d != nil:
		d.wheel(by)
	case a.screen == past:
		a.history.Move(by)
	case a.screen == logScreen:
		a.logs.pane.Move(by)
	case a.screen == stock:
		a.catalog.Wheel(msg.X-a.layout.Body.X, msg.Y-a.layout.Body.Y, by)
	case a.layout.Sim.Contains(msg.X, msg.Y):
		a.pane.Scroll(by)
	case a.screen == cases && a.layout.Form.Contains(msg.X, msg.Y):
		a.work.Editor.Wheel(by)
		a.worked()
	}
}

// switchMouse gives the mouse to the terminal, or takes it back.
func (a *App) switchMouse() tea.Cmd {
	a.noMouse = !a.noMouse
	if a.noMouse {
		a.say(gainStyle, "The mouse is the terminal's: select text with it. The palette takes it back.")
	} else {
		a.say(gainStyle, "The mouse works here again.")
	}
	return nil
}

// copyWidth is how wide a copied explanation is wrapped, for mail and tickets.
const copyWidth = 78

const copied = "Copied. If your terminal does not let programs copy, select the text with the mouse released."

func (a *App) copyResult() tea.Cmd {
	a.say(gainStyle, copied)
	return tea.SetClipboard(a.pane.Text(copyWidth))
}
