package sim

import (
	"slices"

	"referee/engine/scenario"
	"referee/model"
)

// Entry is a case on the bench. It is read when it is first looked at.
type Entry struct {
	Name   string // what its file is called; unique
	Title  string // what it is about; known before it is read
	Read   func() scenario.Case
	Pinned bool // what a change does to it counts among the consequences
}

// Bench runs cases under two policies: what is saved and what is drafted.
type Bench struct {
	runs         []run
	saved, draft model.Policy // a draft without settings is one that cannot be run
	renamed      model.Renames
}

// NewBench is a bench of cases. A pane needs one at least.
func NewBench(entries []Entry) *Bench {
	b := &Bench{}
	for _, e := range entries {
		b.Add(e)
	}
	return b
}

// Set gives the bench other policies. A draft without settings is one that
// cannot be run; a policy without a catalog is for each case's own. Renamed leads
// from the saved catalog to the drafted one.
func (b *Bench) Set(saved, draft model.Policy, renamed model.Renames) {
	b.saved, b.draft, b.renamed = saved, draft, renamed
}

// Len is the number of cases.
func (b *Bench) Len() int { return len(b.runs) }

// Entry is one of the cases, by its place.
func (b *Bench) Entry(i int) Entry { return b.runs[i].Entry }

// Find is the place of the case of a name, -1 if there is none.
func (b *Bench) Find(name string) int {
	return slices.IndexFunc(b.runs, func(r run) bool { return r.Name == name })
}

// Add puts a case behind the others.
func (b *Bench) Add(e Entry) { b.runs = append(b.runs, run{Entry: e}) }

// Replace puts another case in the place of one; it is read anew.
func (b *Bench) Replace(i int, e Entry) { b.runs[i] = run{Entry: e} }

// Remove takes a case away. Those behind it move up.
func (b *Bench) Remove(i int) { b.runs = slices.Delete(b.runs, i, i+1) }

// Pin says whether what changes in a case counts among the consequences.
func (b *Bench) Pin(i int, pinned bool) { b.runs[i].Pinned = pinned }

// Scenario is one of the cases as it was written.
func (b *Bench) Scenario(i int) scenario.Case { return *b.runs[i].written() }

// Drafted is a case as it is run under the draft: the catalog it is about, and what
// happened, with the names that catalog has for it.
func (b *Bench) Drafted(i int) (model.Catalog, []model.Event) {
	book := b.run(i).after.book
	return book.Catalog(), book.Events()
}

// Effect is what the draft changes in one case; ok is false while the draft
// cannot be run. What the case cannot be run for is not an effect of none.
func (b *Bench) Effect(i int) (e scenario.Effect, ok bool) {
	r := b.run(i)
	e.Title, e.Who, e.Unfit = r.Title, r.pair, r.unfit
	if r.after.plan == nil || r.unfit != "" {
		e.Orders = len(r.before.settled)
		return e, false
	}
	e.Effect = r.pair.Compare(r.before.settled, r.after.settled)
	return e, true
}

// Between is what changes in every pinned case from one policy to another,
// whatever the bench is set to. Renamed leads from the one catalog to the other.
func (b *Bench) Between(from, to model.Policy, renamed model.Renames) []scenario.Effect {
	var effects []scenario.Effect
	made := plans{}
	for i := range b.runs {
		if r := &b.runs[i]; r.Pinned {
			effects = append(effects, r.between(from, to, renamed, made))
		}
	}
	return effects
}

// run is a case, settled under both policies.
func (b *Bench) run(i int) *run {
	b.settle(&b.runs[i])
	return &b.runs[i]
}

// settle settles a case under both policies.
func (b *Bench) settle(r *run) {
	r.place(b.saved.Catalog, b.draft.Catalog, b.renamed)
	r.before.settle(b.saved.Settings)
	if r.blank {
		r.after.settle(model.Settings{})
		return
	}
	r.after.settle(b.draft.Settings)
}
