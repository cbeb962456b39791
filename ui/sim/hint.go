package sim

import (
	"referee/ui/text"
	"referee/ui/theme"
)

// Hint explains the pane and the glyphs of its timeline in at most height rows
// of exactly width cells.
func (p *Pane) Hint(th *theme.Theme, width, height int) []string {
	g := th.Glyphs
	words := "Simulator: " + g.Click + " a click on a partner's link, " + g.Form + " a web form, " + g.Refer +
		" a referral entered by hand, " + g.Clear + " cookies cleared, " + g.Order + " a sale. " +
		"Up and down choose a sale, left and right another example."
	if p.drag != nil {
		words = "Clock: left and right move the sale an hour, with shift a day, with ctrl a minute. " +
			"] and [ jump to where something else may come of it; home goes back to its own moment, esc ends."
	}
	rows := make([]string, 0, height)
	for _, line := range text.WrapIn(words, max(width-2, 1), height, g.Ellipsis) {
		p.line.Reset(width)
		p.line.Space(1)
		p.line.Put(th.Hint, line)
		rows = append(rows, p.line.String())
	}
	return rows
}
