package casework_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/casework"
	"referee/ui/theme"
)

func editor(t *testing.T) *casework.Editor {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 1, 20, 10, 0, 0, 0, time.UTC) }
	r := draft.NewReader(scenario.SampleCatalog())
	return casework.New(r, r.Fresh("fresh", now()), model.Journal{}, now)
}

// The list may be changed while the focus is in the last field of a long event: the
// focus goes where there is a field.
func TestTheFocusIsAlwaysOnAField(t *testing.T) {
	for name, change := range map[string]func(*casework.Editor){
		"delete": (*casework.Editor).Delete, "duplicate": (*casework.Editor).Duplicate, "undo": (*casework.Editor).Undo, "redo": (*casework.Editor).Redo,
		"up": func(e *casework.Editor) { e.Move(-1) }, "down": func(e *casework.Editor) { e.Move(+1) }, "later": func(e *casework.Editor) { e.Shift(time.Hour) },
		"add": func(e *casework.Editor) { e.Add(draft.Clearing) },
	} {
		e := editor(t)
		e.Add(draft.Clearing)
		e.Undo()
		e.Enter()
		e.Key(tea.KeyPressMsg{Code: tea.KeyUp}) // out of the fields
		e.Enter()
		for range 12 {
			e.Key(tea.KeyPressMsg{Code: tea.KeyDown})
		}
		if !e.Typing() {
			t.Fatal("the focus left the fields")
		}
		change(e)
		for _, height := range []int{0, 1, 2, 5, 9, 30} {
			if rows := e.Rows(theme.New(theme.None, theme.Unicode()), 60, height); len(rows) > height {
				t.Errorf("%s: %d rows of %d", name, len(rows), height)
			}
		}
		e.Key(tea.KeyPressMsg{Code: 'x', Text: "x"})
	}
}
