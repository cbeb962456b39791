package save

import (
	"fmt"
	"slices"
	"strings"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// drawer draws the consequences row by row.
type drawer struct {
	th    *theme.Theme
	line  theme.Line
	width int
	rows  []string
}

func (s *Sheet) consequences(th *theme.Theme, width int) []string {
	d := &drawer{th: th, width: width}
	d.money(scenario.Add(s.what.Effects))
	d.log(s.Log)
	if len(s.what.Changes) > 0 || len(s.what.Catalog) == 0 {
		d.title(text.Count(len(s.what.Changes), "setting changes", "settings change"))
	}
	for _, c := range s.what.Changes {
		d.change(c)
	}
	d.catalog(s.what.Catalog)
	d.programs(s.what.Programs, s.what.Catalog)
	d.effects(s.what.Effects)
	if len(s.what.Notices) > 0 {
		d.title("Worth knowing")
		for _, n := range s.what.Notices {
			d.sentence(th.Notice, 2, n.Text)
		}
	}
	return d.rows
}

func (d *drawer) title(s string) {
	if len(d.rows) > 0 {
		d.line.Reset(d.width)
		d.rows = append(d.rows, d.line.String())
	}
	for _, part := range text.Wrap(s, max(d.width, 8)) {
		d.line.Reset(d.width)
		d.line.Put(d.th.Title, part)
		d.rows = append(d.rows, d.line.String())
	}
}

// sentence hangs at an indent.
func (d *drawer) sentence(style theme.Style, indent int, s string) {
	for i, part := range text.Wrap(s, max(d.width-indent-2, 8)) {
		d.line.Reset(d.width)
		d.line.Space(indent + min(i, 1)*2)
		d.line.Put(style, part)
		d.rows = append(d.rows, d.line.String())
	}
}

// change is a setting with what it was and what it will be.
func (d *drawer) change(c model.Change) {
	l := &d.line
	l.Reset(d.width)
	l.Space(2)
	l.Put(d.th.Text, c.Setting.Name())
	l.To(min(24, d.width/2))
	l.Space(1)
	l.Put(d.th.Muted, c.Setting.Words(c.From)+" "+d.th.Glyphs.Arrow+" ")
	l.Put(d.th.Changed, text.Cut(c.Setting.Words(c.To), l.Left(), d.th.Glyphs.Ellipsis))
	d.rows = append(d.rows, l.String())
}

// catalog lists the rows of the catalog that change, each with its fields.
func (d *drawer) catalog(changes []model.CatalogChange) {
	if len(changes) == 0 {
		return
	}
	d.title(text.Count(len(changes), "row of the catalog changes", "rows of the catalog change"))
	for _, c := range changes {
		d.sentence(d.th.Text, 2, c.String())
		if words := c.Words(); c.How == model.Changed {
			for _, field := range words {
				d.sentence(d.th.Muted, 4, field)
			}
		} else if len(words) > 0 {
			d.sentence(d.th.Muted, 4, strings.Join(words, ", "))
		}
	}
}

// programs lists every program record: all of them are written (C8), but most
// changes of settings leave what they show as it is.
func (d *drawer) programs(changes []model.MaskChange, catalog []model.CatalogChange) {
	d.title(text.Count(len(changes), "program record is updated", "program records are updated"))
	for _, c := range changes {
		edited := slices.ContainsFunc(catalog, func(row model.CatalogChange) bool {
			return row.Table == model.ProgramTable && row.Code == c.Program
		})
		switch {
		case edited:
			d.sentence(d.th.Text, 2, c.Program+": with the row that changes above")
		case len(c.Appears) == 0 && len(c.Disappears) == 0:
			d.sentence(d.th.Muted, 2, c.Program+": shows what it showed")
		}
		if len(c.Appears) > 0 {
			d.sentence(d.th.Text, 2, c.Program+" now shows and pays: "+names(c.Appears))
		}
		if len(c.Disappears) > 0 {
			d.sentence(d.th.Text, 2, c.Program+" hides, and no longer pays: "+names(c.Disappears))
		}
		if len(c.New) > 0 {
			d.sentence(d.th.Text, 4, "new, and hidden: "+names(c.New))
		}
		if len(c.Hidden) > 0 {
			d.sentence(d.th.Muted, 4, "kept hidden as before: "+names(c.Hidden))
		}
	}
}

func names(cells []model.RuleCell) string {
	list := make([]string, len(cells))
	for i, c := range cells {
		list[i] = c.String()
	}
	return strings.Join(list, ", ")
}

// money is what it comes to over all pinned examples. It stands first: on a small
// screen it is what must be in view. Those that cannot be run come before it, for
// nothing is known of them.
func (d *drawer) money(sum scenario.Sum) {
	if apart := sum.Apart("pinned example"); apart != "" {
		d.sentence(d.th.Problem, 0, strings.ToUpper(apart[:1])+apart[1:])
	}
	if sum.Cases == 0 {
		return
	}
	d.title(fmt.Sprintf("%d of %s in %s would be decided or paid differently",
		sum.Changed, text.Count(sum.Orders, "sale", "sales"), text.Count(sum.Cases, "pinned example", "pinned examples")))
	if sum.Changed > 0 {
		d.sentence(d.th.Text, 2, "In all: "+d.gains(sum.Gains))
	}
}

// log is what it comes to over a large log. Like the examples' it is in view on a
// small screen, and it takes as many rows before it is known as after.
func (d *drawer) log(l *Log) {
	switch {
	case l == nil:
	case l.Waiting:
		d.title("The log " + d.quoted(l.Folder))
		d.sentence(d.th.Muted, 2, l.Unknown)
	case l.Unknown != "":
		d.title("The log " + d.quoted(l.Folder) + " says nothing about this change")
		d.sentence(d.th.Notice, 2, l.Unknown)
	default:
		d.title(fmt.Sprintf("%s of %s in the log %s would be decided or paid differently",
			text.Thousands(int64(l.Changed)), text.Count(l.Sales, "sale", "sales"), d.quoted(l.Folder)))
		if l.Changed > 0 {
			d.sentence(d.th.Text, 2, d.logMoney(l))
		}
	}
}

// logMoney is the money, and whom it comes from and goes to.
func (d *drawer) logMoney(l *Log) string {
	words := "In all " + l.Delta.Currency.DisplayChange(l.Delta.Amount, d.th.Glyphs.Minus) + " " + l.Delta.Currency.Code() + " in commissions"
	if most := append(slices.Clone(l.Gaining), l.Losing...); len(most) > 0 {
		words += ": " + d.gains(most)
	}
	if l.More > 0 {
		words += " and " + text.Count(l.More, "other partner", "other partners")
	}
	return words
}

// quoted is a path that leaves room for what is said of it: its end says most.
func (d *drawer) quoted(path string) string {
	const most = 40
	if cells := []rune(path); len(cells) > most {
		path = d.th.Glyphs.Ellipsis + string(cells[len(cells)-most:])
	}
	return `"` + path + `"`
}

// effects lists the money example by example; those in which nothing changes are
// only counted.
func (d *drawer) effects(all []scenario.Effect) {
	titled := false
	for _, e := range all {
		if e.Changed == 0 {
			continue
		}
		if !titled {
			d.title("Example by example")
			titled = true
		}
		d.sentence(d.th.Text, 2, e.Title)
		d.sentence(d.th.Muted, 4, fmt.Sprintf("%d of %s: %s", e.Changed, text.Count(e.Orders, "sale", "sales"), d.gains(e.Gains())))
	}
}

// gains lists who gains and who loses: "Jim +200.00, Zoe −200.00".
func (d *drawer) gains(gains []scenario.Gain) string {
	if len(gains) == 0 {
		return "the same money"
	}
	parts := make([]string, len(gains))
	for i, g := range gains {
		parts[i] = g.Name + " " + g.Currency.DisplayChange(g.Amount, d.th.Glyphs.Minus)
	}
	return strings.Join(parts, ", ")
}
