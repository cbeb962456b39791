package sim

import (
	"strings"

	"referee/ui/text"
	"referee/ui/theme"
)

// Text is the selected sale and its explanation as plain text of at most width
// cells a row, for a ticket or a mail.
func (p *Pane) Text(width int) string {
	th := &theme.Theme{Glyphs: theme.ASCII()} // no look at all
	title := text.Show(p.Scenario().Title)
	r := p.run()
	s := r.shown()
	if s.plan == nil || p.index(r) >= len(s.settled) {
		return title + "\n"
	}
	var b strings.Builder
	b.WriteString(title + "\n\n")
	for _, row := range p.tell(th, r, s, width, true) {
		b.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	return b.String()
}
