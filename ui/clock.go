package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// dragging is how the moment of a sale is moved.
func dragging() []action {
	return []action{
		{
			keys: []string{"t"}, label: "clock", bar: 53, reach: desktop,
			help:   "Move the sale in time with left and right: an hour, with shift a day, with ctrl a minute",
			whyNot: notTyping, do: (*App).startClock,
		},
		{
			keys: []string{"]", "["}, label: "next moment", bar: 9, reach: desktop,
			help: "Jump to where something else may come of the sale: a click, an expiry, cleared cookies",
			whyNot: func(a *App) string {
				return unless(a.pane.Dragging(), "t begins to move the sale")
			},
			do: func(a *App) tea.Cmd { a.jump(+1); return nil },
		},
	}
}

// startClock begins to move the selected sale in time, or ends it.
func (a *App) startClock() tea.Cmd {
	if a.pane.Dragging() {
		a.pane.EndDrag()
		return nil
	}
	a.focusPane()
	if !a.pane.Drag() {
		a.say(noticeStyle, "there is no sale to move in time")
	}
	return nil
}

// clockKey is what a key means while a sale is moved in time.
func (a *App) clockKey(key string) bool {
	switch key {
	case "left", "right", "shift+left", "shift+right", "ctrl+left", "ctrl+right":
		a.pane.DragBy(spanOf(key))
	case "]":
		a.jump(+1)
	case "[":
		a.jump(-1)
	case "home", "0":
		a.pane.DragHome()
	default:
		return false
	}
	return true
}

// spanOf is how far an arrow moves a sale.
func spanOf(key string) time.Duration {
	return map[string]time.Duration{
		"right": time.Hour, "shift+right": 24 * time.Hour, "ctrl+right": time.Minute,
		"left": -time.Hour, "shift+left": -24 * time.Hour, "ctrl+left": -time.Minute,
	}[key]
}

func (a *App) jump(by int) {
	if !a.pane.DragToNext(by) {
		a.say(noticeStyle, "nothing that bears on the sale happens there")
	}
}
