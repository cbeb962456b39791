package works

import (
	"fmt"
	"strings"

	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/casework"
	"referee/ui/sim"
)

// Fresh is a new case that answers at once: one click, one order.
func (s *Works) Fresh() *Work {
	r := draft.NewReader(s.about.Draft)
	w := &Work{base: scenario.Case{Settings: s.about.Saved.Settings, Catalog: s.about.Draft}}
	return s.begin(w, r, r.Fresh(s.freeTitle("New case"), s.now()))
}

// Edit is the case at a place of the bench, to edit: a kept one, or one that is being
// edited, as it is, and a copy of a sample.
func (s *Works) Edit(at int) *Work {
	entry := s.bench.Entry(at)
	if w := s.On(entry.Name); w != nil {
		return w
	}
	w := &Work{from: entry.Name, file: s.opened[entry.Name]}
	if s.kept[entry.Name] {
		w.name = entry.Name
	}
	if w.name != "" || w.file != "" {
		w.entry = entry.Name
	}
	return s.editFrom(w, at, "")
}

// Copy is a copy of the case at a place of the bench, to edit.
func (s *Works) Copy(at int) *Work {
	w := &Work{from: s.bench.Entry(at).Name}
	return s.editFrom(w, at, s.freeTitle(s.bench.Scenario(at).Title+", a copy"))
}

// editFrom begins to edit what stands at a place of the bench, under another title if
// one is given: a case that was asked for by its name is something to keep as it is.
func (s *Works) editFrom(w *Work, at int, title string) *Work {
	w.base = s.bench.Scenario(at)
	catalog, events := s.bench.Drafted(at)
	w.own = catalog != s.about.Draft
	if !w.own {
		w.base.Wants = followed(w.base.Wants, model.Alike(w.base.Catalog, s.about.Saved.Catalog))
	}
	r := draft.NewReader(catalog)
	c := r.From(w.base.Title, w.base.Story, events)
	if title != "" {
		c.Title = title
		return s.begin(w, r, c)
	}
	if w.entry == "" {
		c.Title = s.freeTitle(w.base.Title + ", a copy")
	}
	w.begun = c
	return s.begin(w, r, c)
}

// begin makes the editor of a case and puts it on the bench.
func (s *Works) begin(w *Work, r *draft.Reader, c draft.Case) *Work {
	before, _ := r.Catalog().Journal(nil)
	w.Editor = casework.New(r, c, before, s.now)
	s.place(w)
	return w
}

// place gives a case that is being edited its entry on the bench.
func (s *Works) place(w *Work) {
	if w.entry == "" {
		w.entry = s.freeName()
		s.bench.Add(sim.Entry{Name: w.entry, Title: w.Title()})
	}
	s.all = append(s.all, w)
	if w.Changed() {
		s.moved++
	}
	s.rerun(w)
}

// Open puts a case of a file on the bench and answers with its place. One that is the
// whole of its file can be written back to it; of several, one is a case for itself
// from here on. A file that is being edited already is not read again: editing is the
// case of it.
func (s *Works) Open(path string, c scenario.Case, whole bool) (at int, editing *Work) {
	name := unnamed + path
	if !whole {
		name = s.freeName()
	}
	entry := sim.Entry{Name: name, Title: c.Title, Read: func() scenario.Case { return c }}
	at = s.bench.Find(name)
	if w := s.On(name); w != nil {
		return at, w
	}
	if at < 0 {
		s.bench.Add(entry)
		at = s.bench.Len() - 1
	} else {
		s.bench.Replace(at, entry) // it may have changed since
	}
	if whole {
		s.opened[name] = path
	}
	return at, nil
}

// freeTitle is a title that no case on the bench has.
func (s *Works) freeTitle(title string) string {
	free := title
	for n := 2; s.hasTitle(free); n++ {
		free = fmt.Sprintf("%s %d", title, n)
	}
	return free
}

func (s *Works) hasTitle(title string) bool {
	for i := range s.bench.Len() {
		if Titled(s.bench.Entry(i)) == title {
			return true
		}
	}
	return false
}

// unnamed begins the name on the bench of a case that has none in the database. None
// can be kept under such a name: names are one line.
const unnamed = "\n"

// Unnamed reports whether a name on the bench is that of a case that is nowhere in the
// database and did not come with the program: nobody is to see it.
func Unnamed(entry string) bool { return strings.HasPrefix(entry, unnamed) }

// freeName is a name on the bench that no case has.
func (s *Works) freeName() string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf("%s%d", unnamed, n); s.bench.Find(name) < 0 {
			return name
		}
	}
}
