package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario/draft"
	"referee/ui/casework"
	"referee/ui/menu"
)

// working is what can be done in the case editor. The arrows are answered by the
// editor itself; from the palette they mean one step on.
func working() []action {
	return []action{
		{
			keys: []string{"down", "up"}, label: "choose", bar: 14, reach: desktop,
			help:   "Choose an event of the case, or one of its fields",
			whyNot: possible, do: pressed(tea.KeyPressMsg{Code: tea.KeyDown}),
		},
		{
			keys: []string{"enter", "tab"}, label: "edit", bar: 11, reach: desktop,
			help:   "Go into the fields of the event; there, tab takes what is offered",
			whyNot: inList, do: inEditor((*casework.Editor).Enter),
		},
		{
			keys: []string{"a"}, label: "add", bar: 10, reach: desktop,
			help:   "Add a click, a web form, a referral, cleared cookies or an order below the event",
			whyNot: inList, do: (*App).askKind,
		},
		{
			keys: []string{"d", "delete"}, label: "delete", bar: 21, reach: desktop,
			help:   "Delete the event; the others stay when they were",
			whyNot: onEvent, do: inEditor((*casework.Editor).Delete),
		},
		{
			keys: []string{"D", "ctrl+d"}, label: "duplicate", bar: 24, reach: desktop,
			help:   "Put the event into the list once more, below itself",
			whyNot: onEvent, do: inEditor((*casework.Editor).Duplicate),
		},
		{
			keys: []string{"right", "left", "shift+right", "shift+left", "ctrl+right", "ctrl+left"}, label: "later", bar: 23, reach: desktop,
			help:   "Move the event an hour later or earlier; with shift a day, with ctrl a minute",
			whyNot: onEvent, do: inEditor(func(e *casework.Editor) { e.Shift(time.Hour) }),
		},
		{
			keys: []string{"shift+down", "shift+up"}, label: "down the list", reach: desktop,
			help: "Move the event in the list: what comes first at one moment",
			whyNot: func(a *App) string {
				if why := onEvent(a); why != "" {
					return why
				}
				return unless(a.work.Editor.CanMove(+1), "there is nothing below it")
			},
			do: inEditor(func(e *casework.Editor) { e.Move(+1) }),
		},
		{
			keys: []string{"ctrl+n"}, label: "next offer", reach: desktop,
			help:   "Fill the field with what it could hold, one after the other",
			whyNot: func(a *App) string { return unless(a.work.Editor.Typing(), "no field is being filled in") },
			do:     pressed(tea.KeyPressMsg{Code: 'n', Mod: tea.ModCtrl}),
		},
	}
}

// finishing is what can be done with the case as a whole.
func finishing() []action {
	return []action{
		{
			keys: []string{"ctrl+s"}, label: "keep", bar: 15, reach: desktop,
			help:   "Keep the case in the database, or in a file",
			whyNot: whyNotKeep, do: (*App).askKeep,
		},
		{
			keys: []string{"ctrl+z"}, label: "undo", bar: 25, reach: desktop,
			help:   "Undo the last change to the case",
			whyNot: func(a *App) string { return unless(a.work.Editor.CanUndo(), "there is nothing to undo") },
			do:     inEditor((*casework.Editor).Undo),
		},
		{
			keys: []string{"ctrl+y"}, label: "redo", bar: 60, reach: desktop,
			help:   "Redo what was undone last in the case",
			whyNot: func(a *App) string { return unless(a.work.Editor.CanRedo(), "there is nothing to redo") },
			do:     inEditor((*casework.Editor).Redo),
		},
	}
}

// casing is how a person comes to the case editor, from wherever the simulator is.
func casing() []action {
	return []action{
		{
			keys: []string{"e"}, label: "edit case", bar: 46, reach: desktop,
			help:   "Edit the case, or a copy of a sample: what happened, and when",
			whyNot: notTyping, do: (*App).editCase,
		},
		{
			keys: []string{"n"}, label: "new case", bar: 48, reach: desktop,
			help:   "Make a new case: a click and an order that answer at once",
			whyNot: notTyping, do: (*App).newCase,
		},
		{
			label: "copy case", help: "Make a copy of the case, and edit that", reach: desktop,
			whyNot: possible, do: (*App).copyCase,
		},
		{
			label: "drop case", help: "Take a case of yours away, also from the database", reach: desktop,
			whyNot: whyNotDrop, do: (*App).dropCase,
		},
		{
			keys: []string{"f"}, label: "open file", bar: 49, reach: desktop,
			help:   "Open a scenario file in the simulator",
			whyNot: notTyping, do: (*App).askOpen,
		},
	}
}

// notTyping is why a letter is no command, or "".
func notTyping(a *App) string { return unless(!a.typing(), "letters go into the text here") }

// typing reports whether letters go into a field.
func (a *App) typing() bool {
	if a.screen == cases {
		return a.work.Editor.Typing()
	}
	return a.screen == desk && a.form.Typing()
}

// inList is why nothing can be done with the list of events, or "".
func inList(a *App) string {
	switch {
	case !a.work.Editor.Active():
		return "the focus is in the simulator; esc goes back to the events"
	case a.work.Editor.Typing():
		return "letters go into the text here; esc goes back to the events"
	}
	return ""
}

// onEvent is why nothing can be done with the selected event, or "".
func onEvent(a *App) string {
	if _, selected := a.work.Editor.Selected(); !selected {
		return "no event is selected"
	}
	return inList(a)
}

// inEditor does something in the editor and takes over what came of it.
func inEditor(do func(*casework.Editor)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		a.work.Editor.SetActive(true)
		do(a.work.Editor)
		a.worked()
		return nil
	}
}

func pressed(key tea.KeyPressMsg) func(*App) tea.Cmd {
	return inEditor(func(e *casework.Editor) { e.Key(key) })
}

// askKind asks what kind of event is to be added: by a letter, or from the list.
func (a *App) askKind() tea.Cmd {
	items := make([]menu.Item, len(draft.Kinds))
	for i, k := range draft.Kinds {
		items[i] = menu.Item{Title: casework.KindName(k), Keys: casework.KindKey(k)}
	}
	m := menu.New("Add an event", items, 0)
	m.Letters = true
	return a.open(&menuDialog{menu: m, choose: func(a *App, i int) tea.Cmd {
		a.work.Editor.Add(draft.Kinds[i])
		a.worked()
		return nil
	}})
}

// backFromWork leaves the fields, then the editor.
func (a *App) backFromWork() tea.Cmd {
	if a.work.Editor.Active() && a.work.Editor.Leave() {
		return nil
	}
	if !a.work.Editor.Active() {
		a.work.Editor.SetActive(true)
		a.arrange()
		return nil
	}
	return a.toSimulator()
}
