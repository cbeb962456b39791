package sim

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/engine/explain"
	"referee/ui/text"
	"referee/ui/theme"
)

// teller draws an explanation row by row.
type teller struct {
	th    *theme.Theme
	line  *theme.Line
	width int
	full  bool
	rows  []string
}

const (
	rungColumn = 2  // where a rung's word stands
	textColumn = 12 // where its sentence does
)

func (t *teller) heading(s string) {
	t.line.Reset(t.width)
	t.line.To(rungColumn)
	t.line.Put(t.th.Title, text.Cut(s, t.line.Left(), t.th.Glyphs.Ellipsis))
	t.rows = append(t.rows, t.line.String())
}

func (t *teller) blank() {
	t.line.Reset(t.width)
	t.rows = append(t.rows, t.line.String())
}

// reason is a rung and what became of the referrals it could have chosen. With
// one of them, the rung's own sentence has said it all.
func (t *teller) reason(s *side, reason explain.Reason) {
	style, head := t.th.Muted, t.th.Muted
	if reason.Finding == engine.Decides {
		style, head = t.th.Text, t.th.Focus
	}
	word, first := reason.Rung.String(), len(t.rows)
	t.entry(word, reason.Text, head, style)
	if reason.Finding == engine.Decides {
		t.point(first, word, head, reason.Text, style)
	}
	silent := reason.Finding == engine.NotAsked || reason.Finding == engine.NotReached
	if len(reason.Candidates) < 2 || silent && !t.full {
		return
	}
	for _, c := range reason.Candidates {
		if c.Skipped > 0 {
			t.hanging(textColumn, fmt.Sprintf("%s %d more", t.th.Glyphs.Ellipsis, c.Skipped), t.th.Muted)
		}
		style := t.th.Muted
		if c.Chosen {
			style = t.th.Accent
		}
		t.hanging(textColumn, s.name(c.Partner)+" "+c.Text, style)
	}
}

// point draws a rung's first row again, with the mark of the one that decides.
func (t *teller) point(at int, word string, head theme.Style, sentence string, style theme.Style) {
	l := t.line
	l.Reset(t.width)
	l.Put(t.th.Focus, t.th.Glyphs.Arrow)
	l.To(rungColumn)
	l.Put(head, word)
	l.To(textColumn)
	l.Put(style, t.wrapped(textColumn, sentence)[0])
	t.rows[at] = l.String()
}

// entry is a word and a sentence that hangs beside it.
func (t *teller) entry(word, sentence string, head, style theme.Style) {
	l := t.line
	word, over := t.label(word)
	for i, part := range t.wrapped(textColumn, beside(over, sentence)) {
		l.Reset(t.width)
		part = t.begin(i, word, part, over, head)
		l.Put(style, part)
		t.rows = append(t.rows, l.String())
	}
}

// longestLabel is how much of a name is shown that does not fit beside its sentence.
const longestLabel = 24

// label is a word as it stands before a sentence, and how many cells it takes, with the one
// behind it, of the sentence's first row.
func (t *teller) label(word string) (label string, over int) {
	const room = textColumn - rungColumn - 1
	label = text.Cut(word, max(room, min(longestLabel, t.width/3)), t.th.Glyphs.Ellipsis)
	if width := text.Width(label); width > room {
		over = width - room + 1
	}
	return label, over
}

// beside is a sentence with so many cells kept in its first row.
func beside(over int, sentence string) string { return strings.Repeat("x", over) + sentence }

// begin begins a row of a sentence, the first with its label, and gives what is left to be
// written.
func (t *teller) begin(row int, label, part string, over int, head theme.Style) string {
	if row > 0 {
		label, over = "", 0
	}
	t.line.To(rungColumn)
	t.line.Put(head, label)
	t.line.To(textColumn + over)
	return part[min(len(part), over):]
}

func (t *teller) hanging(column int, sentence string, style theme.Style) {
	for i, part := range t.wrapped(column+2, sentence) {
		t.line.Reset(t.width)
		t.line.To(column + min(i, 1)*2)
		t.line.Put(style, part)
		t.rows = append(t.rows, t.line.String())
	}
}

// money is a row with its amount at the right edge.
func (t *teller) money(who, role, how, amount string, style theme.Style) {
	l := t.line
	room := t.width - textColumn - text.Width(amount) - 2
	who, over := t.label(who)
	parts := text.Wrap(beside(over, role+": "+how), max(room, 8))
	for i, part := range parts {
		l.Reset(t.width)
		l.Put(t.th.Muted, t.begin(i, who, part, over, style))
		if i == len(parts)-1 {
			l.Right(style, amount)
		}
		t.rows = append(t.rows, l.String())
	}
}

func (t *teller) wrapped(column int, s string) []string {
	lines := text.Wrap(s, max(t.width-column, 8))
	if len(lines) == 0 {
		return []string{""}
	}
	return lines
}
