package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario"
	"referee/ui/files"
	"referee/ui/menu"
)

// fileOpenedMsg is a scenario file, read from the disk.
type fileOpenedMsg struct {
	path string
	file scenario.File
	err  error
}

// askOpen asks for a scenario file to look at.
func (a *App) askOpen() tea.Cmd { return a.askOpenPath("") }

func (a *App) askOpenPath(path string) tea.Cmd {
	return a.openPath("Open a scenario file", "The path of a scenario file; its case is shown in the simulator.", path, func(_ *App, path string) tea.Cmd {
		return func() tea.Msg {
			data, err := files.Read(path, scenario.MaxFile)
			if err != nil {
				return fileOpenedMsg{path: path, err: err}
			}
			file, err := scenario.Read(path, data)
			return fileOpenedMsg{path, file, err}
		}
	})
}

// arrive puts the case of a file on the bench; of several, the one that is chosen.
func (msg fileOpenedMsg) arrive(a *App) tea.Cmd {
	if msg.err != nil {
		return a.askAgain("The file cannot be used", told(msg.err), func() tea.Cmd { return a.askOpenPath(msg.path) })
	}
	if len(msg.file.Cases) == 1 {
		c := msg.file.Cases[0]
		if c.Title == "" {
			c.Title = filepath.Base(msg.path)
		}
		return a.showOpened(msg.path, c, true)
	}
	items := make([]menu.Item, len(msg.file.Cases))
	for i, c := range msg.file.Cases {
		items[i] = menu.Item{Title: c.Title, Detail: c.Story}
	}
	m := menu.New(fmt.Sprintf("The file has %d cases", len(items)), items, 0)
	m.Searchable = true
	return a.open(&menuDialog{menu: m, choose: func(a *App, i int) tea.Cmd {
		return a.showOpened(msg.path, msg.file.Cases[i], false)
	}})
}

// showOpened shows a case of a file. One that is the whole of its file can be written
// back to it; of several, one is a case for itself from here on.
func (a *App) showOpened(path string, c scenario.Case, whole bool) tea.Cmd {
	at, editing := a.works.Open(path, c, whole)
	if editing != nil {
		a.say(noticeStyle, "That file is being edited already.")
		return a.resume(editing)
	}
	a.showScenario(at)
	a.say(gainStyle, fmt.Sprintf("Opened %q. e edits it.", path))
	return nil
}

// maxTold is how many problems of a file are told.
const maxTold = 4

// told is what is wrong with a file, place by place.
func told(err error) string {
	var problems scenario.Errors
	if !errors.As(err, &problems) {
		return sentences(err)
	}
	var all []string
	for i, p := range problems {
		if i == maxTold {
			all = append(all, fmt.Sprintf("And %d more.", len(problems)-i))
			break
		}
		text := p.Error() + "."
		if p.Hint != "" {
			text += " What to do: " + p.Hint + "."
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}
