package uitest

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// namedKeys are the keys that have a name instead of a character, with what a
// terminal sends for them when no modifier is held.
func namedKeys() map[string]struct {
	code  rune
	bytes string
} {
	return map[string]struct {
		code  rune
		bytes string
	}{
		"enter": {tea.KeyEnter, "\r"}, "tab": {tea.KeyTab, "\t"}, "esc": {tea.KeyEsc, "\x1b"},
		"space": {tea.KeySpace, " "}, "backspace": {tea.KeyBackspace, "\x7f"},
		"up": {tea.KeyUp, "\x1b[A"}, "down": {tea.KeyDown, "\x1b[B"},
		"right": {tea.KeyRight, "\x1b[C"}, "left": {tea.KeyLeft, "\x1b[D"},
		"home": {tea.KeyHome, "\x1b[H"}, "end": {tea.KeyEnd, "\x1b[F"},
		"pgup": {tea.KeyPgUp, "\x1b[5~"}, "pgdown": {tea.KeyPgDown, "\x1b[6~"},
		"insert": {tea.KeyInsert, "\x1b[2~"}, "delete": {tea.KeyDelete, "\x1b[3~"},
		"f1": {tea.KeyF1, "\x1bOP"}, "f2": {tea.KeyF2, "\x1bOQ"}, "f3": {tea.KeyF3, "\x1bOR"},
		"f4": {tea.KeyF4, "\x1bOS"}, "f5": {tea.KeyF5, "\x1b[15~"}, "f6": {tea.KeyF6, "\x1b[17~"},
		"f7": {tea.KeyF7, "\x1b[18~"}, "f8": {tea.KeyF8, "\x1b[19~"}, "f9": {tea.KeyF9, "\x1b[20~"},
		"f10": {tea.KeyF10, "\x1b[21~"}, "f11": {tea.KeyF11, "\x1b[23~"}, "f12": {tea.KeyF12, "\x1b[24~"},
	}
}

// Key is the key press with a name, as tea.KeyPressMsg prints it. A name it
// does not know is an error.
func Key(name string) (tea.KeyPressMsg, error) {
	mod, base := splitKey(name)
	k := tea.KeyPressMsg{Mod: mod}
	if named, ok := namedKeys()[base]; ok {
		k.Code = named.code
		if base == "space" && mod == 0 {
			k.Text = " "
		}
	} else if utf8.RuneCountInString(base) == 1 {
		k.Code, _ = utf8.DecodeRuneInString(base)
		if mod == 0 {
			k = Letter(base)
		}
	}
	if k.String() != name {
		return k, fmt.Errorf("no key is called %q; names are like a, space, tab, shift+tab, ctrl+s, alt+b, f2, esc, up", name)
	}
	return k, nil
}

// Letter is the key press that types one grapheme.
func Letter(grapheme string) tea.KeyPressMsg {
	r, size := utf8.DecodeRuneInString(grapheme)
	switch {
	case size < len(grapheme):
		return tea.KeyPressMsg{Code: tea.KeyExtended, Text: grapheme}
	case unicode.IsUpper(r):
		return tea.KeyPressMsg{Code: unicode.ToLower(r), ShiftedCode: r, Mod: tea.ModShift, Text: grapheme}
	}
	return tea.KeyPressMsg{Code: r, Text: grapheme}
}

// splitKey takes the modifiers off a name.
func splitKey(name string) (mod tea.KeyMod, base string) {
	for base = name; ; {
		switch head, rest, _ := strings.Cut(base, "+"); {
		case rest == "":
			return mod, base
		case head == "ctrl":
			mod, base = mod|tea.ModCtrl, rest
		case head == "alt":
			mod, base = mod|tea.ModAlt, rest
		case head == "shift":
			mod, base = mod|tea.ModShift, rest
		default:
			return mod, base
		}
	}
}

// keyBytes is what a terminal sends for a key. It is empty for the few
// combinations a plain terminal cannot send.
func keyBytes(k tea.KeyPressMsg) string {
	if k.Text != "" {
		return k.Text
	}
	_, base := splitKey(k.Keystroke())
	named, isNamed := namedKeys()[base]
	switch {
	case isNamed && k.Mod == 0:
		return named.bytes
	case k.Code == tea.KeyTab && k.Mod == tea.ModShift:
		return "\x1b[Z"
	case isNamed && strings.HasPrefix(named.bytes, "\x1b["):
		return withModifier(named.bytes, k.Mod)
	case k.Mod&tea.ModAlt != 0:
		k.Mod &^= tea.ModAlt
		if k.Mod == 0 && !isNamed {
			return "\x1b" + base
		}
		return "\x1b" + keyBytes(k)
	case k.Mod == tea.ModCtrl && k.Code >= 'a' && k.Code <= 'z':
		return string(k.Code & 0x1f)
	}
	return ""
}

// withModifier puts modifiers into a control sequence the way xterm does:
// ESC [ C becomes ESC [ 1 ; 5 C, and ESC [ 3 ~ becomes ESC [ 3 ; 5 ~.
func withModifier(sequence string, mod tea.KeyMod) string {
	number, final := sequence[2:len(sequence)-1], sequence[len(sequence)-1:]
	if number == "" {
		number = "1"
	}
	n := 1
	for bit, m := range []tea.KeyMod{tea.ModShift, tea.ModAlt, tea.ModCtrl} {
		if mod&m != 0 {
			n += 1 << bit
		}
	}
	return fmt.Sprintf("\x1b[%s;%d%s", number, n, final)
}
