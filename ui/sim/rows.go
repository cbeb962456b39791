package sim

import (
	"fmt"
	"strings"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// Rows draws the pane in at most height rows of exactly width cells: the
// scenario, its timeline, its sales, and the selected one explained.
func (p *Pane) Rows(th *theme.Theme, width, height int, focused bool) []string {
	p.spots = p.spots[:0]
	rows := make([]string, 0, height)
	rows = p.add(rows, p.head(th, width, focused))
	if height >= 28 {
		rows = p.add(rows, p.story(th, width)...)
	}
	if height >= 12 {
		rows = p.add(rows, p.blank(width))
		rows = p.add(rows, p.timeline(th, width)...)
		rows = p.add(rows, p.blank(width))
	}
	if p.drag != nil {
		clock := p.clock(th, width)
		rows = p.add(rows, clock[:max(0, min(len(clock), height-4))]...)
		if height >= 12 {
			rows = p.add(rows, p.blank(width))
		}
	}
	why := p.why(th, width, focused)
	room := height - len(rows)
	sales := p.table(th, width, p.tableHeight(room, len(why)), focused)
	rows = append(rows, sales...) // they have noted their own spots
	if room = height - len(rows); room < 3 {
		p.overrun = 0
		return rows[:min(len(rows), height)]
	}
	rows = p.add(rows, p.blank(width))
	return append(rows, p.window(th, why, room-1, width)...)
}

// tableHeight gives the sales the rows they want if that leaves the explanation
// what it wants, or two fifths of the room.
func (p *Pane) tableHeight(room, why int) int {
	if room < 8 {
		return room
	}
	return min(p.tallest(p.run()), max(room-why-1, room*3/5))
}

// window is the part of the explanation in view, with a word on what is not.
func (p *Pane) window(th *theme.Theme, why []string, height, width int) []string {
	p.above = max(0, min(p.above, len(why)-height))
	p.overrun = max(0, len(why)-height-p.above)
	view := append([]string(nil), why[p.above:min(len(why), p.above+height)]...)
	if p.overrun > 0 && len(view) > 0 {
		p.line.Reset(width)
		p.line.Right(th.Muted, fmt.Sprintf("%d more rows %s", p.overrun+1, th.Glyphs.Ellipsis))
		view[len(view)-1] = p.line.String()
	}
	return view
}

// add appends rows that cannot be clicked.
func (p *Pane) add(rows []string, more ...string) []string {
	for range more {
		p.spots = append(p.spots, -1)
	}
	return append(rows, more...)
}

func (p *Pane) head(th *theme.Theme, width int, focused bool) string {
	l := &p.line
	l.Reset(width)
	count := fmt.Sprintf("%s example %d of %d %s", th.Glyphs.Prev, p.at+1, p.bench.Len(), th.Glyphs.Next)
	if p.Beside != "" {
		count = p.Beside + "  " + count
	}
	style := th.Title
	if focused {
		style = th.Focus
	}
	l.To(2)
	l.Put(style, text.Cut(p.Scenario().Title, width-text.Width(count)-4, th.Glyphs.Ellipsis))
	l.Right(th.Muted, count)
	return l.String()
}

// maxStory is how many rows a story may take.
const maxStory = 3

// story is what the scenario is about, and whether that is told for other
// settings than those that are shown. It is kept like the explanation.
func (p *Pane) story(th *theme.Theme, width int) []string {
	now := told{plan: p.run().shown().plan, at: p.at, width: width, theme: th, unfit: p.run().unfit}
	if now != p.tale {
		p.tale, p.taleRows = now, p.drawStory(th, width)
	}
	return p.taleRows
}

func (p *Pane) drawStory(th *theme.Theme, width int) []string {
	rows := make([]string, 0, maxStory+2)
	for _, line := range text.WrapIn(p.Scenario().Story, width-2, maxStory, th.Glyphs.Ellipsis) {
		if line != "" {
			p.line.Reset(width)
			p.line.To(2)
			p.line.Put(th.Muted, line)
			rows = append(rows, p.line.String())
		}
	}
	for _, told := range [...]string{p.ownCatalog(), p.toldFor()} {
		if told == "" {
			continue
		}
		p.line.Reset(width)
		p.line.To(2)
		p.line.Put(th.Notice, text.Cut(told, width-2, th.Glyphs.Ellipsis))
		rows = append(rows, p.line.String())
	}
	return rows
}

// ownCatalog says why a case is not run on the catalog that is kept, or "".
func (p *Pane) ownCatalog() string {
	switch r := p.run(); {
	case r.blank:
		return "not run under the draft: " + r.unfit
	case r.own != "":
		return "on a catalog of its own: in yours " + r.own
	}
	if like := p.bench.run(p.at).likeness; len(like) > 0 {
		return "in yours, " + likeness(like)
	}
	return ""
}

// toldFor names the settings a story is told for, where the sales are shown
// under others.
func (p *Pane) toldFor() string {
	shown := p.run().shown()
	changes := model.Diff(shown.plan.Settings().Draft(), p.Scenario().Settings.Draft())
	if len(changes) == 0 {
		return ""
	}
	told := fmt.Sprintf("told for %s = %s", changes[0].Setting.Name(), changes[0].Setting.Words(changes[0].To))
	if len(changes) > 1 {
		told += fmt.Sprintf(" and %d more", len(changes)-1)
	}
	return told + "; ctrl+t takes them"
}

// maxLike is how many rows are named that were taken for those of a case.
const maxLike = 3

func likeness(like model.Renames) string {
	var parts []string
	for i, r := range like {
		if i == maxLike {
			parts = append(parts, fmt.Sprintf("%d more have other codes", len(like)-maxLike))
			break
		}
		parts = append(parts, r.From+" is "+r.To)
	}
	return strings.Join(parts, ", ")
}

func (p *Pane) blank(width int) string {
	p.line.Reset(width)
	return p.line.String()
}
