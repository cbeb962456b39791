package ui

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"referee/db"
	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/files"
	"referee/ui/menu"
	"referee/ui/sim"
)

// caseSavedMsg is what keeping a case came to, in the database or in a file.
type caseSavedMsg struct {
	work   *work
	draft  draft.Case // as it was kept
	name   string     // in the database, or ""
	pinned bool       // there
	file   string     // or the path of the file
	err    error
}

// whyNotKeep is why the case on the screen cannot be kept as it is, or "".
func whyNotKeep(a *App) string {
	if a.screen != cases {
		return "no case is being edited"
	}
	if problems := a.work.editor.Problems(); len(problems) > 0 {
		return "the case has a problem: " + problems[0].What
	}
	if a.work.keeping {
		return "it is being kept"
	}
	return ""
}

// askKeep asks where to keep the case.
func (a *App) askKeep() tea.Cmd {
	w := a.work
	name := a.keptName(w)
	m := menu.New("Keep this case", []menu.Item{
		{Title: "In the database", Detail: fmt.Sprintf("as %q, among the examples and %s", name, pinState(a.keepsPin(w, name)))},
		{Title: "In a file", Detail: "a scenario file, to run, check or send"},
	}, 0)
	return a.open(&menuDialog{menu: m, choose: func(a *App, chosen int) tea.Cmd {
		if chosen == 1 {
			return a.askFile(w)
		}
		return a.keepCase(w, name)
	}})
}

// keptName is what a case is kept as: what it is kept as already, or its title, with
// a number if another case is called so.
func (a *App) keptName(w *work) string {
	if w.name != "" {
		return w.name
	}
	title := w.title()
	for n, name := 2, title; ; n, name = n+1, fmt.Sprintf("%s %d", title, n) {
		if at := a.pane.Bench().Find(name); (at < 0 || name == w.entry) && !a.taken[name] {
			return name
		}
	}
}

// pinState is what is said of a case that is pinned, or is not.
func pinState(pinned bool) string {
	if pinned {
		return "pinned"
	}
	return "not pinned"
}

// keepCase keeps the case in the database: in the place of what it was kept as, or
// under a name that nothing has there.
func (a *App) keepCase(w *work, name string) tea.Cmd {
	text, err := a.textOf(w)
	if err != nil {
		return a.tell("Not kept", sentences(err))
	}
	keep, d, pinned := a.store.AddCase, w.editor.Draft(), a.keepsPin(w, name)
	if name == w.name {
		keep = a.store.KeepCase
	}
	w.keeping = true
	return func() tea.Msg {
		err := keep(db.Case{Name: name, Text: text, Pinned: pinned})
		return caseSavedMsg{work: w, draft: d, name: name, pinned: pinned, err: err}
	}
}

// keepsPin reports whether a case is pinned once it is kept: a new one is, and one
// that was kept before stays as it was.
func (a *App) keepsPin(w *work, name string) bool {
	return !a.shelf[name] || a.pane.Bench().Entry(a.pane.Bench().Find(w.entry)).Pinned
}

// textOf is a case that is being edited as a scenario file.
func (a *App) textOf(w *work) ([]byte, error) { return caseText(w.scenario(a.renamed())) }

// caseText is a case as a scenario file, or why that could not be read again.
func caseText(c scenario.Case) ([]byte, error) {
	c.Wants = holding(c.Wants, c)
	var text bytes.Buffer
	if err := scenario.Write(&text, c); err != nil {
		return nil, err
	}
	_, err := scenario.Read(c.Title, text.Bytes())
	return text.Bytes(), err
}

// holding is those expectations that are about sales and partners of the case still.
func holding(wants []scenario.Want, c scenario.Case) (left []scenario.Want) {
	orders := map[string]bool{}
	for _, e := range c.Journal.Events() {
		if o, is := e.(model.Order); is {
			orders[o.ID] = true
		}
	}
	for _, want := range wants {
		if orders[want.Sale] && want.KnownIn(c.Catalog) {
			left = append(left, want)
		}
	}
	return left
}

// caseSaved takes in what keeping a case came to.
func (a *App) caseSaved(msg caseSavedMsg) tea.Cmd {
	w := msg.work
	if msg.file == "" {
		w.keeping = false
	}
	if taken, is := errors.AsType[*db.TakenError](msg.err); is && a.pane.Bench().Find(w.entry) >= 0 {
		a.taken[taken.Name] = true
		return a.keepCase(w, a.keptName(w))
	}
	if exists, is := errors.AsType[*files.ExistsError](msg.err); is {
		return a.askOverwrite(exists.Path,
			func() tea.Cmd { return a.askFile(w) },
			func() tea.Cmd { return a.writeCase(w, exists.Path, files.Overwrite) })
	}
	if msg.err != nil {
		return a.tell("Not kept", sentences(msg.err)+" The case stays as it is on the screen.")
	}
	if a.pane.Bench().Find(w.entry) < 0 {
		return nil // dropped while it was being written
	}
	if msg.file != "" {
		a.caseWritten(w, msg)
		return nil
	}
	w.begun = msg.draft
	a.worksMoved++
	a.rename(w, msg.name, msg.pinned)
	w.name, a.shelf[msg.name] = msg.name, true
	a.rerun(w)
	text := fmt.Sprintf("Kept as %q. It stands among the examples, not pinned: what changes in it does not count.", msg.name)
	if a.pane.Bench().Entry(a.pane.Bench().Find(w.entry)).Pinned {
		text = fmt.Sprintf("Kept as %q: it stands among the examples, and what a save changes is reckoned on it.", msg.name)
	}
	a.say(gainStyle, text)
	return nil
}

// caseWritten takes in that a case is in a file. One that lives in the database has a
// copy there; what is kept of it is as it was.
func (a *App) caseWritten(w *work, msg caseSavedMsg) {
	w.file = msg.file
	text := fmt.Sprintf("Written to %q.", msg.file)
	if w.name == "" {
		w.begun = msg.draft
		a.worksMoved++
		a.opened[w.entry] = msg.file
		a.rerun(w)
	} else if w.changed() {
		text = fmt.Sprintf("Written; %q in the database stays as it was. The file is %q.", w.name, msg.file)
	}
	a.say(gainStyle, text)
}

// rename gives the case another name on the bench.
func (a *App) rename(w *work, name string, pinned bool) {
	bench := a.pane.Bench()
	at := bench.Find(w.entry)
	entry := bench.Entry(at)
	entry.Name, entry.Pinned = name, entry.Pinned || pinned
	bench.Replace(at, entry)
	w.entry = name
	a.rerun(w)
}

// askFile asks for the path of a scenario file to write.
func (a *App) askFile(w *work) tea.Cmd {
	path := w.file
	if path == "" {
		path = fileName(w.title())
	}
	return a.openPath("Write the case to a file", "The path of a scenario file. What is there is not overwritten without asking.", path,
		func(a *App, path string) tea.Cmd { return a.writeCase(w, path, files.New) })
}

func (a *App) writeCase(w *work, path string, write func(path, content string) error) tea.Cmd {
	text, err := a.textOf(w)
	if err != nil {
		return a.tell("Not written", sentences(err))
	}
	d := w.editor.Draft()
	return func() tea.Msg {
		return caseSavedMsg{work: w, draft: d, file: path, err: write(path, string(text))}
	}
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

// dropCase takes the case that is shown away, after asking.
func (a *App) dropCase() tea.Cmd {
	bench, at := a.pane.Bench(), a.pane.At()
	entry := bench.Entry(at)
	m := menu.New("Drop this case?", []menu.Item{
		{Title: "Keep it", Detail: "nothing changes"},
		{Title: "Drop it", Detail: "from the database, for good"},
	}, 0)
	if !a.shelf[entry.Name] {
		m = menu.New("Drop this case?", []menu.Item{
			{Title: "Keep it", Detail: "nothing changes"},
			{Title: "Drop it", Detail: "what was typed is gone; a file stays where it is"},
		}, 0)
	}
	m.Intro = fmt.Sprintf("%q", strings.TrimSuffix(entry.Title, notKept))
	return a.open(&menuDialog{menu: m, choose: func(a *App, chosen int) tea.Cmd {
		if chosen == 0 {
			return nil
		}
		return a.dropNow(entry)
	}})
}

// caseDroppedMsg is what dropping a kept case came to.
type caseDroppedMsg struct {
	entry sim.Entry
	err   error
}

func (a *App) dropNow(entry sim.Entry) tea.Cmd {
	if !a.shelf[entry.Name] {
		return a.dropped(caseDroppedMsg{entry: entry})
	}
	store := a.store
	return func() tea.Msg { return caseDroppedMsg{entry, store.DropCase(entry.Name)} }
}

// dropped takes a case off the bench.
func (a *App) dropped(msg caseDroppedMsg) tea.Cmd {
	if msg.err != nil {
		return a.tell("Not dropped", sentences(msg.err))
	}
	if a.screen == cases && a.work.entry == msg.entry.Name {
		a.work, a.screen = nil, desk
	}
	if w := a.workOn(msg.entry.Name); w != nil {
		a.forget(w)
	}
	delete(a.shelf, msg.entry.Name)
	bench := a.pane.Bench()
	at := bench.Find(msg.entry.Name)
	bench.Remove(at)
	a.showScenario(max(0, at-1))
	a.arrange()
	a.say(gainStyle, fmt.Sprintf("%q is gone.", strings.TrimSuffix(msg.entry.Title, notKept)))
	return nil
}

// whyNotDrop is why the case that is shown cannot be dropped, or "".
func whyNotDrop(a *App) string {
	name := a.pane.Bench().Entry(a.pane.At()).Name
	return unless(a.shelf[name] || a.opened[name] != "" || a.workOn(name) != nil, "it came with the program")
}
