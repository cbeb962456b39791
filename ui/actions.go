package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"referee/model"
)

// action is something a person can do. The one table of them feeds the keys,
// the bottom bar, the help, the palette and the README.
type action struct {
	keys  []string
	label string // in the bar: a word or two
	help  string // in the help and the palette: a sentence
	reach reach
	on    screen // the screen it belongs to, or anyScreen
	bar   int    // rank in the bottom bar, 0 = never there
	// whyNot is why it cannot be done now, or "".
	whyNot func(*App) string
	do     func(*App) tea.Cmd
}

// reach is where an action's keys work.
type reach uint8

const (
	desktop reach = iota + 1 // on the desk, after the focused field
	always                   // everywhere, before everything else
)

// table is every action, in the order of the help.
func table() []action {
	return slices.Concat(on(desk, moving()), on(desk, changing()), on(policy, drafting()), on(policy, carrying()), on(explained, scrolling()), on(example, choosing()), on(simulator, simulating()),
		on(simulator, casing()),
		on(simulator, dragging()),
		on(simulator, answering()),
		on(simulator, previewing()),
		on(simulator, pinning()),
		on(cases, working()), on(cases, finishing()),
		on(past, lookingBack()), on(stock, stocking()), on(stock, turning()), on(logScreen, logging()),
		visiting(), program())
}

// on gives actions to a screen.
func on(s screen, actions []action) []action {
	for i := range actions {
		actions[i].on = s
	}
	return actions
}

// here reports whether an action belongs to the screen that is shown.
func (a *App) here(act *action) bool {
	switch act.on {
	case anyScreen:
		return true
	case simulator:
		return a.screen == desk || a.screen == cases
	case example:
		return a.screen == desk || a.screen == cases || a.screen == stock
	case explained:
		return a.screen == desk || a.screen == stock
	case policy:
		return a.screen != cases
	}
	return act.on == a.screen
}

// actionFor is the action of a key within a reach, or nil.
func (a *App) actionFor(msg tea.KeyPressMsg, within reach) *action {
	key := msg.String()
	for i := range a.actions {
		if act := &a.actions[i]; act.reach == within && a.here(act) && slices.Contains(act.keys, key) {
			return act
		}
	}
	return nil
}

// possible is the reason of what can always be done.
func possible(*App) string { return "" }

func moving() []action {
	return []action{
		{
			keys: []string{"tab", "down", "enter"}, label: "next", bar: 20, reach: desktop,
			help:   "Move to the next setting, then the simulator",
			whyNot: possible, do: (*App).next,
		},
		{
			keys: []string{"shift+tab", "up"}, label: "back", reach: desktop,
			help:   "Move to the setting before",
			whyNot: possible, do: (*App).prev,
		},
	}
}

func changing() []action {
	return []action{
		{
			keys: []string{"space", "left", "right"}, label: "change", bar: 10, reach: desktop,
			help: "Change the setting: one choice on, or back",
			whyNot: func(a *App) string {
				return unless(a.form.Active() && !a.form.Typing(), "the focus is not on a choice")
			},
			do: (*App).changeByMenu,
		},
		{
			keys: []string{"ctrl+r"}, label: "revert", bar: 30, reach: desktop,
			help: "Put this setting back to what is saved",
			whyNot: func(a *App) string {
				return unless(a.form.Active() && a.form.CanRevert(a.form.Focused()), "this setting is as it was saved")
			},
			do: func(a *App) tea.Cmd { a.form.Revert(a.form.Focused()); return a.edited() },
		},
	}
}

// drafting is what can be done with the draft, whichever screen shows it.
func drafting() []action {
	return []action{
		{
			keys: []string{"ctrl+s"}, label: "save", bar: 15, reach: desktop,
			help:   "See every consequence first, then write",
			whyNot: (*App).whyNotSave, do: (*App).openSave,
		},
		{
			keys: []string{"ctrl+z"}, label: "undo", bar: 25, reach: desktop,
			help:   "Undo the last change, of a setting or of the catalog, and go there",
			whyNot: (*App).whyNotUndo, do: (*App).undo,
		},
		{
			keys: []string{"ctrl+y"}, label: "redo", bar: 60, reach: desktop,
			help:   "Redo what was undone last",
			whyNot: (*App).whyNotRedo, do: (*App).redo,
		},
		{
			help:   "Put all settings and the whole catalog back to what is saved",
			label:  "revert all",
			whyNot: func(a *App) string { return unless(a.dirty(), "nothing has changed") },
			do: func(a *App) tea.Cmd {
				a.replace(a.form.Saved().Draft(), model.CatalogEdit{})
				return nil
			},
		},
		{
			label: "keep draft", help: "Keep the draft under a name, for another time",
			whyNot: func(a *App) string { return unless(a.dirty(), "nothing has changed") },
			do:     (*App).askAside,
		},
		{
			label: "drafts", help: "Take, compare or drop a draft that was kept under a name",
			whyNot: possible, do: (*App).openAside,
		},
	}
}

// unless is a reason that holds unless something is so.
func unless(so bool, why string) string {
	if so {
		return ""
	}
	return why
}
