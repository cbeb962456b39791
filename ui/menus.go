package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/model"
	"referee/ui/form"
	"referee/ui/logbook"
	"referee/ui/menu"
)

// entry is a line of the palette or the help, and what it does.
type entry struct {
	item menu.Item
	do   func(*App) tea.Cmd
}

func (a *App) openEntries(title string, entries []entry) tea.Cmd {
	items := make([]menu.Item, len(entries))
	for i, e := range entries {
		items[i] = e.item
	}
	m := menu.New(title, items, 0)
	m.Searchable = true
	return a.open(&menuDialog{menu: m, choose: func(a *App, i int) tea.Cmd { return entries[i].do(a) }})
}

// openHelp lists the actions, keys first in mind.
func (a *App) openHelp() tea.Cmd { return a.openEntries("Help", a.actionEntries()) }

// openPalette lists the actions, and every setting and example by name.
func (a *App) openPalette() tea.Cmd {
	entries := a.actionEntries()
	for _, s := range model.AllSettings {
		entries = append(entries, entry{
			menu.Item{Title: "Go to " + s.Name(), Detail: form.Page(s) + ", now " + s.Words(a.form.Draft().Text(s))},
			func(a *App) tea.Cmd { a.form.FocusOn(s); return a.focusForm() },
		})
	}
	entries = append(entries, a.catalogEntries()...)
	for i := range a.pane.Bench().Len() {
		entries = append(entries, entry{
			menu.Item{Title: "Example " + a.pane.Bench().Entry(i).Title},
			func(a *App) tea.Cmd { return a.showScenario(i) },
		})
	}
	return a.openEntries("Everything", entries)
}

func (a *App) actionEntries() []entry {
	entries := make([]entry, 0, len(a.actions)+32)
	for i := range a.actions {
		act := &a.actions[i]
		if !a.here(act) {
			continue
		}
		entries = append(entries, entry{
			menu.Item{Title: capital(act.label), Detail: act.help, Keys: strings.Join(act.keys, " "), Why: act.whyNot(a)},
			act.do,
		})
	}
	return entries
}

func (a *App) openScenarios() tea.Cmd {
	bench := a.pane.Bench()
	items := make([]menu.Item, bench.Len())
	for i := range items {
		items[i] = menu.Item{Title: bench.Entry(i).Title, Aside: a.inShort(i)}
	}
	m := menu.New("Examples", items, a.pane.At())
	m.Searchable = true
	return a.open(&menuDialog{menu: m, choose: func(a *App, i int) tea.Cmd { return a.showScenario(i) }})
}

// inShort says what the draft changes in an example, and whether it is pinned.
func (a *App) inShort(i int) string {
	bench := a.pane.Bench()
	effect, ok := bench.Effect(i)
	words := count(effect.Orders, "sale ", "sales")
	if ok && effect.Changed > 0 {
		words = logbook.Changes(effect.Changed, effect.Orders)
	}
	if effect.Unfit != "" {
		words += ", cannot be run under the draft"
	}
	pin := "      " // so that the counts stand below one another
	if bench.Entry(i).Pinned {
		pin = "pinned"
	}
	return words + "  " + pin
}

// tell opens a message that stays until it is put away.
func (a *App) tell(title, text string) tea.Cmd {
	a.message = message{} // of what was tried: this is what became of it
	m := menu.New(title, []menu.Item{{Title: "Go on"}}, 0)
	m.Intro = text
	return a.open(&menuDialog{menu: m, choose: func(*App, int) tea.Cmd { return nil }})
}

// capital begins a label the way an entry of a list does.
func capital(label string) string { return strings.ToUpper(label[:1]) + label[1:] }

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
