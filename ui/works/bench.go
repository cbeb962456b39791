package works

import (
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/sim"
)

// Took takes what was done in the editor over to the bench, and reports whether
// anything was.
func (s *Works) Took(w *Work) bool {
	d := w.Editor.Draft()
	_, turn := w.Editor.Journal()
	changed := turn != w.turn || d.Title != w.shown.Title || d.Story != w.shown.Story
	if changed {
		s.rerun(w)
	}
	return changed
}

// rerun puts the case on the bench as it parsed last.
func (s *Works) rerun(w *Work) {
	c := s.asSaved(w)
	_, w.turn = w.Editor.Journal()
	w.shown = w.Editor.Draft()
	at := s.bench.Find(w.entry)
	entry := sim.Entry{Name: w.entry, Title: c.Title, Read: func() scenario.Case { return c }, Pinned: s.bench.Entry(at).Pinned}
	if w.Changed() || w.name == "" && w.file == "" {
		entry.Title += notKept
	}
	s.bench.Replace(at, entry)
}

// asSaved is the case with the names it has under what is saved, as cases on the bench
// are written; one that cannot be told so, with those of the draft.
func (s *Works) asSaved(w *Work) scenario.Case {
	c := w.scenario(nil)
	var back model.Renames
	for _, r := range s.about.Renamed {
		back = append(back, model.Rename{Table: r.Table, From: r.To, To: r.From})
	}
	if w.own || back == nil {
		return c
	}
	events := make([]model.Event, len(c.Journal.Events()))
	for i, e := range c.Journal.Events() {
		events[i] = back.Follow(e)
	}
	saved := s.about.Saved.Catalog
	if journal, problems := saved.Journal(events); problems == nil {
		c.Journal, c.Catalog = journal, saved
		return c
	}
	return w.scenario(s.about.Renamed)
}
