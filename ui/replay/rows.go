package replay

import (
	"fmt"
	"time"

	"referee/engine"
	"referee/model"
	"referee/ui/logbook"
	"referee/ui/text"
	"referee/ui/theme"
)

// Rows draws the screen in exactly height rows of exactly width cells.
func (p *Pane) Rows(th *theme.Theme, width, height int) []string {
	p.spots = p.spots[:0]
	d := drawing{p, th, width, nil}
	switch p.State {
	case None:
		d.words("Logs", "Read a folder with partners.csv, touches.csv and sales.csv to see what the draft would have changed over all of it. "+
			"Nothing is written, and any sale can be opened in the simulator.", "o chooses a folder.")
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

// drawing is one drawing of the pane.
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

// words is a heading and what there is to say.
func (d *drawing) words(heading string, paragraphs ...string) {
	d.row(func(l *theme.Line) { l.Put(d.th.Title, heading) })
	for _, paragraph := range paragraphs {
		d.blank()
		for _, part := range text.Wrap(paragraph, max(1, min(d.width-2, 90))) {
			d.row(func(l *theme.Line) { l.Put(d.th.Text, part) })
		}
	}
}

// reading is how far it is.
func (d *drawing) reading() {
	d.row(func(l *theme.Line) { d.cut(l, d.th.Title, "Reading "+d.Folder) })
	d.blank()
	done, all := d.Progress.Bytes.Load(), max(d.Progress.Total.Load(), 1)
	done = min(done, all)
	d.row(func(l *theme.Line) {
		cells := max(1, min(l.Left()-8, 60))
		full := int(done * int64(cells) / all)
		l.Fill(d.th.Accent, d.bar(), full)
		l.Fill(d.th.Muted, d.th.Glyphs.Dot, cells-full)
		l.Put(d.th.Text, fmt.Sprintf(" %3d %%", done*100/all))
	})
	d.row(func(l *theme.Line) {
		rows := d.Progress.Rows.Load()
		words := fmt.Sprintf("%s rows, %s a second", text.Thousands(rows), text.Thousands(int64(float64(rows)/max(d.Elapsed.Seconds(), 0.1))))
		if done > 0 {
			words += fmt.Sprintf(", %s left", time.Duration(float64(d.Elapsed)*float64(all-done)/float64(done)).Round(time.Second))
		}
		if d.State == Settling {
			words = "Deciding every sale, saved and draft"
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

// ready is what the draft changes. A third of the room each is for partners and for
// sales; why comes first and is short.
func (d *drawing) ready(height int) {
	c := &d.Compared
	d.row(func(l *theme.Line) { d.cut(l, d.th.Title, d.Folder) })
	d.row(func(l *theme.Line) { d.cut(l, d.th.Text, d.summary()) })
	if !d.Draft {
		d.row(func(l *theme.Line) { d.cut(l, d.th.Problem, "The draft has problems, so it was not run.") })
	}
	if c.Changed == 0 {
		d.blank()
		d.totals(height - len(d.rows))
		return
	}
	d.blank()
	for _, t := range c.Turns[:min(len(c.Turns), max(1, (height-8)/4))] {
		d.row(func(l *theme.Line) {
			l.Put(d.th.Text, text.PadLeft(text.Thousands(int64(t.Sales)), 12))
			l.Space(2)
			l.Put(d.th.Text, text.Pad(logbook.Turned(t, d.th.Glyphs.Arrow), min(46, max(0, l.Left()-16))))
			d.delta(l, t.Delta)
		})
	}
	d.blank()
	d.partners(max(1, (height-len(d.rows)-4)/2))
	d.blank()
	d.sales(height - len(d.rows))
}

func (d *drawing) summary() string {
	c := &d.Compared
	words := fmt.Sprintf("%s of %s sales change", text.Thousands(int64(c.Changed)), text.Thousands(int64(c.Before.Sales)))
	if c.Changed == 0 {
		words = fmt.Sprintf("None of %s sales changes", text.Thousands(int64(c.Before.Sales)))
	}
	words = fmt.Sprintf("%s %s %s", words, d.th.Glyphs.Dot, d.change(d.th, c.Delta))
	paid, err := c.After.Paid()
	if err != nil {
		return words + " in commissions" // too many to be added up
	}
	return fmt.Sprintf("%s %s %s in commissions", words, d.th.Glyphs.Dot, d.money(paid))
}

func (d *drawing) delta(l *theme.Line, m model.Money) {
	l.Put(d.style(m), text.PadLeft(d.change(d.th, m), 16))
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

// partners is a bar chart of who gains and who loses.
func (d *drawing) partners(most int) {
	c := &d.Compared
	d.row(func(l *theme.Line) {
		l.Put(d.th.Title, "Partners")
		if n := len(c.Partners) - most + 1; n > 0 && len(c.Partners) > 0 {
			d.more(l, len(c.Partners), most-1)
		}
	})
	largest := model.Money(1)
	for _, p := range c.Partners {
		largest = max(largest, p.Delta, -p.Delta)
	}
	for _, p := range c.Partners[:min(len(c.Partners), most-1)] {
		d.row(func(l *theme.Line) {
			l.Put(d.th.Text, text.Pad(p.Partner.Name(c.Catalog), min(24, max(4, d.width/4))))
			d.delta(l, p.Delta)
			l.Space(2)
			if room := min(l.Left()-1, 60); room > 0 {
				l.Fill(d.style(p.Delta), d.bar(), cells(max(p.Delta, -p.Delta), largest, room))
			}
		})
	}
}

// cells is how long the bar of a part is, if that of the largest fills the room.
func cells(part, largest model.Money, room int) int {
	n, _ := model.Share(part, model.Money(room), max(1, largest))
	return max(1, int(n))
}

func (d *drawing) more(l *theme.Line, all, shown int) {
	if all > shown {
		l.Right(d.th.Muted, fmt.Sprintf("%s in all ", text.Thousands(int64(all))))
	}
}

// totals is a bar chart of what partners are paid, where nothing changes.
func (d *drawing) totals(room int) {
	c := &d.Compared
	d.row(func(l *theme.Line) { l.Put(d.th.Title, "Who is paid most") })
	order := c.Before.ByPaid()
	for _, i := range order[:min(len(order), max(0, room-1))] {
		paid := c.Before.Partners[i].Paid
		d.row(func(l *theme.Line) {
			l.Put(d.th.Text, text.Pad(engine.PartnerID(i).Name(c.Catalog), min(24, max(4, d.width/4))))
			l.Put(d.th.Money, text.PadLeft(d.money(paid), 16))
			l.Space(2)
			if room := min(l.Left()-1, 60); room > 0 {
				l.Fill(d.th.Accent, d.bar(), cells(paid, c.Before.Partners[order[0]].Paid, room))
			}
		})
	}
}

// sales lists the sales with the most money at stake, the selected one in view.
func (d *drawing) sales(room int) {
	c := &d.Compared
	d.row(func(l *theme.Line) {
		l.Put(d.th.Title, "Sales with the most money at stake")
		d.more(l, c.Changed, len(c.Largest))
	})
	d.page = max(1, room-1)
	d.first = min(max(d.first, d.at-d.page+1), d.at)
	for i := d.first; i < len(c.Largest) && i < d.first+d.page; i++ {
		s := c.Largest[i]
		d.row(func(l *theme.Line) {
			glyph, style := d.th.Glyphs.NoFocus, d.th.Text
			if i == d.at {
				glyph, style = d.th.Glyphs.Focus, d.th.Focus
			}
			l.Put(d.th.Focus, glyph)
			l.Space(1)
			l.Put(style, text.Pad(s.Sale, min(20, max(4, d.width/4))))
			l.Put(d.th.Money, text.PadLeft(d.money(s.Moved), 14))
			l.Space(2)
			d.cut(l, d.th.Text, logbook.Credited(c.Catalog, s.Before, s.BeforeBy)+" "+d.th.Glyphs.Arrow+" "+logbook.Credited(c.Catalog, s.After, s.AfterBy))
		})
		d.spots[len(d.spots)-1] = i
	}
}
