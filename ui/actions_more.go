package ui

import tea "charm.land/bubbletea/v2"

// choosing turns the simulator to another example, wherever what comes of one is shown.
func choosing() []action {
	return []action{
		{
			keys: []string{"ctrl+o"}, label: "examples", bar: 35, reach: desktop,
			help:   "Choose another example for the simulator",
			whyNot: possible, do: (*App).openScenarios,
		},
		{
			keys: []string{"ctrl+pgdown"}, label: "next example", reach: desktop,
			help:   "Show the next example (simulator: right)",
			whyNot: possible, do: func(a *App) tea.Cmd { return a.showScenario(a.pane.At() + 1) },
		},
		{
			keys: []string{"ctrl+pgup"}, label: "example before", reach: desktop,
			help:   "Show the example before (simulator: left)",
			whyNot: possible, do: func(a *App) tea.Cmd { return a.showScenario(a.pane.At() - 1) },
		},
	}
}

func simulating() []action {
	return []action{
		{
			keys: []string{"pgdown"}, label: "next sale", bar: 50, reach: desktop,
			help:   "Explain the next sale (simulator: down)",
			whyNot: possible, do: func(a *App) tea.Cmd { a.pane.Step(+1); return nil },
		},
		{
			keys: []string{"pgup"}, label: "sale before", reach: desktop,
			help:   "Explain the sale before (simulator: up)",
			whyNot: possible, do: func(a *App) tea.Cmd { a.pane.Step(-1); return nil },
		},
		{
			keys: []string{"y"}, label: "copy", bar: 55, reach: desktop,
			help:   "Copy the explanation of the sale as text",
			whyNot: notTyping, do: (*App).copyResult,
		},
		{
			keys: []string{"ctrl+t"}, label: "take settings", bar: 58, reach: desktop,
			help:   "Take the example's own settings as the draft",
			whyNot: possible,
			do:     func(a *App) tea.Cmd { a.form.Replace(a.pane.Scenario().Settings.Draft()); return a.edited() },
		},
	}
}

func scrolling() []action {
	return []action{
		{
			keys: []string{"shift+down"}, label: "scroll", reach: desktop,
			help:   "Scroll the explanation down",
			whyNot: whyNotScroll, do: func(a *App) tea.Cmd { a.pane.Scroll(+1); return nil },
		},
		{
			keys: []string{"shift+up"}, label: "scroll back", reach: desktop,
			help:   "Scroll the explanation up",
			whyNot: whyNotScroll, do: func(a *App) tea.Cmd { a.pane.Scroll(-1); return nil },
		},
	}
}

// whyNotScroll is why there is no explanation to scroll, or "".
func whyNotScroll(a *App) string {
	return unless(a.screen != stock || a.catalog.ShowsBelow(), "there is no room for the explanation here; f3 shows it")
}

// visiting goes from screen to screen.
func visiting() []action {
	return []action{
		{
			keys: []string{"f2"}, label: "settings", bar: 40, reach: desktop,
			help: "Go to the settings",
			whyNot: func(a *App) string {
				return unless(a.screen != desk || !a.form.Active(), "you are in the settings already")
			},
			do: func(a *App) tea.Cmd { return a.focusForm() },
		},
		{
			keys: []string{"f3"}, label: "simulator", bar: 45, reach: desktop,
			help: "Go to the simulator",
			whyNot: func(a *App) string {
				return unless(!a.besides(), "you are in the simulator already")
			},
			do: func(a *App) tea.Cmd { return a.focusPane() },
		},
		{
			keys: []string{"f4"}, label: "history", bar: 47, reach: desktop,
			help:   "See every revision, and what it changed",
			whyNot: func(a *App) string { return unless(a.screen != past, "you are in the history already") },
			do:     (*App).openHistory,
		},
		{
			keys: []string{"f5"}, label: "catalog", bar: 48, reach: desktop,
			help:   "See and change partners, programs, products and links",
			whyNot: func(a *App) string { return unless(a.screen != stock, "you are in the catalog already") },
			do:     (*App).openCatalog,
		},
		{
			keys: []string{"f6"}, label: "logs", bar: 51, reach: desktop,
			help:   "See what the draft changes over a large log",
			whyNot: func(a *App) string { return unless(a.screen != logScreen, "you are at the logs already") },
			do:     (*App).openLogs,
		},
	}
}

func program() []action {
	return []action{
		{
			keys: []string{"ctrl+p"}, label: "everything", bar: 12, reach: desktop,
			help:   "Find every action and setting by its name",
			whyNot: possible, do: (*App).openPalette,
		},
		{
			keys: []string{"?", "f1"}, label: "help", bar: 11, reach: desktop,
			help:   "Show the keys; type to search them",
			whyNot: possible, do: (*App).openHelp,
		},
		{
			label:  "mouse",
			help:   "Give the mouse to the terminal, or take it back",
			whyNot: possible, do: (*App).switchMouse,
		},
		{
			keys: []string{"esc"}, label: "close", bar: 16, reach: desktop,
			help: "Close what is open on top",
			whyNot: func(a *App) string {
				return unless(a.screen != desk || !a.form.Active() || a.pane.Dragging(), "nothing is open")
			},
			do: (*App).back,
		},
		{
			keys: []string{"ctrl+q", "ctrl+c"}, label: "quit", bar: 49, reach: always,
			help:   "Leave; with unsaved changes it asks first",
			whyNot: possible, do: (*App).quit,
		},
	}
}
