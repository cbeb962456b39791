package answers

import (
	"bytes"

	"referee/engine/scenario"
	"referee/ui/theme"
)

// Terms is a policy in words.
type Terms struct {
	page
	terms scenario.Terms
}

// NewTerms shows terms.
func NewTerms(t scenario.Terms) *Terms {
	p := &Terms{terms: t}
	p.at = none
	return p
}

// Move scrolls: there is nothing to choose.
func (t *Terms) Move(by int) { t.scroll(by) }

// Scroll moves the page by some rows.
func (t *Terms) Scroll(by int) { t.scroll(by) }

// Click does nothing.
func (t *Terms) Click(int) bool { return false }

// Text is the page as plain text.
func (t *Terms) Text() string {
	var b bytes.Buffer
	_ = scenario.WriteTerms(&b, t.terms, false) // a buffer takes everything
	return b.String()
}

// Rows draws the page in at most height rows of exactly width cells.
func (t *Terms) Rows(th *theme.Theme, width, height int) []string {
	if d, fresh := t.begin(th, width); fresh {
		for i, s := range t.terms.Sections {
			if i > 0 {
				d.gap()
			}
			d.says("", th.Title, 0, s.Title, th.Title, none)
			for _, words := range s.Text {
				d.says("", th.Text, 2, words, th.Text, none)
			}
		}
		if len(t.terms.Notices) > 0 {
			d.gap()
			d.says("", th.Title, 0, "Worth knowing about these settings", th.Title, none)
		}
		for _, n := range t.terms.Notices {
			d.says("  "+n.Rule, th.Notice, 6, n.Text, th.Text, none)
		}
	}
	return t.window(th, width, height)
}
