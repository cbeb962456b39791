package input

import tea "charm.land/bubbletea/v2"

// Key edits the text as a key says. Handled is false for a key that means
// nothing here (tab, enter, esc, up …), so the caller can use it; changed is
// true if the text is different afterwards. A key can be handled without a
// change: left at the start, or a letter when the line is full.
//
//	left right          one grapheme       backspace ctrl+h   delete to the left
//	home ctrl+a         to the start       delete             delete to the right
//	end ctrl+e          to the end         ctrl+w             delete the word to the left
//	ctrl+left alt+b     one word left      ctrl+u             delete to the start
//	ctrl+right alt+f    one word right     ctrl+k             delete to the end
func (in *Input) Key(msg tea.KeyPressMsg) (changed, handled bool) {
	// The text of a key comes first: a burst of letters can arrive as one key
	// whose text reads like the name of another.
	if msg.Text != "" && msg.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper|tea.ModHyper) == 0 {
		return in.Insert(msg.Text), true
	}
	key := msg.Keystroke()
	if to, ok := in.move(key); ok {
		in.caret = to
		return false, true
	}
	if from, to, ok := in.cut(key); ok {
		return in.splice(in.value[:from], in.value[to:]), true
	}
	return false, false
}

// move is where a key puts the caret.
func (in Input) move(key string) (to int, ok bool) {
	switch key {
	case "left":
		return in.before(in.caret), true
	case "right":
		return in.after(in.caret), true
	case "home", "ctrl+a":
		return 0, true
	case "end", "ctrl+e":
		return len(in.value), true
	case "ctrl+left", "alt+left", "alt+b":
		return in.wordStart(), true
	case "ctrl+right", "alt+right", "alt+f":
		return in.wordEnd(), true
	}
	return 0, false
}

// cut is what a key deletes.
func (in Input) cut(key string) (from, to int, ok bool) {
	switch key {
	case "backspace", "ctrl+h":
		return in.before(in.caret), in.caret, true
	case "delete":
		return in.caret, in.after(in.caret), true
	case "ctrl+w", "alt+backspace":
		return in.wordStart(), in.caret, true
	case "ctrl+u":
		return 0, in.caret, true
	case "ctrl+k":
		return in.caret, len(in.value), true
	}
	return 0, 0, false
}
