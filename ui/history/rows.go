package history

import (
	"fmt"
	"strings"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// Rows draws the screen in exactly height rows of exactly width cells: the list
// at the left and the comparison at the right, or above and below one another.
func (p *Pane) Rows(th *theme.Theme, width, height int) []string {
	p.spots = p.spots[:0]
	if width < sideFrom {
		list := p.list(th, width, max(3, height/3))
		rows := append(list, p.blank(width))
		return p.fill(append(rows, p.comparison(th, width)...), width, height)
	}
	left := width * 45 / 100
	list := p.fill(p.list(th, left, height), left, height)
	right := p.fill(p.comparison(th, width-left-2), width-left-2, height)
	bar := th.Rule.Render(th.Glyphs.VLine) + " "
	for i := range list {
		list[i] += bar + right[i]
	}
	return list
}

// From this width on, the comparison stands beside the list.
const sideFrom = 90

// fill makes rows exactly height of them.
func (p *Pane) fill(rows []string, width, height int) []string {
	for len(rows) < height {
		rows = append(rows, p.blank(width))
	}
	return rows[:height]
}

func (p *Pane) blank(width int) string {
	p.line.Reset(width)
	return p.line.String()
}

// list draws the revisions, the newest first, the selected one in view.
func (p *Pane) list(th *theme.Theme, width, height int) []string {
	p.page = max(1, height-1)
	newest := len(p.revisions) - 1
	first := max(0, (newest-p.at)-p.page+1)
	rows := []string{p.heading(th, width)}
	p.spots = append(p.spots, none)
	for i := newest - first; i >= 0 && len(rows) <= p.page; i-- {
		rows = append(rows, p.row(th, i, width))
		p.spots = append(p.spots, i)
	}
	return rows
}

func (p *Pane) heading(th *theme.Theme, width int) string {
	l := &p.line
	l.Reset(width)
	l.Space(1)
	l.Put(th.Title, "Every revision")
	l.Right(th.Muted, fmt.Sprintf("%d in all ", len(p.revisions)))
	return l.String()
}

func (p *Pane) row(th *theme.Theme, i, width int) string {
	r, l := p.revisions[i], &p.line
	glyph, style := th.Glyphs.NoFocus, th.Text
	if i == p.at {
		glyph, style = th.Glyphs.Focus, th.Focus
	}
	l.Reset(width)
	l.Space(1)
	l.Put(th.Focus, glyph)
	if i == p.marked {
		l.Put(th.Changed, th.Glyphs.Changed)
	}
	l.To(3)
	l.Put(style, text.PadLeft(fmt.Sprint(r.Number), 4))
	l.Space(2)
	l.Put(th.Muted, r.At.UTC().Format("2 Jan 2006 15:04"))
	l.To(27)
	words := r.Note
	if words == "" {
		words = p.changed(i)
	}
	l.Put(style, text.Cut(words, l.Left()-1, th.Glyphs.Ellipsis))
	return l.String()
}

// changed names what a revision changed, for those without a note.
func (p *Pane) changed(i int) string {
	if i == 0 {
		return "the beginning"
	}
	var names []string
	for _, c := range model.Diff(p.revisions[i-1].Settings.Draft(), p.revisions[i].Settings.Draft()) {
		names = append(names, c.Setting.Name())
	}
	if p.revisions[i-1].Revision.Catalog != p.revisions[i].Revision.Catalog {
		names = append(names, "catalog")
	}
	return strings.Join(names, ", ")
}
