package history

import (
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/theme"
)

// Revision is one of the revisions with the policy it put in force.
type Revision struct {
	model.Revision
	Policy model.Policy
}

// Effects says what a change of policy does to every pinned case.
type Effects func(from, to model.Policy, renamed model.Renames) []scenario.Effect

// Pane is the list of revisions and what the selected one changed.
type Pane struct {
	effects   Effects
	revisions []Revision // oldest first
	at        int        // the selected one, by its index
	marked    int        // the one it is held against, or none
	page      int        // how many revisions were in view

	line  theme.Line
	spots []int // by row of the last drawing: the revision there, or none
	shown compared

	diffed diffed
}

const none = -1

// diffed is the catalogs that were compared last, and what they differ in.
type diffed struct {
	of   [2]uint64
	rows []model.CatalogChange
}

// compared is what the last comparison was of, and what it came to.
type compared struct {
	from, to model.Policy
	sum      scenario.Sum
}

// New is a pane over revisions, the newest selected.
func New(revisions []Revision, effects Effects) *Pane {
	return &Pane{effects: effects, revisions: revisions, at: len(revisions) - 1, marked: none, page: 1}
}

// Len is the number of revisions.
func (p *Pane) Len() int { return len(p.revisions) }

// Selected is the selected revision.
func (p *Pane) Selected() Revision { return p.revisions[p.at] }

// Base is the revision the selected one is held against: the marked one, or the
// one before it. ok is false for the first revision, which changed nothing.
func (p *Pane) Base() (base Revision, ok bool) {
	switch {
	case p.marked != none && p.marked != p.at:
		return p.revisions[p.marked], true
	case p.at > 0:
		return p.revisions[p.at-1], true
	}
	return Revision{}, false
}

// Move moves the selection; positive is to older revisions, which stand below.
func (p *Pane) Move(by int) { p.at = min(max(p.at-by, 0), len(p.revisions)-1) }

// Key moves the selection and reports whether the key did.
func (p *Pane) Key(key string) bool {
	switch key {
	case "up":
		p.Move(-1)
	case "down":
		p.Move(+1)
	case "pgup":
		p.Move(-p.page)
	case "pgdown":
		p.Move(+p.page)
	case "home":
		p.Move(-len(p.revisions))
	case "end":
		p.Move(len(p.revisions))
	default:
		return false
	}
	return true
}

// Mark holds every other revision against the selected one, or no longer does.
func (p *Pane) Mark() {
	if p.marked == p.at {
		p.marked = none
		return
	}
	p.marked = p.at
}

// Click selects the revision drawn in a row and reports whether there was one.
func (p *Pane) Click(y int) bool {
	if y < 0 || y >= len(p.spots) || p.spots[y] == none {
		return false
	}
	p.at = p.spots[y]
	return true
}
