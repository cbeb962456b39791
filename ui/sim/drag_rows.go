package sim

import (
	"fmt"
	"strings"
	"time"

	"referee/engine/explain"
	"referee/ui/text"
	"referee/ui/theme"
)

// clock draws where the sale has been moved to, what it came to at its own moment and
// comes to here, and what lies on either side.
func (p *Pane) clock(th *theme.Theme, width int) []string {
	d, own, moved := p.drag, p.bench.run(p.at), p.run()
	g := th.Glyphs
	at := d.moves.Order().At
	where := explain.When(d.at, time.Time{})
	switch {
	case d.at.After(at):
		where += " " + g.Dot + " " + explain.Between(at, d.at) + " later than it was"
	case d.at.Before(at):
		where += " " + g.Dot + " " + explain.Between(d.at, at) + " earlier than it was"
	default:
		where += " " + g.Dot + " its own moment"
	}
	rows := []string{p.labelled(th, width, "clock", where, th.Focus)}
	was, is := p.inWords(own, own.saleOf(d.order), g), p.inWords(moved, moved.saleOf(d.order), g)
	style := th.Muted
	told := "comes to " + is + ", as it did"
	if was != is {
		style, told = th.Changed, "came to "+was+" "+g.Arrow+" "+is
	}
	if n := p.others(own, moved); n > 0 {
		told += " " + g.Dot + " " + besides(n)
	}
	rows = append(rows, p.labelled(th, width, "", told, style))
	return append(rows, p.labelled(th, width, "", p.beside(th), th.Muted))
}

func besides(n int) string {
	if n == 1 {
		return "1 other sale changes"
	}
	return fmt.Sprintf("%d other sales change", n)
}

// inWords is who a sale pays, in a line.
func (p *Pane) inWords(r *run, sale int, g theme.Glyphs) string {
	list := p.payees(r.shown(), sale)
	parts := make([]string, len(list))
	for i, payee := range list {
		parts[i] = strings.Join(strings.Fields(payee.name+" "+payee.money), " ")
	}
	return strings.Join(parts, ", ")
}

// beside is what lies before and behind the moment.
func (p *Pane) beside(th *theme.Theme) string {
	d, s := p.drag, p.bench.run(p.at).shown()
	var parts []string
	if b, there := d.marks.Previous(d.at); there {
		parts = append(parts, "[ "+explain.When(b.At, d.at)+" "+d.eventOf(b, s))
	}
	if b, there := d.marks.Next(d.at); there {
		parts = append(parts, "] "+explain.When(b.At, d.at)+" "+d.eventOf(b, s))
	}
	if parts == nil {
		return "nothing that bears on it happens before or after"
	}
	return strings.Join(parts, "  "+th.Glyphs.Dot+"  ")
}

func (p *Pane) labelled(th *theme.Theme, width int, label, words string, style theme.Style) string {
	l := &p.line
	l.Reset(width)
	l.To(rungColumn)
	l.Put(th.Focus, label)
	l.To(rungColumn + len("clock") + 2)
	l.Put(style, text.Cut(words, l.Left(), th.Glyphs.Ellipsis))
	return l.String()
}
