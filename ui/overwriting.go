package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"referee/ui/menu"
)

// askAgain says what went wrong with a path, and goes back to it: what was typed is not
// to be typed once more.
func (a *App) askAgain(title, told string, again func() tea.Cmd) tea.Cmd {
	m := menu.New(title, []menu.Item{
		{Title: "Change the path", Detail: "what was typed stands there still"},
		{Title: "Leave it", Detail: "nothing else happens"},
	}, 0)
	m.Intro = told
	return a.open(&menuDialog{menu: m, choose: func(_ *App, chosen int) tea.Cmd {
		if chosen == 0 {
			return again()
		}
		return nil
	}})
}

// askOverwrite asks what to do about a file that is there already. Unless a person says
// so it stays as it is.
func (a *App) askOverwrite(path string, another, overwrite func() tea.Cmd) tea.Cmd {
	m := menu.New("There is a file of that name", []menu.Item{
		{Title: "Choose another name", Detail: "the file stays as it is"},
		{Title: "Overwrite it", Detail: "what is in it is gone"},
	}, 0)
	m.Intro = fmt.Sprintf("%q exists already.", path)
	return a.open(&menuDialog{menu: m, choose: func(_ *App, chosen int) tea.Cmd {
		if chosen == 0 {
			return another()
		}
		return overwrite()
	}})
}
