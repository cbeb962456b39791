package theme_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/ui/text"
	"referee/ui/theme"
)

func bold() theme.Style { return theme.StyleOf(lipgloss.NewStyle().Bold(true)) }

func TestLine(t *testing.T) {
	plain := theme.Style{}
	tests := []struct {
		name  string
		width int
		draw  func(l *theme.Line)
		want  string
	}{
		{"empty", 3, func(*theme.Line) {}, "   "},
		{"no width", 0, func(l *theme.Line) { l.Put(plain, "x") }, ""},
		{"below no width", -2, func(l *theme.Line) { l.Put(plain, "x") }, ""},
		{"filled", 5, func(l *theme.Line) { l.Put(plain, "Jim") }, "Jim  "},
		{"clipped", 2, func(l *theme.Line) { l.Put(plain, "Jim") }, "Ji"},
		{"styled", 4, func(l *theme.Line) { l.Put(bold(), "Jim") }, "\x1b[1mJim\x1b[m "},
		{"one look for two spans", 4, func(l *theme.Line) { l.Put(bold(), "J"); l.Put(bold(), "im") }, "\x1b[1mJim\x1b[m "},
		{"columns", 8, func(l *theme.Line) { l.Put(plain, "a"); l.To(4); l.Put(plain, "b") }, "a   b   "},
		{"column already passed", 5, func(l *theme.Line) { l.Put(plain, "abc"); l.To(1); l.Put(plain, "d") }, "abcd "},
		{"spaces past the end", 3, func(l *theme.Line) { l.Space(9); l.Put(plain, "x") }, "   "},
		{"right", 8, func(l *theme.Line) { l.Put(plain, "a"); l.Right(plain, "1.00") }, "a   1.00"},
		{"right without room", 4, func(l *theme.Line) { l.Put(plain, "abc"); l.Right(plain, "xyz") }, "abcx"},
		{"wide one is not split", 4, func(l *theme.Line) { l.Put(plain, "a日本") }, "a日 "},
		{"nothing is squeezed in after it", 4, func(l *theme.Line) { l.Put(plain, "a日本"); l.Put(plain, "b") }, "a日 "},
		{"fill", 5, func(l *theme.Line) { l.Fill(plain, "─", 3); l.Fill(plain, "┼", 9) }, "───┼┼"},
		{"fill of two cells", 5, func(l *theme.Line) { l.Fill(plain, "->", 9) }, "->-> "},
		{"fill with nothing", 2, func(l *theme.Line) { l.Fill(plain, "", 9) }, "  "},
		{"hostile", 9, func(l *theme.Line) { l.Put(plain, "\x1b[2Jhi\n") }, "·[2Jhi·  "},
		{"a mark cannot reach the span before", 3, func(l *theme.Line) { l.Put(plain, "│"); l.Put(plain, "\u0301") }, "│· "},
	}
	for _, tt := range tests {
		var l theme.Line
		l.Reset(tt.width)
		tt.draw(&l)
		if diff := cmp.Diff(tt.want, l.String()); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestLineIsReused(t *testing.T) {
	var l theme.Line
	st := bold()
	draw := func() string {
		l.Reset(80)
		l.Put(st, "Tracking method")
		l.To(24)
		l.Put(st, "● only cookies  ○ history")
		l.Right(theme.Style{}, "200.00")
		return l.String()
	}
	first := draw()
	if again := draw(); again != first {
		t.Errorf("second row %q, want %q", again, first)
	}
	if n := testing.AllocsPerRun(100, func() { draw() }); n > 1 {
		t.Errorf("%v allocations a row, want 1", n)
	}
}

// A row that was drawn before costs nothing, and one that was not is right.
func TestLineRemembers(t *testing.T) {
	var l theme.Line
	l.Remember()
	st := bold()
	draw := func(s string) string {
		l.Reset(12)
		l.Put(st, s)
		return l.String()
	}
	for i := range 1_000 { // more than it remembers
		s := fmt.Sprint("row ", i)
		if got, want := draw(s), "\x1b[1m"+s+"\x1b[m"+strings.Repeat(" ", 12-len(s)); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	}
	if n := testing.AllocsPerRun(100, func() { draw("row 999") }); n > 0 {
		t.Errorf("%v allocations for a row drawn before, want 0", n)
	}
}

func TestLineOfAnotherLinesRow(t *testing.T) {
	var inner, l theme.Line
	inner.Reset(5)
	inner.Put(bold(), "Jim")
	row := inner.String()
	l.Reset(12)
	l.Put(bold(), "x")
	l.Row(row, 5)
	l.To(8)
	l.Put(theme.Style{}, "y")
	if got, want := l.String(), "\x1b[1mx\x1b[m"+row+"  y   "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Whatever is put on it, a row takes exactly its width, for both ways a
// terminal may count, and every look is switched off at its end.
func TestLineIsExactlyAsWideAsItSays(t *testing.T) {
	words := []string{"Jim", "Zoë", "日本語", "👨\u200d👩\u200d👧", "❤\ufe0f", "🇩🇪", "e\u0301", "\u0301", "\x1b[2J", "שָׁלוֹם", "─", "\u200d", "1,000.00", "", "\xff"}
	styles := []theme.Style{{}, bold(), theme.New(theme.Dark, theme.Unicode()).Problem}
	rapid.Check(t, func(rt *rapid.T) {
		var l theme.Line
		width := rapid.IntRange(0, 40).Draw(rt, "width")
		l.Reset(width)
		for range rapid.IntRange(0, 8).Draw(rt, "spans") {
			st, s := rapid.SampledFrom(styles).Draw(rt, "style"), rapid.SampledFrom(words).Draw(rt, "word")
			n := rapid.IntRange(-3, 50).Draw(rt, "n")
			switch rapid.IntRange(0, 4).Draw(rt, "op") {
			case 0:
				l.Put(st, s)
			case 1:
				l.Right(st, s)
			case 2:
				l.Fill(st, s, n)
			case 3:
				l.To(n)
			case 4:
				l.Space(n)
			}
			if l.Col() < 0 || l.Col() > width || l.Left() != width-l.Col() {
				rt.Fatalf("column %d of %d, %d left", l.Col(), width, l.Left())
			}
		}
		row := l.String()
		if w := ansi.StringWidth(row); w != width {
			rt.Fatalf("%q takes %d cells, want %d", row, w, width)
		}
		if w := ansi.StringWidthWc(row); w != width {
			rt.Fatalf("%q takes %d cells by code points, want %d", row, w, width)
		}
		if strings.Count(row, "\x1b[m")*2 != strings.Count(row, "\x1b[") {
			rt.Fatalf("%q leaves a look on", row)
		}
	})
}

func TestGlyphsOfAKindAreEquallyWide(t *testing.T) {
	for name, g := range map[string]theme.Glyphs{"Unicode": theme.Unicode(), "ASCII": theme.ASCII()} {
		kinds := map[string][]string{
			"focus":    {g.Focus, g.NoFocus},
			"radio":    {g.RadioOn, g.RadioOff},
			"check":    {g.CheckOn, g.CheckOff},
			"changed":  {g.Changed, g.Unchanged},
			"verdict":  {g.Problem, g.Notice},
			"timeline": {g.Click, g.Form, g.Refer, g.Clear, g.Order, g.HLine, g.Dot},
			"border":   {g.HLine, g.VLine, g.TopLeft, g.TopRight, g.BottomLeft, g.BottomRight, g.TeeDown, g.TeeUp},
			"page":     {g.Prev, g.Next},
			"amount":   {g.Blank, g.Minus},
		}
		for kind, glyphs := range kinds {
			for _, one := range glyphs {
				if text.Width(one) != text.Width(glyphs[0]) || text.Width(one) == 0 {
					t.Errorf("%s: %s glyphs %q differ in width", name, kind, glyphs)
				}
			}
		}
	}
}

func TestGlyphsAreSafe(t *testing.T) {
	for name, g := range map[string]theme.Glyphs{"Unicode": theme.Unicode(), "ASCII": theme.ASCII()} {
		v := reflect.ValueOf(g)
		for i := range v.NumField() {
			glyph, field := v.Field(i).String(), v.Type().Field(i).Name
			if glyph == "" || text.Show(glyph) != glyph || text.Width(glyph) != ansi.StringWidthWc(glyph) {
				t.Errorf("%s.%s = %q", name, field, glyph)
			}
			if name == "ASCII" && strings.ContainsFunc(glyph, func(r rune) bool { return r < ' ' || r > '~' }) {
				t.Errorf("ASCII.%s = %q is not seven bits", field, glyph)
			}
		}
	}
}

func BenchmarkLine(b *testing.B) {
	th := theme.New(theme.Dark, theme.Unicode())
	var l theme.Line
	b.ReportAllocs()
	for b.Loop() {
		l.Reset(120)
		l.Put(th.Focus, th.Glyphs.Focus)
		l.Put(th.Label, " How to choose")
		l.To(23)
		l.Put(th.Option, "○ latest")
		l.Space(2)
		l.Put(th.Choice, "● first")
		l.To(50)
		l.Put(th.Rule, th.Glyphs.VLine)
		l.Right(th.Money, "1,000.00")
		_ = l.String()
	}
}

func BenchmarkLipgloss(b *testing.B) {
	st := lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Color("#5fd7d7"))
	b.ReportAllocs()
	for b.Loop() {
		_ = st.Render("● first")
	}
}

func BenchmarkStyle(b *testing.B) {
	st := theme.New(theme.Dark, theme.Unicode()).Choice
	b.ReportAllocs()
	for b.Loop() {
		_ = st.Render("● first")
	}
}
