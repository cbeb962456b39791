package whatif

import (
	"cmp"
	"slices"

	"referee/engine"
	"referee/model"
)

// MaxEvents is how many events [Flips] goes through again for the changes of what
// happened, over all its runs. A handful that bears on an order takes some hundred
// runs of them; a contact with a history of hundreds could take millions of events,
// and the nearest changes are tried first.
const MaxEvents = 30_000

// Flip is a single change that pays a partner, or stops paying it, with what the
// order then comes to. It was run.
type Flip struct {
	Change
	engine.Settled             // what the order comes to then
	Now, Paid      model.Money // what the partner gets for the order as it is, and then, in minor units
}

// Flips looks for the smallest single change of every [Kind] after which a
// partner is paid something for an order, if it is paid nothing now, or nothing,
// if it is paid now. Of settings every one that does it is listed. The first flip
// is the smallest change of all; a kind without any is not there.
//
// Sure is false if it ran into [MaxEvents]: then what is listed does it, but
// something smaller might, too. The order must be one of the journal, and the
// plan be for its catalog.
func Flips(p *engine.Plan, j model.Journal, order string, who engine.PartnerID) (flips []Flip, sure bool) {
	s := search{plan: p, who: who, world: world{p.Settings(), j.Catalog(), j.Events(), orderRow(j.Events(), order)}}
	scene := sceneOf(s.world)
	book, problems := scene.book()
	if problems != nil {
		return nil, true // cannot be: the events are a journal's
	}
	s.here, s.now = scene, caseOf(book, order)
	_, rows := p.Settle(nil, s.now)
	s.paid = engine.PaidTo(rows, who)
	s.settings()
	for _, changes := range s.changes() {
		s.smallest(changes())
	}
	slices.SortStableFunc(s.flips, func(a, b Flip) int { return cmp.Compare(a.Kind, b.Kind) })
	return s.flips, s.went < MaxEvents
}

// search is one search for flips.
type search struct {
	world
	plan  *engine.Plan
	here  scene        // the order with what bears on it
	now   *engine.Case // the order as it is
	who   engine.PartnerID
	paid  model.Money // what who gets now
	went  int         // events gone through so far
	flips []Flip
}

// settings tries every other choice of every setting, the nearest first. What an
// order's evidence is does not depend on settings, so nothing is read again.
func (s *search) settings() {
	var changes []Change
	draft := s.world.settings.Draft()
	for _, setting := range model.AllSettings {
		for _, to := range setting.Choices() {
			if from := draft.Text(setting); to != from {
				changes = append(changes, Change{Kind: ToSetting, Setting: setting, To: to, Event: -1, Distance: steps(draft, setting, to)})
			}
		}
	}
	slices.SortStableFunc(changes, nearer)
	for _, change := range changes {
		if w, problems := change.on(s.world); problems == nil {
			outcome, rows := s.plan.Under(w.settings).Settle(nil, s.now)
			s.keep(change, engine.Settled{Outcome: outcome, Rows: rows})
		}
	}
}

// steps is how far a choice is away: levels, boxes, or one.
func steps(from model.Draft, setting model.Setting, to string) int64 {
	d := from
	if err := d.Set(setting, to); err != nil {
		return 0 // cannot be: it is one of the setting's choices
	}
	n := int64(max(d.Levels-from.Levels, from.Levels-d.Levels))
	for _, differs := range [...]bool{
		d.PayLead != from.PayLead, d.PaySale != from.PaySale, d.PayAmount != from.PayAmount, d.PayPercent != from.PayPercent,
	} {
		if differs {
			n++
		}
	}
	return max(n, 1)
}

// smallest tries the changes of one kind, the nearest first, until one does it.
func (s *search) smallest(changes []Change) {
	slices.SortStableFunc(changes, nearer)
	for _, change := range changes {
		if s.went >= MaxEvents || s.try(change) {
			return
		}
	}
}

func nearer(a, b Change) int { return cmp.Compare(a.Distance, b.Distance) }

// try runs the order with a change to what happened or to a partner.
func (s *search) try(change Change) bool {
	w, problems := change.on(s.world)
	if problems != nil {
		return false
	}
	scene := sceneOf(w)
	s.went += len(scene.events)
	book, problems := scene.book()
	if problems != nil {
		return false
	}
	plan := s.plan
	if change.Event < 0 {
		plan = engine.Compile(w.settings, w.catalog)
	}
	outcome, rows := plan.Settle(nil, caseOf(book, s.now.Order.ID))
	return s.keep(change, engine.Settled{Outcome: outcome, Rows: rows})
}

// keep notes the change if it does what is looked for.
func (s *search) keep(change Change, then engine.Settled) bool {
	paid := engine.PaidTo(then.Rows, s.who)
	if (paid == 0) == (s.paid == 0) {
		return false
	}
	s.flips = append(s.flips, Flip{change, then, s.paid, paid})
	return true
}
