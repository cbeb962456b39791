package answers

import (
	"fmt"
	"slices"
	"strings"

	"referee/ui/text"
	"referee/ui/theme"
)

// page is rows that scroll, and choices that stand in some of them.
type page struct {
	rows   []string
	spots  []int            // by row: the choice that begins there, or none
	marked map[int][]string // by choice: its rows as they are when it is made
	key    drawn

	at      int // the choice that is made, or none
	choices int
	above   int // rows scrolled away
	over    int // rows below the view
	view    int // rows in view
}

const none = -1

// drawn is what the rows were drawn for.
type drawn struct {
	width int
	theme *theme.Theme
}

// move goes to the next choice, or the one before; at their ends it scrolls.
func (p *page) move(by int) {
	switch next := p.at + by; {
	case by > 0 && next < p.choices:
		p.at = next
		p.reveal()
	case by < 0 && p.above > 0 && !p.inView(p.at):
		p.scroll(by)
	case by < 0 && next >= 0:
		p.at = next
		p.reveal()
	default:
		p.scroll(by)
	}
}

func (p *page) scroll(by int) { p.above = max(0, p.above+min(by, p.over)) }

// row is where a choice begins, or none.
func (p *page) row(choice int) int {
	for y, spot := range p.spots {
		if spot == choice && choice != none {
			return y
		}
	}
	return none
}

func (p *page) inView(choice int) bool {
	y := p.row(choice)
	return y >= p.above && y < p.above+max(p.view, 1)
}

// reveal scrolls the choice into view. Of the first one, all above is shown too.
func (p *page) reveal() {
	y := p.row(p.at)
	switch {
	case y == none:
	case p.at == 0:
		p.above = 0
	case y < p.above:
		p.above = y
	case p.view > 0 && y+2 > p.above+p.view:
		p.above = y + 2 - p.view
	}
}

// click makes the choice that stands in a row of the view, and reports whether
// there is one.
func (p *page) click(y int) bool {
	y += p.above
	if y < 0 || y >= len(p.spots) || p.spots[y] == none {
		return false
	}
	p.at = p.spots[y]
	return true
}

// window is the rows in view, at most height of them, and a word on what is not.
func (p *page) window(th *theme.Theme, width, height int) []string {
	p.view = max(height-1, 1)
	p.above = max(0, min(p.above, len(p.rows)-p.view))
	p.over = max(0, len(p.rows)-p.view-p.above)
	rows := append(make([]string, 0, height), p.rows[p.above:min(len(p.rows), p.above+p.view)]...)
	for i, row := range p.marked[p.at] {
		if y := p.row(p.at) - p.above + i; y >= 0 && y < len(rows) {
			rows[y] = row
		}
	}
	if p.over > 0 || p.above > 0 {
		var l theme.Line
		l.Reset(width)
		l.Right(th.Muted, fmt.Sprintf("%d above, %d below", p.above, p.over))
		rows = append(rows, l.String())
	}
	return rows[:min(len(rows), height)]
}

// pen draws rows onto a page.
type pen struct {
	page  *page
	th    *theme.Theme
	line  theme.Line
	width int
}

// begin empties the page for other rows, unless it is drawn for the same already.
func (p *page) begin(th *theme.Theme, width int) (*pen, bool) {
	now := drawn{width, th}
	if p.key == now {
		return nil, false
	}
	p.key = now
	p.rows, p.spots, p.marked = p.rows[:0], p.spots[:0], map[int][]string{}
	return &pen{page: p, th: th, width: width}, true
}

func (d *pen) end(spot int) {
	d.page.rows, d.page.spots = append(d.page.rows, d.line.String()), append(d.page.spots, spot)
}

func (d *pen) gap() {
	d.line.Reset(d.width)
	d.end(none)
}

// says writes wrapped text from a column on; the first row may have a word before
// it. The rows belong to a choice, or to none.
func (d *pen) says(word string, head theme.Style, column int, words string, style theme.Style, spot int) {
	for i, part := range text.Wrap(words, max(d.width-column, 8)) {
		d.line.Reset(d.width)
		if i == 0 && word != "" {
			d.line.Put(head, text.Cut(word, max(column-1, 0), d.th.Glyphs.Ellipsis))
		}
		d.line.To(column)
		d.line.Put(style, part)
		d.end(spot)
		spot = none
	}
}

// choice is text that can be chosen, behind a word, from a column on. It is drawn
// as it is and as it is when it is made, so that going up and down draws nothing.
func (d *pen) choice(n int, word string, column int, words string, style theme.Style) {
	from := len(d.page.rows)
	d.says(strings.TrimRight(d.th.Glyphs.Focus+" "+word, " "), d.th.Focus, column, words, d.th.Focus, none)
	d.page.marked[n] = slices.Clone(d.page.rows[from:])
	d.page.rows, d.page.spots = d.page.rows[:from], d.page.spots[:from]
	d.says(d.th.Glyphs.NoFocus+" "+word, style, column, words, style, n)
}
