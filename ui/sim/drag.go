package sim

import (
	"time"

	"referee/engine/scenario"
	"referee/engine/whatif"
	"referee/model"
)

// drag is the selected sale at another moment than its own.
type drag struct {
	order string
	at    time.Time
	marks *whatif.Clock // on the draft's catalog: where what it comes to can change
	moves *whatif.Clock // on the case as it was written, which is what is run
	moved run           // the case with the sale at that moment
	above int           // how far the explanation was scrolled before
}

// Dragging reports whether the selected sale is shown at a moment of its own choice.
func (p *Pane) Dragging() bool { return p.drag != nil }

// Drag begins to move the selected sale in time, from its own moment. It reports
// whether there is a sale.
func (p *Pane) Drag() bool {
	r := p.bench.run(p.at)
	cases := r.before.book.Cases()
	if p.sale >= len(cases) {
		return false
	}
	order := cases[p.sale].Order
	book := r.shown().book
	journal, _ := book.Catalog().Journal(book.Events())
	marks, _ := whatif.NewClock(journal, order.ID)
	moves, _ := whatif.NewClock(r.written().Journal, order.ID)
	p.drag = &drag{order: order.ID, at: order.At, marks: marks, moves: moves, above: p.above}
	return true
}

// EndDrag shows the sale at its own moment again, and all else as it was.
func (p *Pane) EndDrag() {
	if p.drag != nil {
		p.above = p.drag.above
		p.drag = nil
	}
}

// DragBy moves the sale by a length of time. A moment out of range is not moved to.
func (p *Pane) DragBy(by time.Duration) { p.dragTo(p.drag.at.Add(by)) }

// DragToNext moves the sale to the next moment from which on something else may come of
// it, or to the one before, and reports whether there is one.
func (p *Pane) DragToNext(by int) bool {
	find := p.drag.marks.Next
	if by < 0 {
		find = p.drag.marks.Previous
	}
	b, there := find(p.drag.at)
	if there {
		p.dragTo(b.At)
	}
	return there
}

// DragHome moves the sale back to its own moment.
func (p *Pane) DragHome() { p.dragTo(p.drag.moves.Order().At) }

func (p *Pane) dragTo(at time.Time) {
	d := p.drag
	journal, problems := d.moves.Journal(at)
	if problems != nil {
		return
	}
	written := p.bench.Scenario(p.at)
	written.Journal = journal
	d.at = at
	d.moved = run{Entry: Entry{Read: func() scenario.Case { return written }}}
}

// home reports whether the sale stands where it belongs.
func (d *drag) home() bool { return d.at.Equal(d.moves.Order().At) }

// run is what is shown: the case, or the case with the sale at another moment.
func (p *Pane) run() *run {
	if p.drag == nil || p.drag.home() {
		return p.bench.run(p.at)
	}
	p.bench.settle(&p.drag.moved)
	return &p.drag.moved
}

// index is the place of the selected sale in what is shown: moved in time, it stands
// elsewhere among the others.
func (p *Pane) index(r *run) int {
	if p.drag == nil {
		return p.sale
	}
	return r.saleOf(p.drag.order)
}

// saleOf is the place of an order's sale, behind the last if it has none.
func (r *run) saleOf(order string) int {
	cases := r.before.book.Cases()
	for i := range cases {
		if cases[i].Order.ID == order {
			return i
		}
	}
	return len(cases)
}

// others is how many sales come to something else because one was moved, that one
// left out.
func (p *Pane) others(own, moved *run) int {
	changed := 0
	a, b := own.shown(), moved.shown()
	for i := range a.settled {
		id := own.before.book.Cases()[i].Order.ID
		if at := moved.saleOf(id); id != p.drag.order && own.pair.Differs(&a.settled[i], &b.settled[at]) {
			changed++
		}
	}
	return changed
}

// eventOf is what happens at a boundary, in words.
func (d *drag) eventOf(b whatif.Boundary, s *side) string {
	switch e := s.book.Events()[b.Event].(type) {
	case model.Click:
		return expiring(b, s.called(e.Partner)+"'s click")
	case model.Form:
		if e.Partner != "" {
			return expiring(b, s.called(e.Partner)+"'s form")
		}
		return "a form of " + e.Contact
	case model.Referral:
		return expiring(b, s.called(e.Partner)+"'s referral")
	case model.Clearing:
		return e.Browser + " cleared"
	case model.Order:
		return e.ID
	}
	return ""
}

func expiring(b whatif.Boundary, what string) string {
	if b.Kind == whatif.Expires {
		return what + " expires"
	}
	return what
}
