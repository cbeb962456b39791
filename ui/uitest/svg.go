package uitest

import (
	"fmt"
	"html"
	"image/color"
	"strings"
)

// The picture's measures in pixels. A cell is as wide as a character of 14
// pixels is in the usual monospaced fonts.
const (
	cellWidth, cellHeight = 8.4, 17
	fontSize, baseline    = 14, 13
	margin, titleBar      = 14, 34
)

// Frame is how the window around a picture looks. The screen's own colours are
// in its cells; FG and BG are for the cells that have none.
type Frame struct {
	Title  string
	FG, BG color.Color
}

// SVG draws the screen as a picture of a window. It needs no font beside the
// reader's monospaced one: every run of characters is set to the width of its
// cells. The same screen always gives the same bytes, so the picture can be kept
// as a golden.
func (s *Screen) SVG(f Frame) string {
	var out strings.Builder
	w := 2*margin + float64(s.width)*cellWidth
	h := titleBar + margin + s.height*cellHeight
	fg, bg := hex(f.FG), hex(f.BG)
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" role="img" aria-label="%s">`+"\n",
		w, h, w, h, html.EscapeString(f.Title))
	fmt.Fprintf(&out, `<rect x="0.5" y="0.5" width="%.0f" height="%d" rx="8" fill="%s" stroke="%s" stroke-opacity="0.25"/>`+"\n", w-1, h-1, bg, fg)
	for i := range 3 {
		fmt.Fprintf(&out, `<circle cx="%d" cy="%d" r="5" fill="%s" fill-opacity="0.25"/>`+"\n", margin+6+i*16, titleBar/2, fg)
	}
	fmt.Fprintf(&out, `<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="%d" fill="%s" xml:space="preserve">`+"\n", fontSize, fg)
	fmt.Fprintf(&out, `<text x="%.0f" y="%d" text-anchor="middle" fill-opacity="0.6">%s</text>`+"\n", w/2, titleBar/2+5, html.EscapeString(f.Title))
	for y := range s.height {
		s.svgRow(&out, y, f)
	}
	out.WriteString("</g>\n</svg>\n")
	return out.String()
}

// svgRow draws one row as runs of cells that look the same. A gap of two or more
// spaces ends a run too, so that columns stay in line whatever the font.
func (s *Screen) svgRow(out *strings.Builder, y int, f Frame) {
	for x := 0; x < s.width; {
		var (
			run   strings.Builder
			look  = s.look(x, y)
			gap   = s.inGap(x, y)
			start = x
		)
		for x < s.width && s.look(x, y) == look && s.inGap(x, y) == gap {
			run.WriteString(s.Cell(x, y).Text)
			x++
		}
		svgRun(out, svgSpan{text: run.String(), x: start, y: y, cells: x - start, look: look}, f)
	}
}

// look is how a cell looks, whatever stands in it.
func (s *Screen) look(x, y int) Cell {
	c := s.Cell(x, y)
	c.Text = ""
	return c
}

// inGap reports whether a cell is one of several spaces in a row.
func (s *Screen) inGap(x, y int) bool {
	space := func(x int) bool { return s.Cell(x, y).Text == " " }
	return space(x) && (space(x-1) || space(x+1))
}

type svgSpan struct {
	text        string
	x, y, cells int
	look        Cell
}

func svgRun(out *strings.Builder, r svgSpan, f Frame) {
	fg, bg := r.look.FG, r.look.BG
	if r.look.Invert {
		fg, bg = orElse(bg, f.BG), orElse(fg, f.FG)
	}
	left, width := margin+float64(r.x)*cellWidth, float64(r.cells)*cellWidth
	top := titleBar + r.y*cellHeight
	if bg != nil {
		fmt.Fprintf(out, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", left, top, width, cellHeight, hex(bg))
	}
	if strings.TrimSpace(r.text) == "" && !r.look.Underline {
		return
	}
	fmt.Fprintf(out, `<text x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs"%s>%s</text>`+"\n",
		left, top+baseline, width, svgAttributes(r.look, fg), html.EscapeString(r.text))
}

func svgAttributes(look Cell, fg color.Color) string {
	var out strings.Builder
	if fg != nil {
		fmt.Fprintf(&out, ` fill="%s"`, hex(fg))
	}
	for _, a := range []struct {
		on   bool
		text string
	}{
		{look.Bold, ` font-weight="bold"`},
		{look.Italic, ` font-style="italic"`},
		{look.Faint, ` fill-opacity="0.6"`},
		{look.Underline, ` text-decoration="underline"`},
	} {
		if a.on {
			out.WriteString(a.text)
		}
	}
	return out.String()
}

func orElse(c, other color.Color) color.Color {
	if c == nil {
		return other
	}
	return c
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
