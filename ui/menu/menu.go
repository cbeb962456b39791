package menu

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/ui/input"
)

// Item is an entry of a menu.
type Item struct {
	Title  string
	Detail string // a few words on what it does
	Aside  string // what stands at the right edge, in the place of details and keys
	Keys   string // the keys that do it without the menu
	Why    string // why it cannot be chosen at present, or ""
}

// Menu is an open list. The zero Menu is empty.
type Menu struct {
	Title      string
	Searchable bool
	Letters    bool   // an entry's key, a letter, chooses it; not with Searchable
	Intro      string // a sentence above the entries

	items  []Item
	search input.Input
	shown  []int // the items that match, by index
	at     int   // the selected one of them
	first  int   // the first one in view
	page   int   // how many were in view
	top    int   // the row of the first entry in the last drawing
	detail int   // the column where details stand
}

// maxSearch bounds what is searched for, in characters.
const maxSearch = 100

// New is a menu of items with one of them selected.
func New(title string, items []Item, selected int) *Menu {
	m := &Menu{Title: title, items: items, page: 1, detail: detailColumn(items), search: input.Input{Limit: maxSearch}}
	m.match()
	m.at = max(0, min(selected, len(items)-1))
	return m
}

// Answer is what a key or a click came to.
type Answer struct {
	Chosen int // the item's index, or -1
	Closed bool
}

var nothing = Answer{Chosen: -1}

// Key answers a key. A disabled item is not chosen; its reason is in view.
func (m *Menu) Key(msg tea.KeyPressMsg) Answer {
	switch msg.String() {
	case "esc":
		return Answer{-1, true}
	case "enter":
		return m.choose()
	case "up", "shift+tab":
		m.move(-1)
	case "down", "tab":
		m.move(+1)
	case "pgup":
		m.move(-m.page)
	case "pgdown":
		m.move(+m.page)
	default:
		return m.typed(msg)
	}
	return nothing
}

func (m *Menu) typed(msg tea.KeyPressMsg) Answer {
	if !m.Searchable {
		return m.pressed(msg.String())
	}
	if changed, _ := m.search.Key(msg); changed {
		m.match()
	}
	return nothing
}

// pressed answers a key of a menu in which nothing is typed.
func (m *Menu) pressed(key string) Answer {
	at := slices.IndexFunc(m.items, func(i Item) bool { return m.Letters && i.Keys == key })
	switch {
	case at >= 0:
		m.at = at // nothing is searched for, so all items are shown
		return m.choose()
	case key == "space":
		m.move(+1)
	}
	return nothing
}

// Paste adds pasted text to the search.
func (m *Menu) Paste(s string) {
	if m.Searchable && m.search.Insert(s) {
		m.match()
	}
}

func (m *Menu) choose() Answer {
	if len(m.shown) == 0 || m.items[m.shown[m.at]].Why != "" {
		return nothing
	}
	return Answer{m.shown[m.at], true}
}

func (m *Menu) move(by int) { m.at = max(0, min(m.at+by, len(m.shown)-1)) }

// match lists the items that hold every word of the search. Those whose title
// begins with it come first, then those that hold it in the title.
func (m *Menu) match() {
	m.shown, m.at, m.first = m.shown[:0], 0, 0
	search := strings.ToLower(strings.TrimSpace(m.search.Value()))
	words := strings.Fields(search)
	for i, item := range m.items {
		if holds(item, words) {
			m.shown = append(m.shown, i)
		}
	}
	slices.SortStableFunc(m.shown, func(a, b int) int {
		return cmp.Compare(distance(m.items[a], search), distance(m.items[b], search))
	})
}

// distance is how far an item is from what was typed: 0 if its title begins
// with it.
func distance(item Item, search string) int {
	title := strings.ToLower(item.Title)
	switch {
	case strings.HasPrefix(title, search):
		return 0
	case strings.Contains(title, search):
		return 1
	}
	return 2
}

func holds(item Item, words []string) bool {
	all := strings.ToLower(item.Title + " " + item.Detail + " " + item.Aside + " " + item.Keys)
	for _, w := range words {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

// Click answers a click on a row of the last drawing: the first selects an
// item, a second one chooses it.
func (m *Menu) Click(y int) Answer {
	at := m.first + y - m.top
	if y < m.top || at >= len(m.shown) {
		return nothing
	}
	if at == m.at {
		return m.choose()
	}
	m.at = at
	return nothing
}

// Wheel moves the selection.
func (m *Menu) Wheel(by int) { m.move(by) }
