package casework

import (
	"strings"

	"referee/ui/text"
	"referee/ui/theme"
)

// Hint explains what has the focus in at most height rows of exactly width cells:
// what is wrong with it and what to write instead, or what it is for, and what it
// could hold.
func (e *Editor) Hint(th *theme.Theme, width, height int) []string {
	sentence, style := "Choose an event with up and down; enter goes into its fields; left and right move it in time; esc leaves.", th.Hint
	switch {
	case len(e.draft.Events) == 0 && !e.inside:
		sentence = "A case without events: a adds one."
	case e.inside:
		sentence = words[e.focused().Field].help
		if p, wrong := e.problem(e.focused()); wrong {
			sentence, style = p.What+": "+p.Hint, th.Problem
		}
	case len(e.parsed.Problems) > 0:
		sentence, style = e.parsed.Problems[0].What+". The sales are those of the case as it was before.", th.Problem
	}
	rows := make([]string, 0, height)
	l := &e.shown.line
	offer := e.offers(th)
	room := height
	if offer != "" && height > 1 {
		room--
	}
	for _, part := range text.WrapIn(sentence, max(width-2, 1), room, th.Glyphs.Ellipsis) {
		l.Reset(width)
		l.Space(1)
		l.Put(style, part)
		rows = append(rows, l.String())
	}
	if offer != "" && len(rows) < height {
		l.Reset(width)
		l.Space(1)
		l.Put(th.Accent, text.Cut(offer, l.Left()-1, th.Glyphs.Ellipsis))
		rows = append(rows, l.String())
	}
	return rows
}

// offers lists what the focused field could hold, and the key that takes it.
func (e *Editor) offers(th *theme.Theme) string {
	if len(e.offered) == 0 {
		return ""
	}
	var list []string
	for _, s := range e.offered {
		if s.Detail != "" {
			list = append(list, s.Text+" "+s.Detail)
		} else {
			list = append(list, s.Text)
		}
	}
	key := "ctrl+n: "
	if _, ok := e.best(); ok {
		key = "tab takes "
	}
	return key + strings.Join(list, " "+th.Glyphs.Dot+" ")
}
