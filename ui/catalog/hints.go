package catalog

import tea "charm.land/bubbletea/v2"

// Hint is a key that means something where the focus is, for the bottom bar.
type Hint struct {
	Key   rune
	Label string
}

// Hints lists the keys of the field or the search that has the focus; those of
// the list are actions of the desk.
func (s *Screen) Hints() []Hint {
	if s.searching {
		return []Hint{{tea.KeyEnter, "to the list"}, {tea.KeyEscape, "end the search"}}
	}
	at, ok := s.focused()
	if !s.open || !ok {
		return nil
	}
	hints := []Hint{{tea.KeyEscape, "list"}}
	if proposed := s.proposal(at); proposed != "" {
		hints = append(hints, Hint{tea.KeyEnter, "take " + proposed})
	}
	hints = append(hints, Hint{tea.KeyTab, "next"})
	switch at.shape {
	case choice, tick:
		hints = append(hints, Hint{tea.KeySpace, "change"})
	case rate:
		hints = append(hints, Hint{tea.KeyRight, "next cell"}, Hint{tea.KeyDelete, "empty it"})
	case button:
		label := "add"
		if at.program != "" {
			label = "everybody"
		}
		hints = append(hints, Hint{tea.KeySpace, label})
	}
	return hints
}
