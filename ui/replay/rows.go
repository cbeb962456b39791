package replay

import (
	"fmt"
	"strings"
	"time"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// Rows draws the screen in exactly height rows of exactly width cells.
func (p *Pane) Rows(th *theme.Theme, width, height int) []string {
	p.spots = p.spots[:0]
	d := drawing{p, th, width, nil}
	switch p.State {
	case None:
		d.invite()
	case Reading, Settling:
		d.reading()
	case Failed:
		d.words("The log cannot be read", p.Problem, "o chooses a folder.")
	case Refused:
		d.words("These policies cannot be compared over the log", d.Problem, "Change the draft, or read another log.")
	case Ready:
		d.ready(height)
	}
	for len(d.rows) < height {
		d.blank()
	}
	return d.rows[:height]
}

// drawing is one drawing of the pane, or of a column of it.
type drawing struct {
	*Pane
	th    *theme.Theme
	width int
	rows  []string
}

// row draws one row.
func (d *drawing) row(draw func(l *theme.Line)) {
	l := &d.line
	l.Reset(d.width)
	l.Space(1)
	draw(l)
	d.rows = append(d.rows, l.String())
	d.spots = append(d.spots, none)
}

func (d *drawing) blank() { d.row(func(*theme.Line) {}) }

func (d *drawing) title(s string) { d.row(func(l *theme.Line) { d.cut(l, d.th.Title, s) }) }

// say is a paragraph that hangs at an indent.
func (d *drawing) say(style theme.Style, indent int, paragraph string) {
	for _, part := range text.Wrap(paragraph, max(1, min(d.width-2-indent, 90))) {
		d.row(func(l *theme.Line) {
			l.Space(indent)
			l.Put(style, part)
		})
	}
}

// words is a heading and what there is to say.
func (d *drawing) words(heading string, paragraphs ...string) {
	d.title(heading)
	for _, paragraph := range paragraphs {
		d.blank()
		d.say(d.th.Text, 0, paragraph)
	}
}

// files are what a folder holds, and what stands in them.
var files = [...]struct{ name, columns string }{
	{"partners.csv", "partner, parent, name; track_days and active if known"},
	{"touches.csv", "touch_id, time, contact, cookie, ip, partner, kind"},
	{"sales.csv", "sale_id, time, contact, cookie, ip, amount, product"},
}

// invite says what can be done here: what comes first must be in view on the smallest
// screen.
func (d *drawing) invite() {
	d.title("What would the draft have paid over a year of sales?")
	d.say(d.th.Text, 0, "o chooses a folder. Every sale in it is decided twice, and nothing is written:")
	d.say(d.th.Hint, 0, d.Versus)
	d.blank()
	d.title("What the folder holds")
	for _, f := range files {
		d.row(func(l *theme.Line) {
			l.Put(d.th.Text, text.Pad(f.name, 15))
			d.cut(l, d.th.Hint, f.columns)
		})
	}
	d.say(d.th.Hint, 0, "Each as it is, or compressed as .gz or .zst. Exports of Tapfiliate, AffiliateWP, Shopify and Keap become such a folder with: referee import logs")
	d.blank()
	d.title("What you see then")
	d.say(d.th.Hint, 0, "Totals of both, why sales change, who gains and who loses, and the sales with the most money at stake. "+
		"enter opens one in the simulator with its clicks as a case, / any other.")
}

// reading is how far it is.
func (d *drawing) reading() {
	d.title("Reading " + d.Folder)
	d.blank()
	done, all := d.Progress.Bytes.Load(), max(d.Progress.Total.Load(), 1)
	done = min(done, all)
	d.row(func(l *theme.Line) {
		room := max(1, min(l.Left()-8, 60))
		full := int(done * int64(room) / all)
		l.Fill(d.th.Accent, d.bar(), full)
		l.Fill(d.th.Muted, d.th.Glyphs.Dot, room-full)
		l.Put(d.th.Text, fmt.Sprintf(" %3d %%", done*100/all))
	})
	d.row(func(l *theme.Line) {
		rows := d.Progress.Rows.Load()
		words := fmt.Sprintf("%s rows, %s a second", text.Thousands(rows), text.Thousands(int64(float64(rows)/max(d.Elapsed.Seconds(), 0.1))))
		switch {
		case d.State == Settling:
			words = "Deciding every sale, saved and draft"
		case done == all:
			words = text.Thousands(rows) + " rows, all read; finding what bears on each sale"
		case done > 0:
			words += fmt.Sprintf(", %s left", time.Duration(float64(d.Elapsed)*float64(all-done)/float64(done)).Round(time.Second))
		}
		d.cut(l, d.th.Muted, words)
	})
	d.blank()
	d.row(func(l *theme.Line) { d.cut(l, d.th.Hint, "esc stops it. The other screens can be used meanwhile.") })
}

func (d *drawing) cut(l *theme.Line, style theme.Style, s string) {
	l.Put(style, text.Cut(s, l.Left(), d.th.Glyphs.Ellipsis))
}

// bar is what bars are made of.
func (d *drawing) bar() string {
	if d.th.Glyphs.HLine == "-" {
		return "#"
	}
	return "█"
}

// cells is how long the bar of a part is, if that of the largest fills the room.
func cells(part, largest model.Money, room int) int {
	n, _ := model.Share(part, model.Money(room), max(1, largest))
	return max(1, int(n))
}

func (d *drawing) style(m model.Money) theme.Style {
	switch {
	case m < 0:
		return d.th.Loss
	case m > 0:
		return d.th.Gain
	}
	return d.th.Muted
}

// beside puts two columns, each drawn in its own width, into rows next to each other.
// What can be clicked is on the right.
func (d *drawing) beside(left int, one, two func(*drawing)) {
	a := drawing{d.Pane, d.th, left, nil}
	b := drawing{d.Pane, d.th, d.width - left, nil}
	from := len(d.spots)
	one(&a)
	d.spots = d.spots[:from]
	two(&b)
	for i := range max(len(a.rows), len(b.rows)) {
		row := ""
		for _, column := range [...]*drawing{&a, &b} {
			if i < len(column.rows) {
				row += column.rows[i]
			} else {
				row += strings.Repeat(" ", column.width)
			}
		}
		d.rows = append(d.rows, row)
	}
	for len(d.spots) < from+len(a.rows) {
		d.spots = append(d.spots, none)
	}
}
