package catalog

import (
	"fmt"
	"strings"

	"referee/model"
)

// Add puts a new row at the end of the table and opens it, as one step. It answers
// with why that is not possible, or "".
func (s *Screen) Add() (why string) {
	next, row, problems := s.edit.Add(s.table())
	if len(problems) > 0 {
		return problems[0].Error()
	}
	s.searching = false
	s.search.Set("")
	s.change(next, model.CatalogField{}, false)
	s.selectRow(row)
	s.OpenRow()
	return ""
}

// maxUses is how many of the places where a row is used are named.
const maxUses = 4

// Remove takes the selected row away, as one step, and says what became of it, or
// why it stays: something refers to it.
func (s *Screen) Remove() (said string, removed bool) {
	row, ok := s.row()
	if !ok {
		return "there is no row to delete", false
	}
	name := s.table() + " " + s.code(row)
	next, uses := s.edit.Remove(s.table(), row)
	if n := len(uses); n > 0 {
		more := ""
		if n > maxUses {
			more = fmt.Sprintf(" and %d more", n-maxUses)
		}
		return fmt.Sprintf("%s stays, it is in use: %s%s", name, strings.Join(uses[:min(n, maxUses)], ", "), more), false
	}
	s.Close()
	s.change(next, model.CatalogField{}, false)
	return name + " is out of the draft; ctrl+z takes that back", true
}

// WhyNotSwitch is why the selected row cannot be switched on and off, or "".
func (s *Screen) WhyNotSwitch() string {
	if s.table() != model.PartnerTable {
		return "only partners are switched on and off"
	}
	if _, ok := s.row(); !ok {
		return "there is no partner"
	}
	return ""
}

// Switch switches the selected partner on or off.
func (s *Screen) Switch() {
	row, _ := s.row()
	at := spot{field: model.CatalogField{Table: model.PartnerTable, Row: row, Key: "active"}, shape: choice}
	s.put(at, map[string]string{"true": "false", "false": "true"}[s.value(at)], false)
}

// GoToProblem opens the row that holds the first text that cannot stand in its
// field, at that field.
func (s *Screen) GoToProblem() {
	if len(s.edit.Slips) == 0 {
		return
	}
	at := s.edit.Slips[0].Field
	for i, table := range tables {
		if table == at.Table {
			s.ShowTab(i)
		}
	}
	s.selectRow(at.Row)
	s.OpenRow()
	for i, l := range s.lines {
		for n, spot := range l.spots {
			if spot.field == at {
				s.focus(i, n)
			}
		}
	}
}

// WhyNotRevert is why the focused field cannot be put back, or "".
func (s *Screen) WhyNotRevert() string {
	at, ok := s.focused()
	switch {
	case !s.open || !ok || at.shape == button:
		return "open a row first; this puts one field back"
	case s.before(at) == nil:
		return "this row is new"
	case *s.before(at) == s.value(at):
		return "this field is as it was saved"
	}
	return ""
}

// Revert puts the focused field back to what is saved.
func (s *Screen) Revert() {
	if at, ok := s.focused(); ok {
		s.edits.endRun()
		s.put(at, *s.before(at), false)
		s.focus(s.line, s.spot)
	}
}

// before is what a spot held in the saved catalog, nil if its row was not there or
// it is a button, which holds nothing.
func (s *Screen) before(at spot) *string {
	if at.shape == button {
		return nil
	}
	if at.shape == tick {
		code, ok := s.savedCode(at.field)
		row, known := s.saved.Partner(code)
		if !ok || !known {
			return nil
		}
		value := "false"
		for _, name := range s.saved.Partners()[row].Programs {
			if s.Renamed().Now(model.ProgramTable, name) == at.program {
				value = "true"
			}
		}
		return &value
	}
	value, ok := s.savedText(at.field)
	if !ok {
		return nil
	}
	if at.field.Key == "parent" && value != "" {
		value = s.Renamed().Now(model.PartnerTable, value)
	}
	if at.field.Key == model.RuleKey {
		value = s.Renamed().Now(model.ProductTable, value)
	}
	return &value
}

// WhyNotRule is why a program cannot be given a rule for a product, or "".
func (s *Screen) WhyNotRule() string {
	row, ok := s.row()
	if s.table() != model.ProgramTable || !ok {
		return "only programs have rules for products"
	}
	if _, _, ok := s.edit.AddRule(row); !ok {
		return "every product has a rule already; add a product first"
	}
	return ""
}

// AddRule gives the selected program a rule for a product and goes there.
func (s *Screen) AddRule() {
	row, _ := s.row()
	next, rule, ok := s.edit.AddRule(row)
	if !ok {
		return
	}
	s.change(next, model.CatalogField{}, false)
	s.open = true
	for i, l := range s.lines {
		if len(l.spots) == 1 && l.spots[0].field.Key == model.RuleKey && l.spots[0].field.Rule == rule {
			s.focus(i, 0)
		}
	}
}

// WhyNotDropRule is why there is no rule to take away, or "".
func (s *Screen) WhyNotDropRule() string {
	if at, ok := s.focused(); !ok || !s.open || at.field.Table != model.ProgramTable || at.field.Rule == 0 {
		return "go to the rates for a product first"
	}
	return ""
}

// DropRule takes the rule away that has the focus.
func (s *Screen) DropRule() {
	at, _ := s.focused()
	s.change(s.edit.RemoveRule(at.field.Row, at.field.Rule), model.CatalogField{}, false)
	s.focus(s.line, s.spot)
}
