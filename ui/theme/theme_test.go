package theme_test

import (
	"image/color"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"referee/ui/theme"
)

// tokens returns the styles of a theme by field name.
func tokens(th *theme.Theme) map[string]theme.Style {
	all := map[string]theme.Style{}
	v := reflect.ValueOf(*th)
	for i := range v.NumField() {
		if st, ok := v.Field(i).Interface().(theme.Style); ok {
			all[v.Type().Field(i).Name] = st
		}
	}
	return all
}

// drawn is what a terminal makes of a style.
func drawn(st theme.Style) uv.Style {
	return uv.NewStyledString(st.Render("x")).Lines(ansi.GraphemeWidth)[0][0].Style
}

// contrast is the WCAG 2 contrast ratio of two colours.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestContrastFormula(t *testing.T) {
	black, white := lipgloss.Color("#000000"), lipgloss.Color("#ffffff")
	if c := contrast(black, white); math.Abs(c-21) > 0.001 {
		t.Errorf("black on white: %.3f, want 21", c)
	}
	if c := contrast(lipgloss.Color("#777777"), white); math.Abs(c-4.478) > 0.01 {
		t.Errorf("#777777 on white: %.3f, want 4.478", c)
	}
}

// Every coloured token can be read on the backgrounds people use, also after a
// terminal of 256 colours has rounded it.
func TestContrast(t *testing.T) {
	backgrounds := map[theme.Mode][]string{
		theme.Dark:  {"#000000", "#1e1e1e", "#282a36", "#002b36", "#1d2021", "#2e3440", "#300a24"},
		theme.Light: {"#ffffff", "#f5f5f5", "#fafafa", "#fdf6e3", "#eff1f5"},
	}
	for mode, list := range backgrounds {
		coloured := 0
		for name, st := range tokens(theme.New(mode, theme.Unicode())) {
			fg := drawn(st).Fg
			if fg == nil {
				continue // the terminal's own colour
			}
			coloured++
			for _, bg := range list {
				for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
					if c := contrast(p.Convert(fg), lipgloss.Color(bg)); c < 4.5 {
						t.Errorf("%v: %s on %s in %v: contrast %.2f, want at least 4.5", mode, name, bg, p, c)
					}
				}
			}
		}
		if coloured < 10 {
			t.Errorf("%v: only %d tokens have a colour", mode, coloured)
		}
	}
}

func TestNoBackgroundIsPainted(t *testing.T) {
	for _, mode := range theme.Modes() {
		for name, st := range tokens(theme.New(mode, theme.Unicode())) {
			if d := drawn(st); d.Bg != nil || d.Attrs&uv.AttrReverse != 0 {
				t.Errorf("%v: %s paints a background", mode, name)
			}
		}
	}
}

func TestNoneHasNoColour(t *testing.T) {
	for name, st := range tokens(theme.New(theme.None, theme.Unicode())) {
		d := drawn(st)
		if d.Fg != nil || d.Bg != nil || d.UnderlineColor != nil || d.Attrs&^uv.AttrBold != 0 {
			t.Errorf("%s: %+v, want bold and underline only", name, d)
		}
	}
}

// The theme at start must be readable whatever the background turns out to be,
// so it keeps to the colours that are neither very light nor very dark in the
// palettes terminals ship with.
func TestSixteenColours(t *testing.T) {
	allowed := []color.Color{nil, ansi.Red, ansi.Green, ansi.Magenta}
	for _, mode := range []theme.Mode{theme.Neutral, theme.ANSI} {
		for name, st := range tokens(theme.New(mode, theme.Unicode())) {
			if fg := drawn(st).Fg; !slices.Contains(allowed, fg) {
				t.Errorf("%v: %s uses colour %v", mode, name, fg)
			}
		}
	}
}

// Text in front of the eye keeps the terminal's own colour in every mode.
func TestTextIsTheTerminalsOwn(t *testing.T) {
	for _, mode := range theme.Modes() {
		if th := theme.New(mode, theme.Unicode()); !th.Text.Plain() || !th.Money.Plain() {
			t.Errorf("%v: Text or Money is styled", mode)
		}
	}
}

func TestModeNames(t *testing.T) {
	for _, mode := range theme.Modes() {
		got, err := theme.ParseMode(mode.String())
		if err != nil || got != mode {
			t.Errorf("ParseMode(%q) = %v, %v", mode, got, err)
		}
	}
	if _, err := theme.ParseMode("purple"); err == nil || !strings.Contains(err.Error(), "dark, light, ansi, none") {
		t.Errorf("ParseMode(purple): %v, want the names it knows", err)
	}
}

func TestStyleOfIgnoresTheBox(t *testing.T) {
	ls := lipgloss.NewStyle().Bold(true).Padding(1, 2).Margin(1).Width(20).Height(3).Border(lipgloss.NormalBorder())
	if got, want := theme.StyleOf(ls).Render("x"), "\x1b[1mx\x1b[m"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if st := theme.StyleOf(lipgloss.NewStyle()); !st.Plain() || st.Render("x") != "x" {
		t.Errorf("an empty style renders %q", st.Render("x"))
	}
}
