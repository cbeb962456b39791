package ui

import (
	tea "charm.land/bubbletea/v2"

	"referee/model"
	"referee/ui/menu"
)

// openCatalog turns to the screen of partners, programs, products and links.
func (a *App) openCatalog() tea.Cmd {
	a.leaveWork()
	a.screen = stock
	a.arrange()
	return nil
}

// catalogKey gives a key to the catalog's screen and reports whether it meant
// something there.
func (a *App) catalogKey(msg tea.KeyPressMsg) bool {
	defer a.ifCatalogChanged(a.catalog.Version())
	return a.catalog.Key(msg)
}

// ifCatalogChanged runs the draft if the catalog is not that version any more.
func (a *App) ifCatalogChanged(version int) {
	if a.catalog.Version() != version {
		a.policyChanged()
	}
}

// maxRowEntries is how many rows of a table the palette offers: with more of them,
// the table's own search is the way.
const maxRowEntries = 200

// catalogEntries lists the tables of the catalog and their rows by name.
func (a *App) catalogEntries() []entry {
	c := a.draftCatalog()
	var entries []entry
	add := func(table, plural string, n int, code, name func(int) string) {
		entries = append(entries, entry{
			menu.Item{Title: "Go to " + plural, Detail: count(n, table, plural)},
			func(a *App) tea.Cmd { a.catalog.Find(table, ""); return a.openCatalog() },
		})
		for i := range min(n, maxRowEntries) {
			entries = append(entries, entry{
				menu.Item{Title: "Go to " + table + " " + code(i), Detail: name(i)},
				func(a *App) tea.Cmd { a.catalog.Find(table, code(i)); return a.openCatalog() },
			})
		}
	}
	none := func(int) string { return "" }
	add(model.PartnerTable, "partners", len(c.Partners()), func(i int) string { return c.Partners()[i].Code }, func(i int) string { return c.Partners()[i].Name })
	add(model.ProgramTable, "programs", len(c.Programs()), func(i int) string { return c.Programs()[i].Name }, none)
	add(model.ProductTable, "products", len(c.Products()), func(i int) string { return c.Products()[i].Code }, none)
	add(model.LinkTable, "links", len(c.Links()), func(i int) string { return c.Links()[i].Code }, func(i int) string { return c.Links()[i].URL })
	return entries
}

// onCatalog is an action that may change the catalog.
func onCatalog(do func(*App)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		defer a.ifCatalogChanged(a.catalog.Version())
		do(a)
		return nil
	}
}

// inTable is a reason that holds while a row is open: its letters are its own.
func inTable(a *App) string {
	return unless(!a.catalog.Open() && !a.catalog.Searching(), "esc goes back to the list first")
}

// stocking is what can be done on the catalog's screen.
func stocking() []action {
	return []action{
		{
			keys: []string{"enter", "tab"}, label: "open", bar: 5, reach: desktop,
			help:   "Open the selected row of the catalog; in it, go on to the next field",
			whyNot: inTable, do: func(a *App) tea.Cmd { a.catalog.OpenRow(); return nil },
		},
		{
			keys: []string{"/"}, label: "search", bar: 6, reach: desktop,
			help:   "Search the table of the catalog while you type",
			whyNot: inTable, do: func(a *App) tea.Cmd { a.catalog.Search(); return nil },
		},
		{
			keys: []string{"a"}, label: "add", bar: 7, reach: desktop,
			help: "Add a partner, program, product or link", whyNot: inTable,
			do: onCatalog(func(a *App) {
				if why := a.catalog.Add(); why != "" {
					a.say(problemStyle, why)
				}
			}),
		},
		{
			keys: []string{"d", "delete"}, label: "delete", bar: 9, reach: desktop,
			help: "Delete the selected row of the catalog, unless something refers to it", whyNot: inTable,
			do: onCatalog((*App).removeRow),
		},
		{
			keys: []string{"space"}, label: "on/off", bar: 8, reach: desktop,
			help: "Switch the selected partner on or off",
			whyNot: func(a *App) string {
				if why := inTable(a); why != "" {
					return why
				}
				return a.catalog.WhyNotSwitch()
			},
			do: onCatalog(func(a *App) { a.catalog.Switch() }),
		},
	}
}

// removeRow takes the selected row out of the draft, and says which examples that
// leaves without it.
func (a *App) removeRow() {
	table, code, _ := a.catalog.Selected()
	said, removed := a.catalog.Remove()
	if !removed {
		a.say(noticeStyle, said)
		return
	}
	bench, n := a.pane.Bench(), 0
	for i := range bench.Len() {
		if bench.Scenario(i).Journal.Names(table, code) {
			n++
		}
	}
	if n > 0 {
		said += "; " + count(n, "example names it and cannot be run without it", "examples name it and cannot be run without it")
	}
	a.say(gainStyle, said)
}

// turning is moving among the tables, and what can be done in a row.
func turning() []action {
	return []action{
		{
			keys: []string{"right"}, label: "next table", bar: 16, reach: desktop,
			help: "Turn to the next table: partners, programs, products, links", whyNot: inTable,
			do: func(a *App) tea.Cmd { a.catalog.ShowTab(a.catalog.Tab() + 1); return nil },
		},
		{
			keys: []string{"left"}, label: "table before", reach: desktop,
			help: "Turn to the table before it", whyNot: inTable,
			do: func(a *App) tea.Cmd { a.catalog.ShowTab(a.catalog.Tab() - 1); return nil },
		},
		{
			keys: []string{"ctrl+n"}, label: "product rates", bar: 18, reach: desktop,
			help:   "Give the selected program rates of its own for a product",
			whyNot: func(a *App) string { return a.catalog.WhyNotRule() }, do: onCatalog(func(a *App) { a.catalog.AddRule() }),
		},
		{
			keys: []string{"ctrl+x"}, label: "drop rates", bar: 13, reach: desktop,
			help:   "Take away the rates for the product that you are in",
			whyNot: func(a *App) string { return a.catalog.WhyNotDropRule() }, do: onCatalog(func(a *App) { a.catalog.DropRule() }),
		},
		{
			keys: []string{"ctrl+r"}, label: "revert field", bar: 30, reach: desktop,
			help:   "Put this field of the catalog back to what is saved",
			whyNot: func(a *App) string { return a.catalog.WhyNotRevert() }, do: onCatalog(func(a *App) { a.catalog.Revert() }),
		},
	}
}
