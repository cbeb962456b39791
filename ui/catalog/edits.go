package catalog

import "referee/model"

// edits is what can be undone and redone: whole edits. There is no limit to them.
type edits struct {
	past, future []step
	run          model.CatalogField // the field a run of typing is going on in
	running      bool
}

// step is an edit as it was before a change, and where the change was made.
type step struct {
	edit model.CatalogEdit
	at   place
}

// place is where the focus is.
type place struct {
	tab, row, line, spot int
	open                 bool
}

func (e *edits) endRun() { e.running = false }

func (s *Screen) place() place { return place{s.tab, s.at[s.tab], s.line, s.spot, s.open} }

// change takes another edit over as a step that can be undone. A run of typing in
// one field is one step.
func (s *Screen) change(next model.CatalogEdit, field model.CatalogField, typing bool) {
	if !typing || !s.edits.running || s.edits.run != field {
		s.edits.past = append(s.edits.past, step{s.edit, s.place()})
	}
	s.edits.future = nil
	s.edits.run, s.edits.running = field, typing
	s.edit = next
	s.refresh()
}

// refresh works out what follows from the edit. One that says what is saved is
// what is saved.
func (s *Screen) refresh() {
	s.version++
	s.changes = model.DiffRenamed(s.saved, s.edit.Catalog, s.edit.Renamed)
	if len(s.changes) == 0 {
		s.edit.Catalog, s.edit.Renamed = s.saved, nil
	}
	s.changed = make(map[rowName]bool, len(s.changes))
	for _, c := range s.changes {
		s.changed[rowName{c.Table, c.Code}] = true
	}
	for tab := range tables {
		s.at[tab] = max(0, min(s.at[tab], s.rows(tab)-1))
	}
	s.match()
	s.describe()
}

// Steps is how many steps can be undone.
func (s *Screen) Steps() int { return len(s.edits.past) }

// Forget drops what could be redone: something else was changed since. So what is
// typed next is a step of its own.
func (s *Screen) Forget() {
	s.edits.future = nil
	s.edits.endRun()
}

// Undo takes the last change back, Redo makes it again; both go to where it was
// made.
func (s *Screen) Undo() { s.step(&s.edits.past, &s.edits.future) }
func (s *Screen) Redo() { s.step(&s.edits.future, &s.edits.past) }

func (s *Screen) step(from, to *[]step) {
	if len(*from) == 0 {
		return
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, step{s.edit, last.at})
	s.edits.endRun()
	s.edit = last.edit
	s.tab, s.at[last.at.tab], s.open = last.at.tab, last.at.row, last.at.open
	s.line, s.spot, s.fresh = last.at.line, last.at.spot, true
	s.refresh()
}

// Replace puts another edit in place of this one, as one step.
func (s *Screen) Replace(next model.CatalogEdit) {
	if len(next.Slips) == 0 && len(s.edit.Slips) == 0 && len(model.DiffCatalogs(s.edit.Catalog, next.Catalog)) == 0 {
		return
	}
	s.edits.endRun()
	s.change(next, model.CatalogField{}, false)
}

// SetSaved tells the screen what is saved now; renamed leads there from what was
// saved before. The draft stays as it is, and so does all that can be undone.
func (s *Screen) SetSaved(saved model.Catalog, renamed model.Renames) {
	s.saved = saved
	s.edit.Renamed = s.edit.Renamed.Since(renamed)
	for _, steps := range [...][]step{s.edits.past, s.edits.future} {
		for i := range steps {
			steps[i].edit.Renamed = steps[i].edit.Renamed.Since(renamed)
		}
	}
	s.edits.endRun()
	s.refresh()
}

// savedText is what a field holds in the saved catalog; ok is false for one of a
// row that is new.
func (s *Screen) savedText(f model.CatalogField) (text string, ok bool) {
	code, ok := s.savedCode(f)
	if !ok {
		return "", false
	}
	before := model.CatalogEdit{Catalog: s.saved}
	switch f.Table {
	case model.PartnerTable:
		f.Row, ok = s.saved.Partner(code)
	case model.ProductTable:
		f.Row, ok = s.saved.Product(code)
	case model.LinkTable:
		f.Row, ok = s.saved.Link(code)
	default:
		return s.savedProgramText(before, f, code)
	}
	if !ok {
		return "", false
	}
	return before.Text(f), true
}

// savedProgramText finds the rule by its product: rules come and go.
func (s *Screen) savedProgramText(before model.CatalogEdit, f model.CatalogField, code string) (string, bool) {
	product := ""
	if f.Rule > 0 {
		now := s.edit.Catalog.Programs()[f.Row].Products[f.Rule-1].Product
		product = s.Renamed().Was(model.ProductTable, now)
	}
	for row, program := range s.saved.Programs() {
		if program.Name != code {
			continue
		}
		for rule, card := range program.Cards() {
			if card.Product == product {
				f.Row, f.Rule = row, rule
				return before.Text(f), true
			}
		}
	}
	return "", false
}

// savedCode is what the row of a field may be called in the saved catalog; ok is false
// for a new row that took over a code which another one gave up.
func (s *Screen) savedCode(f model.CatalogField) (code string, ok bool) {
	renamed, now := s.Renamed(), s.codeOf(f)
	code = renamed.Was(f.Table, now)
	return code, renamed.Now(f.Table, code) == now
}

// welcomes reports whether a field waits for the code of a new row: it is empty and has
// the focus. So adding one begins, and nothing is wrong yet.
func (s *Screen) welcomes(f model.CatalogField) bool {
	at, ok := s.focused()
	return s.open && ok && at.field == f && s.unnamed(f)
}

// unnamed reports whether a field is that of the code of a new row, and empty.
func (s *Screen) unnamed(f model.CatalogField) bool {
	if len(s.edit.Slips) == 0 || f.Key != model.CodeKey(f.Table) || s.edit.Text(f) != "" {
		return false
	}
	_, saved := s.savedText(f)
	return !saved
}

// Welcomes is the table of the new row that waits for its code, if that is all there is
// to say about the draft of the catalog; else it is "".
func (s *Screen) Welcomes() (table string) {
	if len(s.edit.Slips) == 1 && s.welcomes(s.edit.Slips[0].Field) {
		return s.edit.Slips[0].Field.Table
	}
	return ""
}

func (s *Screen) codeOf(f model.CatalogField) string {
	return (model.CatalogEdit{Catalog: s.edit.Catalog}).Text(model.CatalogField{Table: f.Table, Row: f.Row, Key: model.CodeKey(f.Table)})
}
