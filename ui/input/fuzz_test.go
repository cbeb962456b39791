package input_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"referee/ui/input"
	"referee/ui/text"
)

// FuzzInput plays a tape of keys and text on an input: each byte of the tape
// picks a key or types the next character of the text.
func FuzzInput(f *testing.F) {
	f.Add("abc日本"+family, []byte{0, 0, 0, 0, 0, 0, 1, 9, 2, 8}, 7)
	f.Add("e\u0301🇩🇪\u0301\u200d👩שָׁ", []byte{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 9, 9}, 3)
	f.Add("\x1b[2J\xff नमस्ते 1\ufe0f\u20e3", []byte{0, 0, 0, 0, 0, 3, 4, 11, 12, 13}, 1)
	names := []string{
		"left", "right", "home", "end", "ctrl+left", "ctrl+right", "alt+b", "alt+f",
		"backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k",
	}
	f.Fuzz(func(t *testing.T, typed string, tape []byte, width int) {
		width = 1 + width&0x1f
		in, runes := &input.Input{Limit: 30}, []rune(typed)
		for _, b := range tape {
			value, caret := in.Value(), in.Caret()
			name := "insert"
			if n := int(b) % (len(names) + 1); n > 0 {
				name = names[n-1]
				in.Key(key(name))
			} else if len(runes) > 0 {
				n := min(1+int(b)/64, len(runes))
				in.Insert(string(runes[:n]))
				runes = runes[n:]
			}
			check(t, in, width)
			if name == "backspace" {
				checkBackspace(t, value, caret, in)
			}
		}
	})
}

func check(t *testing.T, in *input.Input, width int) {
	t.Helper()
	if v := in.Value(); text.Accept(v, 30) != v {
		t.Fatalf("the text %q is not acceptable", v)
	}
	if marked(in) == "" || in.Caret() > len(in.Value()) {
		t.Fatalf("caret %d in %q", in.Caret(), in.Value())
	}
	visible, caret := in.View(width)
	if caret < 0 || caret >= width {
		t.Fatalf("%q: caret %d of %d", marked(in), caret, width)
	}
	if w := ansi.StringWidth(visible); w > width {
		t.Fatalf("%q: %q takes %d cells of %d", marked(in), visible, w, width)
	}
}

// checkBackspace compares with the graphemes of the text counted one by one.
func checkBackspace(t *testing.T, value string, caret int, in *input.Input) {
	t.Helper()
	want, rest := "", value
	for i := 0; rest != ""; i++ {
		cluster, _ := text.Cluster(rest)
		rest = rest[len(cluster):]
		if i != caret-1 {
			want += cluster
		}
	}
	if got := in.Value(); got != text.Accept(want, 0) {
		t.Fatalf("backspace at %d in %q left %q, want %q", caret, value, got, want)
	}
}
