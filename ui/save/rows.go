package save

import (
	"fmt"
	"strings"

	"referee/engine"
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
	d.title(countOf(len(s.what.Changes), "setting changes", "settings change"))
	for _, c := range s.what.Changes {
		d.change(c)
	}
	d.programs(s.what.Programs)
	d.scenarios(s.what.Scenarios)
	if len(s.what.Notices) > 0 {
		d.title("Worth knowing")
		for _, n := range s.what.Notices {
			d.sentence(th.Notice, 2, n.Rule+"  "+n.Text)
		}
	}
	return d.rows
}

func (d *drawer) title(s string) {
	if len(d.rows) > 0 {
		d.line.Reset(d.width)
		d.rows = append(d.rows, d.line.String())
	}
	d.line.Reset(d.width)
	d.line.Put(d.th.Title, s)
	d.rows = append(d.rows, d.line.String())
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
	l.To(34)
	l.Space(1)
	l.Put(d.th.Muted, c.Setting.Words(c.From))
	l.Put(d.th.Muted, " "+d.th.Glyphs.Arrow+" ")
	l.Put(d.th.Changed, c.Setting.Words(c.To))
	d.rows = append(d.rows, l.String())
}

// programs lists every program record: all of them are written (C8).
func (d *drawer) programs(changes []model.MaskChange) {
	d.title(countOf(len(changes), "program record is updated", "program records are updated"))
	for _, c := range changes {
		d.sentence(d.th.Text, 2, c.Program+": "+whatShows(c))
	}
}

func whatShows(c model.MaskChange) string {
	var parts []string
	for _, group := range [...]struct {
		cells []model.RuleCell
		verb  string
	}{{c.Appears, "appears and pays"}, {c.Disappears, "disappears and pays 0"}, {c.Hidden, "stays hidden"}} {
		if len(group.cells) > 0 {
			parts = append(parts, names(group.cells)+" "+group.verb)
		}
	}
	if len(parts) == 0 {
		return "shows the same as before"
	}
	return strings.Join(parts, "; ")
}

func names(cells []model.RuleCell) string {
	list := make([]string, len(cells))
	for i, c := range cells {
		list[i] = c.String()
	}
	return strings.Join(list, ", ")
}

// scenarios lists the money, scenario by scenario, and what stays as it is in
// one line.
func (d *drawer) scenarios(all []Scenario) {
	orders, changed := 0, 0
	for _, s := range all {
		orders += s.Effect.Orders
		changed += s.Effect.Changed
	}
	d.title(fmt.Sprintf("%d of %s in %s would be decided or paid differently",
		changed, countOf(orders, "sale", "sales"), countOf(len(all), "example", "examples")))
	for _, s := range all {
		if s.Effect.Changed > 0 {
			d.sentence(d.th.Text, 2, s.Title)
			d.sentence(d.th.Muted, 4, d.effect(s))
		}
	}
}

func (d *drawer) effect(s Scenario) string {
	return fmt.Sprintf("%d of %s: %s", s.Effect.Changed, countOf(s.Effect.Orders, "sale", "sales"), Money(d.th, s.Catalog, s.Effect))
}

// Money lists who gains and who loses in an effect: "Jim +200.00, Zoe −200.00".
func Money(th *theme.Theme, catalog model.Catalog, e engine.Effect) string {
	if len(e.Partners) == 0 {
		return "the same money"
	}
	parts := make([]string, len(e.Partners))
	for i, p := range e.Partners {
		parts[i] = catalog.Partners()[p.Partner].DisplayName() + " " + Signed(th, catalog.Currency(), p.Delta)
	}
	return strings.Join(parts, ", ")
}

// Signed is an amount with its sign: "+40.00", "−100.00".
func Signed(th *theme.Theme, c model.Currency, m model.Money) string {
	sign := "+"
	if m < 0 {
		sign, m = th.Glyphs.Minus, -m
	}
	return sign + c.DisplayMoney(m)
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
