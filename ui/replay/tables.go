package replay

import (
	"fmt"

	"referee/engine"
	"referee/engine/replay"
	"referee/model"
	"referee/ui/logbook"
	"referee/ui/text"
	"referee/ui/theme"
)

// columnsFrom is the width from which on partners and sales stand side by side.
const columnsFrom = 100

// ready is what the log comes to under both policies: totals, then why sales change,
// who it falls on, and which sales.
func (d *drawing) ready(height int) {
	c := &d.Compared
	d.heading()
	if d.Skipped != "" {
		d.say(d.th.Notice, 0, d.Skipped)
	}
	if d.Unreached != "" {
		d.say(d.th.Notice, 0, d.Unreached)
	}
	d.totals()
	roomy := height > 20
	if roomy {
		d.blank()
	}
	if c.Changed == 0 {
		d.paid(height - len(d.rows))
		return
	}
	d.why(min(len(c.Turns), max(1, (height-8)/4)))
	if roomy {
		d.blank()
	}
	room := height - len(d.rows)
	if d.width >= columnsFrom {
		d.beside(d.width/2-2, func(l *drawing) { l.partners(room) }, func(r *drawing) { r.sales(room) })
		return
	}
	d.partners(min(len(c.Partners)+1, max(2, room*2/5)))
	if roomy {
		d.blank()
	}
	d.sales(height - len(d.rows))
}

// heading is what log this is, and which policies are compared over it.
func (d *drawing) heading() {
	c := &d.Compared
	d.row(func(l *theme.Line) {
		d.cut(l, d.th.Title, d.Folder)
		if d.Stale {
			l.Right(d.th.Notice, "being reckoned "+d.th.Glyphs.Ellipsis+" ")
		}
	})
	d.row(func(l *theme.Line) {
		words := "None of " + text.Count(c.Before.Sales, "sale changes", "sales changes")
		if c.Changed > 0 {
			words = logbook.Changes(c.Changed, c.Before.Sales)
		}
		d.cut(l, d.th.Text, words)
		d.cut(l, d.th.Hint, " "+d.th.Glyphs.Dot+" "+d.Versus)
	})
}

// column is a column of the totals.
type column struct {
	head          string
	width         int
	before, after int64
	money         bool
}

// totals is what both policies come to, column by column as far as there is room. With
// only one policy to show, there is one row.
func (d *drawing) totals() {
	c := &d.Compared
	columns := []column{
		{"Paid", 16, int64(sum(&c.Before)), int64(sum(&c.After)), true},
		{"Commissions", 12, int64(c.Before.Rows()), int64(c.After.Rows()), false},
	}
	for _, rung := range [...]struct {
		by   engine.Rung
		head string
	}{{engine.ByCookie, "By cookie"}, {engine.ByHistory, "By history"}, {engine.ByAddress, "By address"}, {engine.ByNobody, "To nobody"}} {
		columns = append(columns, column{rung.head, 11, int64(c.Before.Credited[rung.by]), int64(c.After.Credited[rung.by]), false})
	}
	fit := 0
	for room := d.width - 1 - labelWidth; fit < len(columns) && room >= columns[fit].width; fit++ {
		room -= columns[fit].width
	}
	columns = columns[:fit]
	d.line4("", d.th.Hint, columns, func(c column) (string, theme.Style) { return c.head, d.th.Hint })
	d.line4("saved", d.th.Text, columns, func(c column) (string, theme.Style) { return d.figure(c.before, c.money), d.th.Text })
	if c.Changed == 0 {
		return
	}
	d.line4("draft", d.th.Text, columns, func(c column) (string, theme.Style) { return d.figure(c.after, c.money), d.th.Text })
	d.line4("change", d.th.Hint, columns, func(c column) (string, theme.Style) {
		delta := c.after - c.before
		switch {
		case delta == 0:
			return d.th.Glyphs.Blank, d.th.Muted
		case c.money:
			return d.change(d.th, model.Money(delta)), d.style(model.Money(delta))
		case delta < 0:
			return d.th.Glyphs.Minus + text.Thousands(-delta), d.th.Text
		}
		return "+" + text.Thousands(delta), d.th.Text
	})
}

const labelWidth = 7

// line4 is one of the rows of the totals.
func (d *drawing) line4(label string, style theme.Style, columns []column, cell func(column) (string, theme.Style)) {
	d.row(func(l *theme.Line) {
		l.Put(style, text.Pad(label, labelWidth))
		for _, c := range columns {
			words, style := cell(c)
			l.Put(style, text.PadLeft(words, c.width))
		}
	})
}

func (d *drawing) figure(n int64, money bool) string {
	if money {
		return d.money(model.Money(n))
	}
	return text.Thousands(n)
}

// sum is all that is paid. A comparison was made of it, so it can be added up.
func sum(t *replay.Totals) model.Money {
	paid, _ := t.Paid()
	return paid
}

// why lists the ways in which sales change, the most frequent first.
func (d *drawing) why(most int) {
	c := &d.Compared
	d.row(func(l *theme.Line) {
		l.Put(d.th.Title, "Why sales change")
		d.more(l, len(c.Turns), most)
	})
	for _, t := range c.Turns[:most] {
		d.row(func(l *theme.Line) {
			l.Put(d.th.Text, d.name(logbook.Turned(t, d.th.Glyphs.Arrow), min(42, max(8, d.width-28))))
			l.Put(d.th.Text, text.PadLeft(text.Thousands(int64(t.Sales)), 10))
			d.delta(l, t.Delta)
			d.chart(l, d.th.Accent, model.Money(t.Sales), model.Money(c.Turns[0].Sales))
		})
	}
}

func (d *drawing) delta(l *theme.Line, m model.Money) {
	l.Put(d.style(m), text.PadLeft(d.change(d.th, m), 16))
}

// chart is a bar in what is left of a row, if that is enough to see anything.
func (d *drawing) chart(l *theme.Line, style theme.Style, part, largest model.Money) {
	l.Space(2)
	if room := min(l.Left()-1, 40); room >= 3 {
		l.Fill(style, d.bar(), cells(part, largest, room))
	}
}

// partners is a bar chart of who gains and who loses.
func (d *drawing) partners(rows int) {
	c := &d.Compared
	most := min(len(c.Partners), rows-1)
	d.row(func(l *theme.Line) {
		l.Put(d.th.Title, "Who gains, who loses")
		d.more(l, len(c.Partners), most)
	})
	largest := model.Money(1)
	for _, p := range c.Partners {
		largest = max(largest, p.Delta, -p.Delta)
	}
	for _, p := range c.Partners[:most] {
		d.row(func(l *theme.Line) {
			l.Put(d.th.Text, d.name(p.Partner.Name(c.Catalog), d.names()))
			d.delta(l, p.Delta)
			d.chart(l, d.style(p.Delta), max(p.Delta, -p.Delta), largest)
		})
	}
}

// names is how much room a name has.
func (d *drawing) names() int { return min(24, max(4, d.width/2-6)) }

// name is a text in so many cells; if it is cut, that shows.
func (d *drawing) name(s string, width int) string {
	return text.Pad(text.Cut(s, width-1, d.th.Glyphs.Ellipsis), width)
}

func (d *drawing) more(l *theme.Line, all, shown int) {
	if all > shown {
		l.Right(d.th.Muted, fmt.Sprintf("%s in all ", text.Thousands(int64(all))))
	}
}

// paid is a bar chart of what partners are paid, where nothing changes.
func (d *drawing) paid(room int) {
	c := &d.Compared
	order := c.Before.ByPaid()
	most := min(len(order), max(0, room-1))
	d.row(func(l *theme.Line) {
		l.Put(d.th.Title, "Who is paid most")
		d.more(l, len(order), most)
	})
	for _, i := range order[:most] {
		paid := c.Before.Partners[i].Paid
		d.row(func(l *theme.Line) {
			l.Put(d.th.Text, d.name(engine.PartnerID(i).Name(c.Catalog), d.names()))
			l.Put(d.th.Money, text.PadLeft(d.money(paid), 16))
			d.chart(l, d.th.Accent, paid, c.Before.Partners[order[0]].Paid)
		})
	}
}

// sales lists the sales with the most money at stake, the selected one in view.
func (d *drawing) sales(room int) {
	c := &d.Compared
	d.page = max(1, room-1)
	d.row(func(l *theme.Line) {
		l.Put(d.th.Title, "The most money at stake")
		d.more(l, c.Changed, min(len(c.Largest), d.page))
	})
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
			l.Put(style, d.name(s.Sale, min(20, max(4, d.width/6))))
			l.Put(d.th.Money, text.PadLeft(d.money(s.Moved), 12))
			l.Space(2)
			d.cut(l, d.th.Text, d.turned(s))
		})
		d.spots[len(d.spots)-1] = i
	}
}

// turned is who was credited with a sale and who would be; what both are credited by is
// said once.
func (d *drawing) turned(s replay.SaleDelta) string {
	c, arrow := d.Compared.Catalog, " "+d.th.Glyphs.Arrow+" "
	to := logbook.Credited(c, s.After, s.AfterBy)
	if s.BeforeBy == s.AfterBy && s.Before != engine.Nobody {
		return s.Before.Name(c) + arrow + to
	}
	return logbook.Credited(c, s.Before, s.BeforeBy) + arrow + to
}
