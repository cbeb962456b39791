package works

import (
	"fmt"

	"referee/db/drafts"
	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/ui/casework"
)

// Unkept is a case as it stands on the disk until it is kept: what was typed, and the
// case it lies over.
type Unkept struct {
	draft.Kept
	base scenario.Case
}

// Turn is another number whenever there is something else to keep on the disk.
func (s *Works) Turn() int {
	turn := s.moved
	for _, w := range s.all {
		turn += w.Editor.Changes()
	}
	return turn
}

// Keeper is what brings the disk to the cases that are not kept, as they are now. It
// may be called at any time, beside everything else.
func (s *Works) Keeper(folder drafts.Folder) func() error {
	var list []Unkept
	for _, w := range s.all {
		if w.Changed() {
			kept := draft.Kept{Case: w.Editor.Draft(), Name: w.name, File: w.file, Ours: !w.own}
			list = append(list, Unkept{kept, s.asSaved(w)})
		}
	}
	if len(list) == 0 {
		return folder.DropCases
	}
	return func() error {
		kept := make([]draft.Kept, len(list))
		for i, u := range list {
			kept[i] = u.Kept
			kept[i].Base = baseText(u.base)
		}
		return folder.KeepCases(draft.Encode(kept))
	}
}

// baseText is a case as a scenario file that reads again; if what happens in it does
// not, without that.
func baseText(c scenario.Case) []byte {
	text, err := caseText(c)
	if err != nil {
		text, _ = caseText(scenario.Case{Settings: c.Settings, Catalog: c.Catalog})
	}
	return text
}

// Read is the cases that were not kept when the program ended last. If one of them does
// not read, none is taken up, and none is touched.
func Read(folder drafts.Folder) ([]Unkept, error) {
	text, err := folder.Cases()
	if err != nil || text == nil {
		return nil, err
	}
	cases, err := draft.Decode(text)
	if err != nil {
		return nil, &drafts.ReadError{Path: folder.Path(), Err: err}
	}
	list := make([]Unkept, len(cases))
	for i, kept := range cases {
		file, err := scenario.Read(kept.Title, kept.Base)
		if err != nil {
			return nil, &drafts.ReadError{Path: folder.Path(), Err: fmt.Errorf("what the case %q lies over does not read: %w", kept.Title, err)}
		}
		list[i] = Unkept{kept, file.Cases[0]}
	}
	return list, nil
}

// TakeUp puts the cases on the bench that were not kept when the program ended last.
func (s *Works) TakeUp(list []Unkept) {
	for _, k := range list {
		w := &Work{file: k.File, base: k.base, own: !k.Ours && !k.base.Catalog.IsEmpty()}
		if s.kept[k.Name] {
			w.name, w.entry = k.Name, k.Name
		}
		catalog := s.about.Draft
		if w.own {
			catalog = k.base.Catalog
		}
		before, why := k.base.On(catalog, nil)
		if why != "" {
			before, _ = catalog.Journal(nil)
		}
		w.Editor = casework.New(draft.NewReader(catalog).Following(s.about.Renamed), k.Case, before, s.now)
		w.Editor.SetActive(false)
		s.place(w)
	}
}
