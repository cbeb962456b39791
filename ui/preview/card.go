package preview

import (
	"fmt"
	"strings"

	"referee/model"
	"referee/ui/text"
)

// card draws the rate card that the rows under the draft come from: all of it, with
// what the settings hide in brackets.
func (d *drawing) card(p *Preview) {
	d.blank()
	l, th := d.begin(), d.th
	if p.card.title == "" {
		l.Put(th.Notice, text.Cut("No program of theirs has a rule for it, so there is no rate card.", l.Left(), th.Glyphs.Ellipsis))
		d.end()
		return
	}
	l.Put(th.Title, text.Cut("Rate card: "+p.card.title, l.Left(), th.Glyphs.Ellipsis))
	d.end()
	third := d.width / 3
	l = d.begin()
	for i, role := range model.Roles {
		l.To(third * (i + 1))
		l.Put(th.Muted, role.String())
	}
	d.end()
	hidden := false
	for i, row := range append(p.card.rates.Levels[:], p.card.rates.Unused) {
		label, level := "unused", model.UnusedLevel
		if i < model.MaxLevels {
			level = i + 1
			label = fmt.Sprintf("level %d", level)
		}
		l = d.begin()
		l.Put(th.Text, label)
		for at, role := range model.Roles {
			words, hides := p.rates(row.For(role), model.Cell{Level: level, Role: role})
			hidden = hidden || hides
			l.To(third * (at + 1))
			style := th.Text
			if hides {
				style = th.Disabled
			}
			if words == "" {
				words, style = th.Glyphs.Blank, th.Muted
			}
			l.Put(style, text.Cut(words, third-1, th.Glyphs.Ellipsis))
		}
		d.end()
	}
	if hidden {
		d.how("", "In brackets: kept, but the settings hide it, so it pays nothing.")
	}
}

// rates is what a row has for a role, and whether the settings hide any of it. The
// cell says which row and role.
func (p *Preview) rates(r model.RoleRates, cell model.Cell) (words string, hides bool) {
	var parts []string
	add := func(word string, kind model.Kind) {
		cell.Kind = kind
		if _, hidden := p.draft.Settings.Hides(cell); hidden {
			word, hides = "("+word+")", true
		}
		parts = append(parts, word)
	}
	if m, set := r.Amount.Get(); set {
		add(p.currency().DisplayMoney(m), model.Amount)
	}
	if rate, set := r.Percent.Get(); set {
		add(rate.Percent()+" %", model.Percent)
	}
	return strings.Join(parts, " + "), hides
}
