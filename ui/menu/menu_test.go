package menu_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/ui/menu"
	"referee/ui/theme"
	"referee/ui/uitest"
)

func plain() *theme.Theme { return theme.New(theme.None, theme.ASCII()) }

func press(t rapid.TB, m *menu.Menu, names ...string) (last menu.Answer) {
	t.Helper()
	for _, name := range names {
		k, err := uitest.Key(name)
		if err != nil {
			t.Fatal(err)
		}
		last = m.Key(k)
	}
	return last
}

func tasks(searchable bool) *menu.Menu {
	m := menu.New("Tasks", []menu.Item{
		{Title: "Undo", Detail: "take the last change back", Keys: "ctrl+z"},
		{Title: "Redo", Detail: "make it again", Keys: "ctrl+y", Why: "there is nothing to redo"},
		{Title: "Save", Detail: "write it down", Keys: "ctrl+s"},
	}, 2)
	m.Searchable = searchable
	return m
}

func TestMenuKeys(t *testing.T) {
	none := menu.Answer{Chosen: -1}
	tests := []struct {
		keys       string
		searchable bool
		want       menu.Answer
	}{
		{"enter", false, menu.Answer{Chosen: 2, Closed: true}},
		{"up up enter", false, menu.Answer{Chosen: 0, Closed: true}},
		{"up up up enter", false, menu.Answer{Chosen: 0, Closed: true}}, // it ends there
		{"down enter", false, menu.Answer{Chosen: 2, Closed: true}},
		{"up enter", false, none}, // disabled
		{"esc", false, menu.Answer{Chosen: -1, Closed: true}},
		{"shift+tab shift+tab tab up enter", false, menu.Answer{Chosen: 0, Closed: true}},
		{"pgup enter", false, none}, // one row in view until it is drawn
		{"x", false, none},
		{"s a v enter", true, menu.Answer{Chosen: 2, Closed: true}},
		{"c t r l + z enter", true, menu.Answer{Chosen: 0, Closed: true}}, // by its key
		{"i t space w r enter", true, menu.Answer{Chosen: 2, Closed: true}},
		{"q enter", true, none},
		{"q backspace enter", true, menu.Answer{Chosen: 0, Closed: true}},
		{"S A V E enter", true, menu.Answer{Chosen: 2, Closed: true}},
	}
	for _, tt := range tests {
		if got := press(t, tasks(tt.searchable), strings.Fields(tt.keys)...); got != tt.want {
			t.Errorf("%s (searchable %v): %+v, want %+v", tt.keys, tt.searchable, got, tt.want)
		}
	}
}

func TestMenuRows(t *testing.T) {
	m := tasks(true)
	m.Intro = "What is to be done now, in a sentence of two rows?"
	rows, x, y := m.Rows(plain(), 44, 20)
	want := []string{
		"What is to be done now, in a sentence of two",
		"rows?",
		"search                                3 of 3",
		"",
		"  Undo  take the last change back     ctrl+z",
		"  Redo  make it again                 ctrl+y",
		"> Save  write it down                 ctrl+s",
		"", "", // for why the selected item cannot be chosen
	}
	for i := range rows {
		rows[i] = strings.TrimRight(ansi.Strip(rows[i]), " ")
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if x != 7 || y != 2 {
		t.Errorf("caret at %d,%d, want 7,2", x, y)
	}
	if _, _, y := tasks(false).Rows(plain(), 44, 20); y >= 0 {
		t.Error("a caret where nothing can be typed")
	}
}

// What an item does is said where there is room, and whole when it is selected; so is why it
// cannot be chosen.
func TestWhyAnItemCannotBeChosen(t *testing.T) {
	m := tasks(true)
	press(t, m, "up")
	rows, _, _ := m.Rows(plain(), 44, 20)
	if got := ansi.Strip(rows[len(rows)-1]); !strings.Contains(got, "Not now: there is nothing to redo") {
		t.Errorf("below the items stands %q", got)
	}
	press(t, m, "up")
	rows, _, _ = m.Rows(plain(), 30, 20)
	if got := strings.TrimSpace(ansi.Strip(rows[len(rows)-1])); got != "take the last change back" {
		t.Errorf("below the items stands %q, want what the selected one does", got)
	}
	rows, _, _ = m.Rows(plain(), 80, 20)
	if got, want := ansi.Strip(rows[3]), "make it again . there is nothing to redo"; !strings.Contains(got, want) {
		t.Errorf("%q has no %q", got, want)
	}
	rows, _, _ = m.Rows(plain(), 44, 5)
	if len(rows) != 5 || !strings.Contains(ansi.Strip(rows[3]), "Redo") {
		t.Errorf("where there is little room, the items are:\n%s", ansi.Strip(strings.Join(rows, "\n")))
	}
}

// A paste searches; a click selects, the second one chooses; the wheel moves.
func TestMenuMouseAndPaste(t *testing.T) {
	m := tasks(true)
	m.Rows(plain(), 60, 20)
	if got := m.Click(2); got.Chosen >= 0 || got.Closed {
		t.Errorf("the first click answered %+v", got)
	}
	if got := m.Click(2); got != (menu.Answer{Chosen: 0, Closed: true}) {
		t.Errorf("the second click answered %+v", got)
	}
	for _, y := range []int{-1, 0, 1, 5, 99} {
		if got := m.Click(y); got != (menu.Answer{Chosen: -1}) {
			t.Errorf("a click on row %d answered %+v", y, got)
		}
	}
	m.Wheel(5)
	if got := press(t, m, "enter"); got.Chosen != 2 {
		t.Errorf("the wheel leads to %d, want the last", got.Chosen)
	}
	m.Paste("undo\n")
	if got := press(t, m, "enter"); got.Chosen != 0 {
		t.Errorf("a pasted search leads to %d, want 0", got.Chosen)
	}
}

// However little room there is, rows are exactly as wide as asked for and no
// more than asked for, and the selected entry is among them if one can be.
func TestMenuFits(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		items := make([]menu.Item, rapid.IntRange(0, 30).Draw(rt, "items"))
		for i := range items {
			items[i] = menu.Item{Title: fmt.Sprint("Entry ", i, " 日本"), Detail: "détail", Keys: "ctrl+a", Why: rapid.SampledFrom([]string{"", "no"}).Draw(rt, "why")}
		}
		m := menu.New("All", items, rapid.IntRange(-1, 31).Draw(rt, "selected"))
		m.Searchable = rapid.Bool().Draw(rt, "searchable")
		width, height := rapid.IntRange(1, 90).Draw(rt, "width"), rapid.IntRange(1, 40).Draw(rt, "height")
		for range rapid.IntRange(0, 10).Draw(rt, "keys") {
			name := rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "e", "1", "backspace"}).Draw(rt, "key")
			press(rt, m, name)
			rows, _, y := m.Rows(plain(), width, height)
			if len(rows) > height || y >= height {
				rt.Fatalf("%d rows and the caret in row %d, room for %d", len(rows), y, height)
			}
			for _, row := range rows {
				if w := ansi.StringWidth(row); w != width {
					rt.Fatalf("%q takes %d cells, want %d", row, w, width)
				}
			}
		}
	})
}

// A cat on the keyboard does not make a search longer than anything there is.
func TestSearchIsBounded(t *testing.T) {
	m := tasks(true)
	m.Paste("undo" + strings.Repeat(" undo", 1_000))
	if got := press(t, m, "enter"); got.Chosen != 0 {
		t.Errorf("%+v", got)
	}
	for range 100 {
		press(t, m, "backspace")
	}
	rows, _, _ := m.Rows(plain(), 44, 20)
	if got := strings.TrimRight(ansi.Strip(rows[0]), " "); got != "search                                3 of 3" {
		t.Errorf("after a hundred backspaces: %q", got)
	}
}

func TestEmptyMenu(t *testing.T) {
	m := menu.New("Nothing", nil, 0)
	if got := press(t, m, "down", "up", "pgdown", "enter"); got != (menu.Answer{Chosen: -1}) {
		t.Errorf("%+v", got)
	}
	rows, _, _ := m.Rows(plain(), 20, 5)
	if len(rows) == 0 || !strings.HasPrefix(rows[0], "nothing matches") {
		t.Errorf("%q", rows)
	}
}
