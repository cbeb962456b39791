package works

import (
	"bytes"
	"fmt"

	"referee/db"
	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/model"
)

// Copy is a case as it is written somewhere: to the database, or to a file.
type Copy struct {
	Work   *Work
	Text   []byte // a scenario file
	Name   string // what it is kept as in the database, or ""
	Again  bool   // that is what it is kept as already
	Pinned bool   // it is pinned there
	File   string // or the path of the file

	draft draft.Case // as it was typed when it was written
}

// Case is the copy as the database keeps it.
func (c Copy) Case() db.Case { return db.Case{Name: c.Name, Text: c.Text, Pinned: c.Pinned} }

// NameOf is what a case would be kept as: what it is kept as already, or its title, with
// a number if another case is called so.
func (s *Works) NameOf(w *Work) string {
	if w.name != "" {
		return w.name
	}
	title := w.Title()
	for n, name := 2, title; ; n, name = n+1, fmt.Sprintf("%s %d", title, n) {
		if at := s.bench.Find(name); (at < 0 || name == w.entry) && !s.taken[name] {
			return name
		}
	}
}

// Taken notes that a name is another case's in the database: NameOf does not come upon
// it again.
func (s *Works) Taken(name string) { s.taken[name] = true }

// Pins reports whether a case is pinned once it is kept: a new one is, and one that was
// kept before stays as it was.
func (s *Works) Pins(w *Work) bool {
	return !s.kept[s.NameOf(w)] || s.bench.Entry(s.bench.Find(w.entry)).Pinned
}

// ToDatabase is the case as it is to be kept in the database: in the place of what it
// was kept as, or under a name that nothing has there. It is being written from now on,
// until [Works.Wrote]. The error is why its text could not be read again.
func (s *Works) ToDatabase(w *Work) (Copy, error) {
	text, err := caseText(w.scenario(s.about.Renamed))
	if err != nil {
		return Copy{}, err
	}
	w.writing = true
	name := s.NameOf(w)
	return Copy{Work: w, Text: text, Name: name, Again: name == w.name, Pinned: s.Pins(w), draft: w.Editor.Draft()}, nil
}

// ToFile is the case as it is to be written to a file. The error is as ToDatabase's.
func (s *Works) ToFile(w *Work, path string) (Copy, error) {
	text, err := caseText(w.scenario(s.about.Renamed))
	return Copy{Work: w, Text: text, File: path, draft: w.Editor.Draft()}, err
}

// Wrote notes that writing a copy is over, however it ended.
func (s *Works) Wrote(c Copy) {
	if c.File == "" {
		c.Work.writing = false
	}
}

// Dropped reports whether the case was taken off the bench meanwhile.
func (s *Works) Dropped(w *Work) bool { return s.bench.Find(w.entry) < 0 }

// Kept takes in that the copy is in the database, and reports whether the case is
// pinned there.
func (s *Works) Kept(c Copy) (pinned bool) {
	w := c.Work
	w.begun = c.draft
	s.moved++
	at := s.bench.Find(w.entry)
	entry := s.bench.Entry(at)
	entry.Name, entry.Pinned = c.Name, entry.Pinned || c.Pinned
	s.bench.Replace(at, entry)
	w.entry, w.name, s.kept[c.Name] = c.Name, c.Name, true
	s.rerun(w)
	return entry.Pinned
}

// Written takes in that the copy is in a file. A case that lives in the database has a
// copy there; what is kept of it is as it was.
func (s *Works) Written(c Copy) {
	w := c.Work
	w.file = c.File
	if w.name == "" {
		w.begun = c.draft
		s.moved++
		s.opened[w.entry] = c.File
		s.rerun(w)
	}
}

// caseText is a case as a scenario file, or why that could not be read again.
func caseText(c scenario.Case) ([]byte, error) {
	c.Wants = holding(c.Wants, c)
	var text bytes.Buffer
	if err := scenario.Write(&text, c); err != nil {
		return nil, err
	}
	_, err := scenario.Read(c.Title, text.Bytes())
	return text.Bytes(), err
}

// holding is those expectations that are about sales and partners of the case still.
func holding(wants []scenario.Want, c scenario.Case) (left []scenario.Want) {
	orders := map[string]bool{}
	for _, e := range c.Journal.Events() {
		if o, is := e.(model.Order); is {
			orders[o.ID] = true
		}
	}
	for _, want := range wants {
		if orders[want.Sale] && want.KnownIn(c.Catalog) {
			left = append(left, want)
		}
	}
	return left
}
