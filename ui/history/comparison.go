package history

import (
	"fmt"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// drawer draws the comparison row by row.
type drawer struct {
	th    *theme.Theme
	line  *theme.Line
	width int
	rows  []string
}

// comparison is what the selected revision changed: in the settings, and in
// money on the pinned examples.
func (p *Pane) comparison(th *theme.Theme, width int) []string {
	d := &drawer{th: th, line: &p.line, width: width}
	r := p.Selected()
	d.put(th.Title, 0, fmt.Sprintf("Revision %d", r.Number))
	d.put(th.Muted, 0, "saved "+r.At.UTC().Format("2 Jan 2006 15:04:05")+" UTC")
	if r.Note != "" {
		d.put(th.Text, 0, r.Note)
	}
	d.put(th.Text, 0, "")
	base, ok := p.Base()
	if !ok {
		d.put(th.Muted, 0, "The first revision: there is nothing before it.")
		return d.rows
	}
	d.put(th.Title, 0, fmt.Sprintf("Against revision %d", base.Number))
	for _, c := range model.Diff(base.Settings.Draft(), r.Settings.Draft()) {
		d.change(c)
	}
	if base.Settings == r.Settings {
		d.put(th.Muted, 2, "the same settings")
	}
	d.catalog(p.rows(base, r))
	d.put(th.Text, 0, "")
	d.money(p.sum(base.Policy, r.Policy))
	return d.rows
}

func (d *drawer) put(style theme.Style, indent int, s string) {
	for _, part := range text.Wrap(s, max(d.width-indent-1, 8)) {
		d.line.Reset(d.width)
		d.line.Space(indent)
		d.line.Put(style, part)
		d.rows = append(d.rows, d.line.String())
	}
}

func (d *drawer) change(c model.Change) {
	l := d.line
	l.Reset(d.width)
	l.Space(2)
	l.Put(d.th.Text, c.Setting.Name()+": ")
	l.Put(d.th.Muted, c.Setting.Words(c.From)+" "+d.th.Glyphs.Arrow+" ")
	l.Put(d.th.Changed, c.Setting.Words(c.To))
	d.rows = append(d.rows, l.String())
}

// rows is what one revision's catalog changes of another's.
func (p *Pane) rows(base, r Revision) []model.CatalogChange {
	if base.Policy.Catalog == r.Policy.Catalog {
		return nil
	}
	if at := [2]uint64{base.Number, r.Number}; p.diffed.of != at {
		p.diffed = diffed{at, model.DiffAlike(base.Policy.Catalog, r.Policy.Catalog)}
	}
	return p.diffed.rows
}

// maxRows is how many rows of the catalog are told in full.
const maxRows = 20

func (d *drawer) catalog(changes []model.CatalogChange) {
	for i, c := range changes {
		if i == maxRows {
			d.put(d.th.Muted, 2, fmt.Sprintf("and %d more rows of the catalog", len(changes)-maxRows))
			return
		}
		d.put(d.th.Text, 2, c.String())
		for _, words := range c.Words() {
			if c.How == model.Changed {
				d.put(d.th.Muted, 4, words)
			}
		}
	}
}

// sum is what a change of policy does to all pinned cases together.
func (p *Pane) sum(from, to model.Policy) scenario.Sum {
	if p.shown.from != from || p.shown.to != to {
		p.shown = compared{from, to, scenario.Add(p.effects(from, to, model.Alike(from.Catalog, to.Catalog)))}
	}
	return p.shown.sum
}

func (d *drawer) money(sum scenario.Sum) {
	d.put(d.th.Title, 0, "In money, by today's pinned examples")
	if apart := sum.Apart("pinned example"); apart != "" {
		d.put(d.th.Problem, 2, apart)
	}
	if sum.Cases == 0 {
		return
	}
	if sum.Changed == 0 {
		d.put(d.th.Muted, 2, fmt.Sprintf("none of the %d sales in %d pinned examples changes", sum.Orders, sum.Cases))
		return
	}
	d.put(d.th.Text, 2, fmt.Sprintf("%d of %d sales in %d pinned examples", sum.Changed, sum.Orders, sum.Cases))
	widest := 0
	for _, g := range sum.Gains {
		widest = max(widest, text.Width(g.Name))
	}
	for _, g := range sum.Gains {
		style := d.th.Gain
		if g.Amount < 0 {
			style = d.th.Loss
		}
		d.line.Reset(d.width)
		d.line.Space(2)
		d.line.Put(d.th.Text, text.Pad(g.Name, widest+2))
		d.line.Put(style, text.PadLeft(g.Currency.DisplayChange(g.Amount, d.th.Glyphs.Minus), 12))
		d.rows = append(d.rows, d.line.String())
	}
}
