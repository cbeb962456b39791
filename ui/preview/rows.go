package preview

import (
	"fmt"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

var labels = [numFields]string{partner: "partner", product: "product", amount: "price", quantity: "quantity"}

const (
	valueColumn  = 12
	moneyColumn  = 12 // of each side
	arrowColumns = 3
)

// Rows draws the question and its answers in at most height rows of exactly width
// cells, with the caret of the focused field.
func (p *Preview) Rows(th *theme.Theme, width, height int) (rows []string, caretX, caretY int) {
	p.width = width
	d := drawing{th: th, width: width}
	for f := range numFields {
		if f == p.at {
			caretY = len(d.rows)
		}
		x := d.field(p, f)
		if f == p.at {
			caretX = x
		}
	}
	d.blank()
	question := d.rows[:min(len(d.rows), max(height, 0))]
	answer := drawing{th: th, width: width}
	answer.answer(p)
	room := max(0, height-len(question))
	p.above = max(0, min(p.above, len(answer.rows)-room))
	p.over = max(0, len(answer.rows)-room-p.above)
	rows = append(question, answer.rows[p.above:min(len(answer.rows), p.above+room)]...)
	if p.over > 0 && room > 0 {
		l := d.begin()
		l.Right(th.Muted, fmt.Sprintf("pgdown: %d more rows %s", p.over+1, th.Glyphs.Ellipsis))
		rows[len(rows)-1] = l.String()
	}
	if caretY >= len(rows) {
		caretY = -1
	}
	return rows, caretX, caretY
}

// drawing collects rows.
type drawing struct {
	th    *theme.Theme
	line  theme.Line
	width int
	rows  []string
}

func (d *drawing) begin() *theme.Line {
	d.line.Reset(d.width)
	return &d.line
}

func (d *drawing) end() { d.rows = append(d.rows, d.line.String()) }

func (d *drawing) blank() {
	d.begin()
	d.end()
}

// field draws a part of the question and answers with the caret's column.
func (d *drawing) field(p *Preview, f field) (caret int) {
	l, th := d.begin(), d.th
	mark, style := th.Glyphs.NoFocus, th.Label
	if f == p.at {
		mark, style = th.Glyphs.Focus, th.Focus
	}
	l.Put(th.Focus, mark)
	l.To(2)
	l.Put(style, labels[f])
	l.To(valueColumn)
	visible, at := p.fields[f].View(max(1, l.Left()))
	caret = l.Col() + at
	l.Put(th.Text, visible)
	if f == p.at {
		l.Put(th.Muted, p.ghost())
	}
	switch problem := p.problems[f]; {
	case problem != "":
		l.Space(2)
		l.Put(th.Problem, text.Cut(th.Glyphs.Problem+" "+problem, l.Left(), th.Glyphs.Ellipsis))
	case f == partner:
		l.Space(2)
		l.Put(th.Muted, text.Cut(p.reader.Called(p.text(partner)), l.Left(), th.Glyphs.Ellipsis))
	case f == amount:
		l.Space(2)
		l.Put(th.Muted, text.Cut(p.currency().Code()+" for one", l.Left(), th.Glyphs.Ellipsis))
	}
	d.end()
	return caret
}

func (d *drawing) answer(p *Preview) {
	if p.problems != [numFields]string{} {
		return
	}
	d.head()
	sums := [2]model.Money{}
	for _, l := range p.lines {
		d.level(p, l)
		sums[0] += l.saved.paid
		sums[1] += l.draft.paid
	}
	if len(p.lines) == 0 {
		l := d.begin()
		l.Put(d.th.Muted, text.Cut("nobody is paid anything", l.Left(), d.th.Glyphs.Ellipsis))
		d.end()
	}
	d.money(p, "all levels", sums[0], sums[1], true, true)
	d.card(p)
}

func (d *drawing) head() {
	l := d.begin()
	d.columns(l, "saved", "draft", d.th.Muted, d.th.Muted)
	d.end()
}

// columns puts two texts at the right, under saved and draft.
func (d *drawing) columns(l *theme.Line, saved, drafted string, one, two theme.Style) {
	l.To(d.width - 2*moneyColumn - arrowColumns + moneyColumn - text.Width(saved))
	l.Put(one, saved)
	l.To(d.width - text.Width(drafted))
	l.Put(two, drafted)
}

// level is a line of the answer and how its figures come about.
func (d *drawing) level(p *Preview, l line) {
	shown := l.draft
	if !shown.there {
		shown = l.saved
	}
	d.money(p, fmt.Sprintf("%s, level %d  %s", l.role, l.level, shown.name), l.saved.paid, l.draft.paid, l.saved.there, l.draft.there)
	d.how("", shown.how)
	if l.saved.there && l.draft.there && l.saved.how != l.draft.how {
		d.how("saved: ", l.saved.how)
	}
}

func (d *drawing) money(p *Preview, label string, saved, drafted model.Money, one, two bool) {
	l, th := d.begin(), d.th
	style := th.Money
	if saved != drafted || one != two {
		style = th.Changed
	}
	room := d.width - 2*moneyColumn - arrowColumns - 1
	l.Put(th.Text, text.Cut(label, max(room, 8), th.Glyphs.Ellipsis))
	amounts := [2]string{th.Glyphs.Blank, th.Glyphs.Blank}
	if one {
		amounts[0] = p.currency().DisplayMoney(saved)
	}
	if two {
		amounts[1] = p.currency().DisplayMoney(drafted)
	}
	if saved != drafted || one != two {
		amounts[1] = th.Glyphs.Arrow + " " + amounts[1]
	}
	d.columns(l, amounts[0], amounts[1], th.Money, style)
	d.end()
}

func (d *drawing) how(label, how string) {
	for _, part := range text.Wrap(label+how, max(d.width-4, 8)) {
		l := d.begin()
		l.To(4)
		l.Put(d.th.Muted, part)
		d.end()
	}
}
