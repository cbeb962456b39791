package catalog

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/model"
)

// Key gives a key to what has the focus and reports whether it meant something
// there.
func (s *Screen) Key(msg tea.KeyPressMsg) bool {
	switch {
	case s.open:
		return s.fieldKey(msg)
	case s.searching:
		return s.searchKey(msg)
	}
	return s.listKey(msg.String())
}

// listKey moves the selection.
func (s *Screen) listKey(key string) bool {
	switch key {
	case "up":
		s.move(-1)
	case "down":
		s.move(+1)
	case "pgup":
		s.move(-s.drawn.page)
	case "pgdown":
		s.move(+s.drawn.page)
	case "home":
		s.move(-s.count())
	case "end":
		s.move(+s.count())
	case "esc":
		if s.search.Value() == "" {
			return false
		}
		s.find("")
	default:
		return false
	}
	return true
}

// searchKey narrows the list down while one types; the arrows move in it.
func (s *Screen) searchKey(msg tea.KeyPressMsg) bool {
	switch key := msg.String(); key {
	case "esc":
		s.searching = false
		s.find("")
	case "enter", "tab":
		s.searching = false
	case "up", "down", "pgup", "pgdown":
		return s.listKey(key)
	default:
		if changed, handled := s.search.Key(msg); !changed {
			return handled
		}
		s.find(s.search.Value())
	}
	return true
}

// fieldKey moves among the fields of a row, or changes the focused one.
func (s *Screen) fieldKey(msg tea.KeyPressMsg) bool {
	at, ok := s.focused()
	if !ok {
		return false
	}
	key := msg.String()
	switch key {
	case "esc":
		s.Close()
		return true
	case "down", "tab":
		s.moveLine(+1)
		return true
	case "up", "shift+tab":
		s.moveLine(-1)
		return true
	}
	switch at.shape {
	case written:
		return s.textKey(at, msg)
	case rate:
		return s.rateKey(at, msg)
	case choice:
		return s.choiceKey(at, key)
	case tick:
		return s.tickKey(at, key)
	}
	return s.buttonKey(at, key)
}

func (s *Screen) textKey(at spot, msg tea.KeyPressMsg) bool {
	s.sync(at)
	key := msg.String()
	if proposed := s.proposal(at); proposed != "" && (key == "enter" || key == "right" && s.atEnd()) {
		s.put(at, proposed, false)
		return true
	}
	if key == "enter" {
		s.moveLine(+1)
		return true
	}
	changed, handled := s.typing.Key(msg)
	if changed {
		s.write(at, true)
	}
	return handled
}

// atEnd reports whether the caret stands behind the text.
func (s *Screen) atEnd() bool {
	end := s.typing.Input
	end.Key(endKey)
	return end.Caret() == s.typing.Caret()
}

// rateKey moves in the sheet and types into it. What is typed first replaces what
// the cell holds; backspace begins with what is there.
func (s *Screen) rateKey(at spot, msg tea.KeyPressMsg) bool {
	s.sync(at)
	switch key := msg.String(); key {
	case "left":
		s.moveSpot(-1)
		return true
	case "right":
		s.moveSpot(+1)
		return true
	case "enter":
		s.moveLine(+1)
		return true
	case "delete", "ctrl+u":
		s.put(at, "", false)
		return true
	case "space":
		return true // no rate holds a blank
	case "?":
		return false
	case "home", "end":
		s.moveSpot(map[string]int{"home": -len(s.lines), "end": len(s.lines)}[key])
		return true
	}
	if s.fresh && msg.Text != "" {
		s.typing.Set("")
	}
	s.typing.Key(endKey)
	changed, handled := s.typing.Key(msg)
	if changed {
		s.fresh = false
		s.write(at, true)
	}
	return handled
}

// endKey puts the caret of a cell where it always is.
var endKey = tea.KeyPressMsg{Code: tea.KeyEnd}

func (s *Screen) choiceKey(at spot, key string) bool {
	i := slices.IndexFunc(at.options, func(o option) bool { return o.value == s.value(at) })
	n := len(at.options)
	switch key {
	case "space", "right":
		s.put(at, at.options[(i+1)%n].value, false)
	case "left":
		s.put(at, at.options[(i+n-1)%n].value, false)
	case "enter":
		s.moveLine(+1)
	default:
		return false
	}
	return true
}

func (s *Screen) tickKey(at spot, key string) bool {
	switch key {
	case "space", "left", "right":
		s.put(at, map[string]string{"true": "false", "false": "true"}[s.value(at)], false)
	case "enter":
		s.moveLine(+1)
	default:
		return false
	}
	return true
}

func (s *Screen) buttonKey(at spot, key string) bool {
	switch {
	case key == "enter" && at.program != "":
		s.moveLine(+1)
	case key == "enter" || key == "space":
		s.push(at)
	default:
		return false
	}
	return true
}

// push does what a button is for.
func (s *Screen) push(at spot) {
	if at.program == "" {
		s.AddRule()
	} else if c := s.edit.Catalog; c.Enrolled(at.program) < len(c.Partners()) {
		s.change(s.edit.EnrolAll(at.program), model.CatalogField{}, false)
	}
}

// Paste puts pasted text into the focused field, as one step, and reports whether
// it takes text.
func (s *Screen) Paste(pasted string) bool {
	if !s.Typing() {
		return false
	}
	if !s.open {
		s.search.Insert(pasted)
		s.find(s.search.Value())
		return true
	}
	at, _ := s.focused()
	s.sync(at)
	if at.shape == rate && s.fresh {
		s.typing.Set("")
	}
	if at.shape == rate {
		pasted = strings.Join(strings.Fields(pasted), "")
	}
	s.edits.endRun()
	s.typing.Insert(pasted)
	s.fresh = false
	s.write(at, false)
	return true
}
