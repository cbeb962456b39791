package ui

import (
	tea "charm.land/bubbletea/v2"

	"referee/ui/casework"
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
	if by, is := casework.Shifts(key); is {
		a.pane.DragBy(by)
		return true
	}
	switch key {
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

func (a *App) jump(by int) {
	if !a.pane.DragToNext(by) {
		a.say(noticeStyle, "nothing that bears on the sale happens there")
	}
}
