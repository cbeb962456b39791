package uitest_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"referee/ui/uitest"
)

func TestScreen(t *testing.T) {
	s := uitest.NewScreen(t, 20, 4)
	_, _ = s.Write([]byte("Jim 日本 \x1b[1;31;7mbold\x1b[m\r\n\x1b[2;4;3mfaint\x1b[m\x1b]2;title\a\x1b[?25l\x1b[c\x1b]11;?\a"))
	if got, want := s.Text(), "Jim 日本 bold\nfaint"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	x, y, ok := s.Find("bold")
	if x != 9 || y != 0 || !ok {
		t.Errorf("bold is at %d,%d (%v), want 9,0", x, y, ok)
	}
	if c := s.Cell(x, y); c.Text != "b" || !c.Bold || !c.Invert || c.FG != lipgloss.Red || c.BG != nil {
		t.Errorf("%+v", c)
	}
	if c := s.Cell(0, 1); !c.Faint || !c.Underline || !c.Italic || c.Bold {
		t.Errorf("%+v", c)
	}
	if _, _, ok := s.Find("nobody"); ok {
		t.Error("found nobody")
	}
	if c := s.Cell(99, 99); c != (uitest.Cell{}) {
		t.Errorf("outside: %+v", c)
	}
	if cx, cy, visible := s.Cursor(); cx != 5 || cy != 1 || visible {
		t.Errorf("cursor %d,%d %v", cx, cy, visible)
	}
	if s.Title() != "title" || s.Alternate() {
		t.Errorf("title %q, alternate %v", s.Title(), s.Alternate())
	}
}

func TestKeyNamesRoundTrip(t *testing.T) {
	names := []string{
		"a", "A", "?", "+", "é", "日", "space", "tab", "shift+tab", "enter", "esc", "backspace", "delete", "up", "pgdown",
		"home", "f2", "f12", "ctrl+s", "ctrl+z", "ctrl+left", "alt+b", "ctrl+alt+x", "shift+up", "alt+enter", "ctrl++",
	}
	for _, name := range names {
		k, err := uitest.Key(name)
		if err != nil || k.String() != name {
			t.Errorf("Key(%q) prints %q, %v", name, k, err)
		}
	}
	for _, name := range []string{"", "strg+s", "ctrl+", "Tab", "return", "shift+ctrl+a", "hello"} {
		if k, err := uitest.Key(name); err == nil {
			t.Errorf("Key(%q) = %v, want an error", name, k)
		}
	}
	if k, _ := uitest.Key("A"); k.Code != 'a' || k.Mod != tea.ModShift || k.Text != "A" {
		t.Errorf("A is %+v", k)
	}
}

func TestGoldens(t *testing.T) {
	d := uitest.New(t, note{}, 24, 4)
	d.Type("Jim & <Zoë>")
	d.Golden("note")
	uitest.GoldenText(t, "note.svg", d.Screen().SVG(uitest.Frame{
		Title: "note & more", FG: lipgloss.Color("#d0d4d8"), BG: lipgloss.Color("#1e1e1e"),
	}))
}

func TestSVGDrawsInvertedAndUnderlined(t *testing.T) {
	s := uitest.NewScreen(t, 10, 1)
	_, _ = s.Write([]byte("\x1b[7ma\x1b[27;4mb\x1b[24;2;3mc"))
	svg := s.SVG(uitest.Frame{FG: lipgloss.Color("#ffffff"), BG: lipgloss.Color("#000000")})
	for _, want := range []string{
		`width="8.4" height="17" fill="#ffffff"/>`, ` fill="#000000">a</text>`,
		` text-decoration="underline">b</text>`, ` font-style="italic" fill-opacity="0.6">c</text>`,
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
}
