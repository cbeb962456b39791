package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"referee/ui/text"
	"referee/ui/uitest/hostile"
)

func TestHostileTextIsRefused(t *testing.T) {
	if n := len(hostile.Payloads()); n < 60 {
		t.Fatalf("the corpus has %d payloads, want at least 60", n)
	}
	for _, p := range hostile.Payloads() {
		t.Run(p.Name, func(t *testing.T) {
			if got := text.Accept(p.Raw, 0); got != p.Accept {
				t.Errorf("Accept(%q) = %q, want %q", p.Raw, got, p.Accept)
			}
			if got := text.Show(p.Raw); got != p.Show {
				t.Errorf("Show(%q) = %q, want %q", p.Raw, got, p.Show)
			}
			if w := text.Width(p.Raw); w != ansi.StringWidth(p.Show) {
				t.Errorf("Width(%q) = %d, want %d", p.Raw, w, ansi.StringWidth(p.Show))
			}
		})
	}
}

func TestHarmlessTextPassesUnchanged(t *testing.T) {
	for _, s := range harmless() {
		if got := text.Accept(s, 0); got != s {
			t.Errorf("Accept(%q) = %q", s, got)
		}
		if got := text.Show(s); got != s {
			t.Errorf("Show(%q) = %q", s, got)
		}
	}
}

// Every code point there is, alone and after a letter: what Show lets through
// must be printable, must take the cells Width says, and must not join what is
// drawn in front of it. Of the ideographs, the Hangul syllables and the empty
// planes, which are all alike, it takes one in 61.
func TestShowEveryCodePoint(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		alike := unicode.Is(unicode.Han, r) || r >= 0xac00 && r <= 0xd7a3 || r >= 0x20000 && r < 0xe0000 || r >= 0xf0000
		if !utf8.ValidRune(r) || alike && r%61 != 0 {
			continue
		}
		for _, s := range [2]string{string(r), "a" + string(r)} {
			got := text.Show(s)
			for _, kept := range got {
				if !unicode.IsPrint(kept) {
					t.Fatalf("Show(%q) = %q lets %U through", s, got, kept)
				}
			}
			if cluster, _ := ansi.FirstGraphemeCluster(" "+got, ansi.GraphemeWidth); cluster != " " {
				t.Fatalf("Show(%q) = %q joins what stands before it", s, got)
			}
			if ansi.StringWidth(got+"│") != ansi.StringWidth(got)+1 {
				t.Fatalf("Show(%q) = %q joins what stands behind it", s, got)
			}
			if w := ansi.StringWidth(got); w == 0 || w != text.Width(s) {
				t.Fatalf("Show(%q) = %q takes %d cells, Width says %d", s, got, w, text.Width(s))
			}
		}
	}
}

func TestEmojiAreKeptWholeAndDrawnSteady(t *testing.T) {
	tests := []struct{ name, s, shown string }{
		{"family", "👨\u200d👩\u200d👧", "👨"},
		{"family with skin tones", "👩🏽\u200d🚀", "👩"},
		{"kiss, the longest in use", "👩🏻\u200d❤\ufe0f\u200d💋\u200d👨🏻", "👩"},
		{"heart", "❤\ufe0f", "❤ "},
		{"skin tone", "👍🏽", "👍"},
		{"keycap", "1\ufe0f\u20e3", "1 "},
		{"rainbow flag", "🏳\ufe0f\u200d🌈", "🏳 "},
		{"flag", "🇩🇪", "🇩🇪"},
	}
	for _, tt := range tests {
		if got := text.Accept(tt.s, 0); got != tt.s {
			t.Errorf("%s: Accept(%q) = %q, want it whole", tt.name, tt.s, got)
		}
		if got := text.Show(tt.s); got != tt.shown {
			t.Errorf("%s: Show(%q) = %q, want %q", tt.name, tt.s, got, tt.shown)
		}
		if w := text.Width(tt.s); w != 2 {
			t.Errorf("%s: Width(%q) = %d, want 2", tt.name, tt.s, w)
		}
		if w := ansi.StringWidthWc(text.Show(tt.s)); w != 2 {
			t.Errorf("%s: a terminal that adds up code points gives %q %d cells, want 2", tt.name, text.Show(tt.s), w)
		}
	}
}

func TestAcceptCutsAtGraphemes(t *testing.T) {
	family := "👨\u200d👩\u200d👧"
	tests := []struct {
		s     string
		limit int
		want  string
	}{
		{"abcdef", 3, "abc"},
		{"abc", 3, "abc"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301"},
		{strings.Repeat(family, 5), 2, family + family},
		{"日本語", 2, "日本"},
		{strings.Repeat("x", text.DefaultLimit+1), 0, strings.Repeat("x", text.DefaultLimit)},
		{"\x1b\x1b\x1babc", 2, "ab"},
	}
	for _, tt := range tests {
		if got := text.Accept(tt.s, tt.limit); got != tt.want {
			t.Errorf("Accept(%.20q, %d) = %.20q, want %.20q", tt.s, tt.limit, got, tt.want)
		}
	}
}

// One grapheme has no natural end: joiners chain emoji, and old Hangul letters
// chain by themselves. Neither may smuggle a page of text through two cells.
func TestOverlongGraphemes(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("👨\u200d", 40) + "👨",
		strings.Repeat("\u1100", 40),
		"👍" + strings.Repeat("🏽", 40),
	} {
		if got := text.Accept(s, 0); got != "" {
			t.Errorf("Accept kept %d bytes of an overlong grapheme", len(got))
		}
		if got := text.Show(s); got != text.Refused {
			t.Errorf("Show(%.20q) = %q, want %q", s, got, text.Refused)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	for _, s := range []string{"Pay if unused", "Zoë", "──────┬──────", "山田 太郎", "●○☒☐▸"} {
		n := testing.AllocsPerRun(100, func() {
			if text.Width(s) == 0 || text.Show(s) != s || text.Accept(s, 0) != s {
				t.Error("changed")
			}
		})
		if n != 0 {
			t.Errorf("%q: %v allocations, want 0", s, n)
		}
	}
}

func FuzzBorders(f *testing.F) {
	for _, p := range hostile.Payloads() {
		f.Add(p.Raw, 10, 3)
	}
	for _, s := range harmless() {
		f.Add(s, 5, 2)
	}
	f.Fuzz(func(t *testing.T, s string, width, limit int) {
		width, limit = 1+(width&0x3f), 1+(limit&0x3f)
		accepted, shown := text.Accept(s, limit), text.Show(s)
		if again := text.Accept(accepted, limit); again != accepted {
			t.Errorf("Accept(%q) = %q, and again %q", s, accepted, again)
		}
		if again := text.Show(shown); again != shown {
			t.Errorf("Show(%q) = %q, and again %q", s, shown, again)
		}
		for _, r := range text.Show(accepted) + shown {
			if !unicode.IsPrint(r) {
				t.Errorf("%q: %U passed the border", s, r)
			}
		}
		if w, want := text.Width(s), ansi.StringWidth(shown); w != want {
			t.Errorf("Width(%q) = %d, drawn in %d", s, w, want)
		}
		if w := ansi.StringWidth(text.Pad(s, width)); w != width {
			t.Errorf("Pad(%q, %d) takes %d cells", s, width, w)
		}
		if w := ansi.StringWidth(text.PadLeft(s, width)); w != width {
			t.Errorf("PadLeft(%q, %d) takes %d cells", s, width, w)
		}
		if w := ansi.StringWidth(text.Cut(s, width, "…")); w > width {
			t.Errorf("Cut(%q, %d) takes %d cells", s, width, w)
		}
		for _, line := range text.Wrap(s, width) {
			if w := ansi.StringWidth(line); w > width {
				t.Errorf("Wrap(%q, %d) has a line of %d cells", s, width, w)
			}
		}
	})
}
