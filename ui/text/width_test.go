package text_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"referee/ui/text"
	"referee/ui/theme"
)

func TestWidth(t *testing.T) {
	tests := []struct {
		s    string
		want int
	}{
		{"", 0}, {"Jim", 3}, {"Zoë", 3}, {"e\u0301", 1}, {"日本", 4}, {"ｱ", 1}, {"한", 2},
		{"😀", 2}, {"👨\u200d👩\u200d👧", 2}, {"🇩🇪🇫🇷", 4}, {"שָׁלוֹם", 4}, {"─┬─", 3}, {"\x1b[31m", 5},
	}
	for _, tt := range tests {
		if got := text.Width(tt.s); got != tt.want {
			t.Errorf("Width(%q) = %d, want %d", tt.s, got, tt.want)
		}
	}
}

// The short cut for simple characters must agree with the tables it skips, for
// both ways a terminal may count.
func TestSimpleCharactersAreOneCell(t *testing.T) {
	for r := rune(' '); r <= unicode.MaxRune; r++ {
		s := string(r)
		if !text.Simple(s) {
			continue
		}
		if !unicode.IsPrint(r) {
			t.Errorf("%U is taken for simple, but is not on the whitelist", r)
		}
		cluster, cells := ansi.FirstGraphemeCluster(s+s, ansi.GraphemeWidth)
		if cluster != s || cells != 1 || ansi.StringWidthWc(s) != 1 {
			t.Errorf("%U is taken for simple, but %q is %d cells (%d by code points)", r, cluster, cells, ansi.StringWidthWc(s))
		}
	}
}

// The marks of the desk are drawn in every frame, so none of them asks the tables.
func TestTheMarksOfTheDeskAreSimple(t *testing.T) {
	marks := reflect.ValueOf(theme.Unicode())
	for i := range marks.NumField() {
		for _, r := range marks.Field(i).String() {
			if !text.Simple(string(r)) {
				t.Errorf("%s, %q, is looked up", marks.Type().Field(i).Name, r)
			}
		}
	}
}

func TestCluster(t *testing.T) {
	rest := "ae\u0301日👨\u200d👩\u200d👧─1\ufe0f\u20e3z"
	var got []string
	for rest != "" {
		cluster, _ := text.Cluster(rest)
		got = append(got, cluster)
		rest = rest[len(cluster):]
	}
	want := []string{"a", "e\u0301", "日", "👨\u200d👩\u200d👧", "─", "1\ufe0f\u20e3", "z"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCutAndPad(t *testing.T) {
	tests := []struct{ name, got, want string }{
		{"cut fits", text.Cut("Jim", 3, "…"), "Jim"},
		{"cut", text.Cut("Jimmy", 3, "…"), "Ji…"},
		{"cut in seven bits", text.Cut("Jimmy and Zoe", 8, "..."), "Jimmy..."},
		{"cut, no ellipsis", text.Cut("Jimmy", 3, ""), "Jim"},
		{"cut, no room for the ellipsis", text.Cut("Jimmy", 2, "..."), "Ji"},
		{"cut to nothing", text.Cut("Jimmy", 0, "…"), ""},
		{"cut to less than nothing", text.Cut("Jimmy", -1, "…"), ""},
		{"cut before a wide one", text.Cut("日本語", 4, "…"), "日…"},
		{"pad", text.Pad("Jim", 5), "Jim  "},
		{"pad cuts", text.Pad("Jimmy", 3), "Jim"},
		{"pad after a wide one", text.Pad("日本語", 5), "日本 "},
		{"pad left", text.PadLeft("1.00", 6), "  1.00"},
		{"pad left cuts", text.PadLeft("1.00", 3), "1.0"},
		{"pad to nothing", text.Pad("Jim", -1), ""},
		{"pad shows", text.Pad("a\x1bb", 4), "a·b "},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, s string
		width   int
		want    []string
	}{
		{"empty", "", 10, []string{""}},
		{"only spaces", "   ", 10, []string{""}},
		{"fits", "one line", 8, []string{"one line"}},
		{"breaks at spaces", "the first or the latest", 9, []string{"the first", "or the", "latest"}},
		{"long word", "abcdefgh ij", 3, []string{"abc", "def", "gh", "ij"}},
		{"long word goes on after its end", "abcd ef", 7, []string{"abcd ef"}},
		{"tail of a long word takes the next", "abcdef g", 4, []string{"abcd", "ef g"}},
		{"wide", "日本語", 4, []string{"日本", "語"}},
		{"wide in one column", "日a", 1, []string{"·", "a"}},
		{"width 0 counts as 1", "ab", 0, []string{"a", "b"}},
		{"hostile", "a\x1bb c", 3, []string{"a·b", "c"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, text.Wrap(tt.s, tt.width)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// Where there is no room for all of it, that is seen.
func TestWrapIn(t *testing.T) {
	const s = "the first or the latest"
	for _, tt := range []struct {
		width, most int
		want        []string
	}{
		{9, 3, []string{"the first", "or the", "latest"}},
		{9, 2, []string{"the first", "or the l…"}},
		{9, 1, []string{"the firs…"}},
		{9, 0, nil},
		{0, 1, []string{"…"}},
	} {
		if diff := cmp.Diff(tt.want, text.WrapIn(s, tt.width, tt.most, "…")); diff != "" {
			t.Errorf("%d rows of %d: %s", tt.most, tt.width, diff)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": strings.Repeat("Tracking method ", 8),
		"rule":  strings.Repeat("─", 120),
		"cjk":   strings.Repeat("日本", 30),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				text.Width(s)
			}
		})
	}
}
