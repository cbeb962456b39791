package input_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"referee/ui/input"
	"referee/ui/text"
)

const family = "👨\u200d👩\u200d👧"

// key is a key by name for the tests here; uitest has the complete table.
func key(name string) tea.KeyPressMsg {
	mods := map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}
	codes := map[string]rune{
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "up": tea.KeyUp,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "tab": tea.KeyTab, "enter": tea.KeyEnter, "esc": tea.KeyEsc,
	}
	var k tea.KeyPressMsg
	parts := strings.Split(name, "+")
	for _, mod := range parts[:len(parts)-1] {
		k.Mod |= mods[mod]
	}
	last := parts[len(parts)-1]
	if code, ok := codes[last]; ok {
		k.Code = code
		return k
	}
	k.Code = []rune(last)[0]
	if k.Mod&^tea.ModShift == 0 {
		k.Text = last
	}
	return k
}

// marked is the text with the caret shown as a bar.
func marked(in *input.Input) string {
	var out strings.Builder
	rest := in.Value()
	for range in.Caret() {
		cluster, _ := text.Cluster(rest)
		out.WriteString(cluster)
		rest = rest[len(cluster):]
	}
	return out.String() + "|" + rest
}

// at makes an input from a marked text.
func at(marked string) *input.Input {
	before, after, _ := strings.Cut(marked, "|")
	in := &input.Input{}
	in.Set(after)
	in.Key(key("home"))
	in.Insert(before)
	return in
}

func TestKeys(t *testing.T) {
	tests := []struct{ from, keys, want string }{
		{"|", "a b c", "abc|"},
		{"ac|", "left b", "ab|c"},
		{"abc|", "left left left left", "|abc"},
		{"|abc", "right right right right", "abc|"},
		{"a|bc", "end", "abc|"}, {"a|bc", "ctrl+e", "abc|"},
		{"ab|c", "home", "|abc"}, {"ab|c", "ctrl+a", "|abc"},
		{"ab|c", "backspace", "a|c"}, {"ab|c", "ctrl+h", "a|c"}, {"|abc", "backspace", "|abc"},
		{"a|bc", "delete", "a|c"}, {"abc|", "delete", "abc|"},
		{"one two-three|", "ctrl+left", "one two-|three"},
		{"one two-|three", "alt+b", "one |two-three"},
		{"one | two", "ctrl+left", "|one  two"},
		{"|one two", "ctrl+right", "one| two"}, {"one| two", "alt+f", "one two|"},
		{"one two| three", "ctrl+w", "one | three"}, {"one two|", "alt+backspace", "one |"},
		{"one two   |", "ctrl+w", "one |"}, {"|one", "ctrl+w", "|one"},
		{"one |two", "ctrl+u", "|two"}, {"one |two", "ctrl+k", "one |"},

		{"日本|語", "left x", "日x|本語"}, {"日本|", "backspace", "日|"},
		{"a" + family + "|b", "backspace", "a|b"}, {"a|" + family + "b", "delete", "a|b"},
		{"a" + family + "|b", "left", "a|" + family + "b"},
		{"e\u0301|", "backspace", "|"}, {"🇩🇪🇫🇷|", "backspace", "🇩🇪|"}, {"1\ufe0f\u20e3|", "backspace", "|"},
		{"שָׁלוֹם|", "left left", "שָׁל|וֹם"}, {"שָׁ|לום", "backspace", "|לום"},
		{"नमस्ते|", "left backspace", "न|स्ते"},
		{"🇩x|🇪", "backspace", "🇩🇪|"}, // two halves of a flag meet
	}
	for _, tt := range tests {
		in := at(tt.from)
		if got := marked(in); got != tt.from {
			t.Fatalf("the test itself: %q became %q", tt.from, got)
		}
		for name := range strings.FieldsSeq(tt.keys) {
			if _, handled := in.Key(key(name)); !handled {
				t.Errorf("%q: %s is not handled", tt.from, name)
			}
		}
		if got := marked(in); got != tt.want {
			t.Errorf("%q, then %s: %q, want %q", tt.from, tt.keys, got, tt.want)
		}
	}
}

func TestKeyReportsChangedAndHandled(t *testing.T) {
	tests := []struct {
		from, key        string
		changed, handled bool
	}{
		{"ab|", "c", true, true}, {"ab|", "backspace", true, true},
		{"|ab", "backspace", false, true}, {"ab|", "delete", false, true}, {"ab|", "right", false, true},
		{"ab|", "tab", false, false}, {"ab|", "enter", false, false}, {"ab|", "esc", false, false},
		{"ab|", "up", false, false}, {"ab|", "ctrl+s", false, false}, {"ab|", "ctrl+d", false, false},
		{"ab|", "shift+left", false, false}, {"ab|", "alt+x", false, false},
	}
	for _, tt := range tests {
		changed, handled := at(tt.from).Key(key(tt.key))
		if changed != tt.changed || handled != tt.handled {
			t.Errorf("%q, %s: changed %v, handled %v, want %v, %v", tt.from, tt.key, changed, handled, tt.changed, tt.handled)
		}
	}
}

// Letters that arrive in one go can spell the name of a key.
func TestTextIsNotTakenForAKeyName(t *testing.T) {
	in := at("a|")
	in.Key(tea.KeyPressMsg{Code: tea.KeyExtended, Text: "left"})
	if got := marked(in); got != "aleft|" {
		t.Errorf("%q", got)
	}
}

func TestInsertIsCleanedInContext(t *testing.T) {
	tests := []struct{ from, insert, want string }{
		{"a|", "\x1b[2J\r\nb", "a[2J b|"},
		{"e|", "\u0301", "e\u0301|"}, // an accent typed after its letter
		{"|e", "\u0301", "|e"},       // and one typed alone
		{"a|b", family, "a" + family + "|b"},
		{"a|b", "\u200d", "a|b"},
		{"a|b", "", "a|b"},
	}
	for _, tt := range tests {
		in := at(tt.from)
		changed := in.Insert(tt.insert)
		if got := marked(in); got != tt.want || changed != (tt.from != tt.want) {
			t.Errorf("%q, insert %q: %q (changed %v), want %q", tt.from, tt.insert, got, changed, tt.want)
		}
	}
}

func TestLimit(t *testing.T) {
	in := input.Input{Limit: 4}
	in.Set("abcdef")
	if in.Value() != "abcd" {
		t.Errorf("Set kept %q", in.Value())
	}
	in.Key(key("left"))
	if in.Insert("x") {
		t.Error("a full line took one more")
	}
	in.Key(key("backspace"))
	in.Insert("日本語")
	if got := marked(&in); got != "ab日|d" {
		t.Errorf("%q, want what fits, and the end kept", got)
	}
}

func TestCopyIsASnapshot(t *testing.T) {
	in := at("ab|")
	before := *in
	in.Insert("c")
	if before.Value() != "ab" || in.Value() != "abc" {
		t.Errorf("%q, %q", before.Value(), in.Value())
	}
}

func TestView(t *testing.T) {
	tests := []struct {
		text    string
		width   int
		visible string
		caret   int
	}{
		{"|", 5, "", 0},
		{"abc|", 5, "abc", 3},
		{"a|bc", 5, "abc", 1},
		{"abcd|", 5, "abcd", 4},
		{"abcde|", 5, "cde", 3},     // the caret needs a cell of its own
		{"abcd|e", 5, "abcde", 4},   // not when it stands on a letter
		{"abcdef|", 5, "cdef", 4},   // scrolled by half a width
		{"abcdefg|", 5, "efg", 3},   //
		{"ab|cdefg", 5, "abcde", 2}, //
		{"日本語|", 7, "日本語", 6},
		{"日本語|", 6, "語", 2}, // a half in front is hidden whole
		{"日本|語", 5, "日本", 4},
		{"日|本語", 1, "", 0},
		{"a" + family + "|", 4, "a👨", 3},
		{"❤\ufe0f|x", 4, "❤ x", 2},
		{"e\u0301e\u0301|", 3, "e\u0301e\u0301", 2},
		{"שָׁלוֹם|", 9, "שָׁלוֹם", 4},
		{"abc|", 0, "", 0}, {"abc|", -3, "", 0}, {"abc|", 1, "", 0},
	}
	for _, tt := range tests {
		visible, caret := at(tt.text).View(tt.width)
		if visible != tt.visible || caret != tt.caret {
			t.Errorf("%q in %d: %q, caret %d, want %q, caret %d", tt.text, tt.width, visible, caret, tt.visible, tt.caret)
		}
	}
}

func TestClick(t *testing.T) {
	tests := []struct {
		text          string
		column, width int
		want          string
	}{
		{"abc|", 1, 9, "a|bc"}, {"abc|", 8, 9, "abc|"}, {"abc|", 0, 9, "|abc"}, {"abc|", -1, 9, "|abc"},
		{"日本語|", 1, 9, "|日本語"}, {"日本語|", 2, 9, "日|本語"},
		{"abcdefg|", 1, 5, "abcde|fg"}, // in scrolled text
		{"a" + family + "b|", 2, 9, "a|" + family + "b"},
		{"abc|", 1, 0, "abc|"},
	}
	for _, tt := range tests {
		in := at(tt.text)
		in.Click(tt.column, tt.width)
		if got := marked(in); got != tt.want {
			t.Errorf("%q, click at %d of %d: %q, want %q", tt.text, tt.column, tt.width, got, tt.want)
		}
	}
}

func TestGhost(t *testing.T) {
	for _, tt := range []struct{ typed, complete, want string }{
		{"", "", ""}, {"Zo", "zoe", "e"}, {"zoe", "zoe", ""}, {"zoe", "zo", ""}, {"ann", "zoe", ""}, {"日", "日本", "本"},
	} {
		var in input.Input
		in.Set(tt.typed)
		if got := in.Ghost(tt.complete); got != tt.want {
			t.Errorf("%q on its way to %q lacks %q, want %q", tt.typed, tt.complete, got, tt.want)
		}
	}
	var in input.Input
	in.Set("zo")
	in.Key(tea.KeyPressMsg{Code: tea.KeyLeft})
	if got := in.Ghost("zoe"); got != "" {
		t.Errorf("%q stands where the caret is not", got)
	}
}
