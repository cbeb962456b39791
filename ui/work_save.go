package ui

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"referee/db"
	"referee/ui/files"
	"referee/ui/menu"
	"referee/ui/works"
)

// whyNotKeep is why the case on the screen cannot be kept as it is, or "".
func whyNotKeep(a *App) string {
	if a.screen != cases {
		return "no case is being edited"
	}
	return a.work.WhyNotKeep()
}

// askKeep asks where to keep the case.
func (a *App) askKeep() tea.Cmd {
	w := a.work
	m := menu.New("Keep this case", []menu.Item{
		{Title: "In the database", Detail: fmt.Sprintf("as %q, among the examples and %s", a.works.NameOf(w), pinState(a.works.Pins(w)))},
		{Title: "In a file", Detail: "a scenario file, to run, check or send"},
	}, 0)
	return a.open(&menuDialog{menu: m, choose: func(a *App, chosen int) tea.Cmd {
		if chosen == 1 {
			return a.askFile(w, "")
		}
		return a.keepCase(w)
	}})
}

// pinState is what is said of a case that is pinned, or is not.
func pinState(pinned bool) string {
	if pinned {
		return "pinned"
	}
	return "not pinned"
}

// caseSavedMsg is what keeping a case came to, in the database or in a file.
type caseSavedMsg struct {
	works.Copy
	err error
}

// keepCase keeps the case in the database.
func (a *App) keepCase(w *works.Work) tea.Cmd {
	c, err := a.works.ToDatabase(w)
	if err != nil {
		return a.tell("Not kept", sentences(err))
	}
	keep := a.store.AddCase
	if c.Again {
		keep = a.store.KeepCase
	}
	return func() tea.Msg { return caseSavedMsg{c, keep(c.Case())} }
}

// askFile asks for the path of a scenario file to write; there may be one that was
// tried already.
func (a *App) askFile(w *works.Work, tried string) tea.Cmd {
	path := cmp.Or(tried, w.File(), fileName(w.Title()))
	return a.openPath("Write the case to a file", "The path of a scenario file. What is there is not overwritten without asking.", path,
		func(a *App, path string) tea.Cmd { return a.writeCase(w, path, files.New) })
}

func (a *App) writeCase(w *works.Work, path string, write func(path, content string) error) tea.Cmd {
	c, err := a.works.ToFile(w, path)
	if err != nil {
		return a.tell("Not written", sentences(err))
	}
	return func() tea.Msg { return caseSavedMsg{c, write(path, string(c.Text))} }
}

func (msg caseSavedMsg) arrive(a *App) tea.Cmd {
	w := msg.Work
	a.works.Wrote(msg.Copy)
	if taken, is := errors.AsType[*db.TakenError](msg.err); is && !a.works.Dropped(w) {
		a.works.Taken(taken.Name)
		return a.keepCase(w)
	}
	if exists, is := errors.AsType[*files.ExistsError](msg.err); is {
		return a.askOverwrite(exists.Path,
			func() tea.Cmd { return a.askFile(w, exists.Path) },
			func() tea.Cmd { return a.writeCase(w, exists.Path, files.Overwrite) })
	}
	switch {
	case msg.err != nil && msg.File != "":
		return a.askAgain("Not written", sentences(msg.err)+" The case stays as it is on the screen.",
			func() tea.Cmd { return a.askFile(w, msg.File) })
	case msg.err != nil:
		return a.tell("Not kept", sentences(msg.err)+" The case stays as it is on the screen.")
	case a.works.Dropped(w): // while it was being written
	case msg.File != "":
		a.caseWritten(msg.Copy)
	default:
		a.caseKept(msg.Copy)
	}
	return nil
}

func (a *App) caseKept(c works.Copy) {
	text := fmt.Sprintf("Kept as %q. It stands among the examples, not pinned: what changes in it does not count.", c.Name)
	if a.works.Kept(c) {
		text = fmt.Sprintf("Kept as %q: it stands among the examples, and what a save changes is reckoned on it.", c.Name)
	}
	a.say(gainStyle, text)
}

func (a *App) caseWritten(c works.Copy) {
	a.works.Written(c)
	text := fmt.Sprintf("Written to %q.", c.File)
	if w := c.Work; w.Name() != "" && w.Changed() {
		text = fmt.Sprintf("Written; %q in the database stays as it was. The file is %q.", w.Name(), c.File)
	}
	a.say(gainStyle, text)
}

// fileName is a name for the file of a case, made of its title.
func fileName(title string) string {
	var name strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			name.WriteRune(r)
		case name.Len() > 0 && !strings.HasSuffix(name.String(), "-"):
			name.WriteByte('-')
		}
	}
	stem := strings.Trim(name.String(), "-")
	if stem == "" {
		stem = "case"
	}
	return stem[:min(len(stem), 60)] + caseEnding
}

// caseEnding is what scenario files end in.
const caseEnding = ".toml"
