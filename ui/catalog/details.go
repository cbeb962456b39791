package catalog

import (
	"fmt"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// Columns of a line of a row: the focus, the label, the mark, what stands there.
const (
	focusColumn = 1
	labelColumn = 3
	valueColumn = 19
	hintHeight  = 2
)

// details draws the selected row line by line. What is drawn is in its own
// rectangle; x and y are where that lies in the body.
type details struct {
	*Screen
	th      *theme.Theme
	width   int
	height  int
	longest int // how wide the widest rate is drawn
	rows    []string
	spots   []drawnSpot
	at      int // the row of the focused line
	last    int // and the last one of what is said of it
	caretX  int
	caretY  int
}

func (s *Screen) drawDetails(th *theme.Theme, width, height, x, y int) []string {
	d := &details{Screen: s, th: th, width: width, height: height, caretX: none}
	hint := 0
	if height >= 10 {
		hint = hintHeight + 1
	}
	if _, ok := s.row(); ok {
		d.longest = d.longestRate()
		for i := range s.lines {
			d.drawLine(i)
			if i == s.line {
				d.last = len(d.rows) - 1
			}
		}
	}
	room := max(height-hint, 0)
	s.drawn.above = max(0, min(s.drawn.above, len(d.rows)-room), d.last-room+2)
	if d.at < s.drawn.above+1 { // what stands above a line belongs to it: a heading
		s.drawn.above = max(0, d.at-1)
	}
	rows := d.rows[s.drawn.above:min(len(d.rows), s.drawn.above+room)]
	for _, spot := range d.spots {
		if spot.y -= s.drawn.above; spot.y >= 0 && spot.y < room {
			spot.y, spot.from, spot.to = spot.y+y, spot.from+x, spot.to+x
			s.drawn.spots = append(s.drawn.spots, spot)
		}
	}
	if at := d.caretY - s.drawn.above; d.caretX != none && at >= 0 && at < room {
		s.drawn.caretX, s.drawn.caretY, s.drawn.caret = d.caretX+x, at+y, true
	}
	return d.fill(rows, hint)
}

// fill makes the rows as many as there are to be, the explanation of the focused
// spot last.
func (d *details) fill(rows []string, hint int) []string {
	l := &d.drawn.line
	l.Reset(d.width)
	blank := l.String()
	rows = append(make([]string, 0, d.height), rows...)
	for len(rows) < d.height-hint {
		rows = append(rows, blank)
	}
	if hint > 0 {
		rows = append(rows, d.more())
		for _, words := range text.WrapIn(d.help(), max(d.width-2, 1), hintHeight, d.th.Glyphs.Ellipsis) {
			l.Reset(d.width)
			l.Space(1)
			l.Put(d.th.Hint, words)
			rows = append(rows, l.String())
		}
		for len(rows) < d.height {
			rows = append(rows, blank)
		}
	}
	return rows[:d.height]
}

// more says how much of the row is below what is in view.
func (d *details) more() string {
	l := &d.drawn.line
	l.Reset(d.width)
	if below := len(d.rows) - d.drawn.above - (d.height - hintHeight - 1); below > 0 {
		l.Right(d.th.Muted, text.Count(below, "more line ", "more lines ")+d.th.Glyphs.Ellipsis+" ")
	}
	return l.String()
}

func (d *details) drawLine(i int) {
	line, l := d.lines[i], &d.drawn.line
	if line.rates > 0 {
		d.drawRates(i)
		return
	}
	l.Reset(d.width)
	focused := d.open && i == d.line
	if i == d.line {
		d.at = len(d.rows)
	}
	switch {
	case len(line.spots) == 0:
		l.Space(focusColumn)
		l.Put(d.th.Title, line.label)
	case line.spots[0].shape == button:
		d.label(l, line.label, focused, d.th.Label)
		d.putButton(l, i, line.spots[0], focused)
	case line.spots[0].shape == tick:
		d.label(l, "", focused, d.th.Label)
		d.putTick(l, i, line, focused)
	default:
		d.label(l, line.label, focused, d.th.Label)
		d.mark(l, line.spots[0])
		d.putValue(l, i, line.spots[0], focused)
	}
	d.rows = append(d.rows, l.String())
	d.notes(line.spots)
}

func (d *details) label(l *theme.Line, label string, focused bool, style theme.Style) {
	l.Space(focusColumn)
	glyph := d.th.Glyphs.NoFocus
	if focused {
		glyph, style = d.th.Glyphs.Focus, d.th.Focus
	}
	l.Put(d.th.Focus, glyph)
	l.To(labelColumn)
	l.Put(style, label)
}

// mark tells in one cell what matters most of a spot.
func (d *details) mark(l *theme.Line, at spot) {
	l.To(valueColumn - 2)
	switch {
	case d.wrong(at):
		l.Put(d.th.Problem, d.th.Glyphs.Problem)
	case d.isChanged(at):
		l.Put(d.th.Changed, d.th.Glyphs.Changed)
	}
	l.To(valueColumn)
}

func (d *details) wrong(at spot) bool {
	_, wrong := d.edit.Problem(at.field)
	return wrong && at.shape != tick && !d.welcomes(at.field)
}

func (d *details) putValue(l *theme.Line, i int, at spot, focused bool) {
	if at.shape == choice {
		d.putChoice(l, i, at)
		return
	}
	from, value := l.Col(), d.value(at)
	if !focused {
		if value == "" {
			l.Put(d.th.Option, d.blankWord(at))
		} else {
			l.Put(d.th.Text, text.Cut(value, l.Left(), d.th.Glyphs.Ellipsis))
		}
	} else {
		d.sync(at)
		visible, caret := d.typing.View(l.Left())
		l.Put(d.th.Text, visible)
		d.caretX, d.caretY = from+caret, len(d.rows)
		if proposed := d.proposal(at); proposed != "" {
			l.Put(d.th.Muted, " "+d.th.Glyphs.Arrow+" "+proposed)
		}
	}
	d.spots = append(d.spots, drawnSpot{len(d.rows), from, d.width, i, 0, none})
}

// blankWord is what a blank means.
func (d *details) blankWord(at spot) string {
	switch at.field.Key {
	case "track_days":
		return "for ever"
	case "parent":
		return "nobody"
	}
	return d.th.Glyphs.Blank
}

func (d *details) putChoice(l *theme.Line, i int, at spot) {
	for n, o := range at.options {
		glyph, style := d.th.Glyphs.RadioOff, d.th.Option
		if o.value == d.value(at) {
			glyph, style = d.th.Glyphs.RadioOn, d.th.Choice
		}
		from := l.Col()
		l.Put(style, glyph+" "+o.label)
		d.spots = append(d.spots, drawnSpot{len(d.rows), from, l.Col(), i, 0, n})
		l.Space(2)
	}
}

func (d *details) putTick(l *theme.Line, i int, line line, focused bool) {
	at := line.spots[0]
	glyph, style := d.th.Glyphs.CheckOff, d.th.Option
	if d.value(at) == "true" {
		glyph, style = d.th.Glyphs.CheckOn, d.th.Choice
	}
	if focused {
		style = d.th.Focus
	}
	l.Put(style, glyph+" ")
	l.Put(style, text.Cut(line.label, l.Left()-2, d.th.Glyphs.Ellipsis))
	if d.isChanged(at) {
		l.Put(d.th.Changed, " "+d.th.Glyphs.Changed)
	}
	d.spots = append(d.spots, drawnSpot{len(d.rows), labelColumn, d.width, i, 0, 0})
}

func (d *details) putButton(l *theme.Line, i int, at spot, focused bool) {
	style, words := d.th.Option, "+ rates for a product"
	if focused {
		style = d.th.Focus
	}
	if at.program != "" {
		c := d.edit.Catalog
		in, all := c.Enrolled(at.program), len(c.Partners())
		l.To(valueColumn)
		l.Put(d.th.Text, fmt.Sprintf("%d of %d are in it", in, all))
		if words = ""; in < all {
			words = "  + everybody"
		}
	}
	l.Put(style, words)
	d.spots = append(d.spots, drawnSpot{len(d.rows), labelColumn, d.width, i, 0, 0})
}

// notes says under a line what is wrong in it, and what the focused field was.
func (d *details) notes(spots []spot) {
	for n, at := range spots {
		if problem, _ := d.edit.Problem(at.field); d.wrong(at) {
			words := problem.What
			if problem.Hint != "" {
				words += ": " + problem.Hint
			}
			for _, part := range text.Wrap(words, max(d.width-labelColumn-3, 8)) {
				d.note(d.th.Problem, part)
			}
		}
		if focused, ok := d.focused(); d.open && ok && focused.field == at.field && at.shape != tick && d.isChanged(at) {
			d.note(d.th.Changed, "was: "+d.words(spots[n], *d.before(at)))
		}
	}
}

func (d *details) words(at spot, value string) string {
	for _, o := range at.options {
		if o.value == value {
			return o.label
		}
	}
	if value == "" {
		return d.blankWord(at)
	}
	return value
}

func (d *details) note(style theme.Style, words string) {
	l := &d.drawn.line
	l.Reset(d.width)
	l.Space(labelColumn + 2)
	l.Put(style, text.Cut(words, l.Left(), d.th.Glyphs.Ellipsis))
	d.rows = append(d.rows, l.String())
}

// hides is why a cell is kept and not shown, or "".
func (s *Screen) hides(cell model.Cell) string {
	by, hidden := s.settings.Hides(cell)
	if !hidden {
		return ""
	}
	return by.Name() + " is " + by.Words(s.settings.Draft().Text(by))
}
