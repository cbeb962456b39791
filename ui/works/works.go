package works

import (
	"slices"
	"strings"
	"time"

	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/shelf"
	"referee/ui/sim"
)

// Works is the cases that are being edited or not kept yet, and what is known of the
// others on the bench.
type Works struct {
	bench *sim.Bench
	now   func() time.Time
	about About

	all    []*Work
	kept   map[string]bool   // which cases of the bench are in the database
	opened map[string]string // and which were read from which file
	taken  map[string]bool   // names in the database that were found taken
	moved  int               // counts the works that came and went
}

// About is what cases are about: the policy that is saved, the catalog that is drafted,
// and what leads from the saved catalog to that one.
type About struct {
	Saved   model.Policy
	Draft   model.Catalog
	Renamed model.Renames
}

// New is no works yet, over a bench of the shelf's cases.
func New(bench *sim.Bench, cases []shelf.Case, now func() time.Time) *Works {
	s := &Works{bench: bench, now: now, kept: map[string]bool{}, opened: map[string]string{}, taken: map[string]bool{}}
	for _, c := range cases {
		s.kept[c.Name] = c.Kept
	}
	return s
}

// Set reads the cases about the database's catalog against the one that is drafted now.
func (s *Works) Set(about About) {
	s.about = about
	for _, w := range s.all {
		if !w.own && w.Editor.Catalog() != about.Draft {
			w.Editor.SetReader(draft.NewReader(about.Draft).Following(about.Renamed))
			s.rerun(w)
		}
	}
}

// Settle takes up what was renamed by a save: from now on the codes that were typed
// before are nobody's, or may be another's. It comes before Set.
func (s *Works) Settle(about About, renamed model.Renames) {
	if len(renamed) == 0 {
		return
	}
	s.about = about
	r := draft.NewReader(about.Saved.Catalog).Following(renamed)
	for _, w := range s.all {
		if !w.own {
			w.base.Wants = followed(w.base.Wants, renamed)
			w.begun = r.Rewritten(w.begun)
			w.Editor.Rewrite(r.Rewritten)
			s.rerun(w)
		}
	}
}

// On is the case being edited under a name on the bench, or nil.
func (s *Works) On(entry string) *Work {
	if i := slices.IndexFunc(s.all, func(w *Work) bool { return w.entry == entry }); i >= 0 {
		return s.all[i]
	}
	return nil
}

// InDatabase reports whether the case of a name on the bench is kept there.
func (s *Works) InDatabase(entry string) bool { return s.kept[entry] }

// WhyNotDrop is why the case of a name on the bench cannot be dropped, or "".
func (s *Works) WhyNotDrop(entry string) string {
	if s.kept[entry] || Unnamed(entry) {
		return ""
	}
	return "it came with the program"
}

// WhyNoPin is why the case of a name on the bench has no pin to put in or take away,
// or "". Only a case that is there at the next start has one.
func (s *Works) WhyNoPin(entry string) string {
	switch {
	case s.kept[entry]:
		return ""
	case s.opened[entry] != "":
		return "it is in a file; keep it in the database first: e, ctrl+s"
	case Unnamed(entry):
		return "it is not kept yet; keep it in the database first: e, ctrl+s"
	}
	return ""
}

// Leave puts a case away that nothing was changed in, and reports whether it did: a
// copy leaves the bench too. One that was changed stays, on the bench and on the disk.
func (s *Works) Leave(w *Work) (away bool) {
	if w.Changed() {
		return false
	}
	s.forget(w)
	if w.name == "" && w.file == "" {
		s.bench.Remove(s.bench.Find(w.entry))
	}
	return true
}

// Drop takes a case off the bench, by its name there.
func (s *Works) Drop(entry string) {
	if w := s.On(entry); w != nil {
		s.forget(w)
	}
	delete(s.kept, entry)
	s.bench.Remove(s.bench.Find(entry))
}

// forget takes a case off the list of those that are being edited.
func (s *Works) forget(w *Work) {
	s.all = slices.DeleteFunc(s.all, func(other *Work) bool { return other == w })
	s.moved += w.Editor.Changes() + 1 // so that the disk hears of it
}

// notKept stands behind the title of a case that is only in the editor so far.
const notKept = " (not kept)"

// Titled is what a case of the bench is called, without what stands behind its title.
func Titled(entry sim.Entry) string { return strings.TrimSuffix(entry.Title, notKept) }
