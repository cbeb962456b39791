package model

import "slices"

// CatalogEdit is a catalog that somebody is working on. What holds of all that
// was typed is a catalog at any moment, so it can be looked at and run; what does
// not hold stands beside it as it was typed. So no half of a word is ever taken
// for a reference, and no reference is lost while its code is being retyped.
//
// It is a value: every change makes another one, and the one before is an undo
// step.
type CatalogEdit struct {
	Catalog Catalog
	Renamed Renames // from the catalog the edit began with
	Slips   []Slip
}

// Slip is a text that its field cannot take, and why. The field keeps what it
// held before.
type Slip struct {
	Field   CatalogField
	Text    string
	Problem Problem
}

// CatalogField is one field of one row.
type CatalogField struct {
	Table string // one of the names for a [Place]
	Row   int
	Key   string // as in a scenario file: "code", "parent" …; [RateKey] and [RuleKey] besides
	Rule  int    // of a rate or a rule: its place in [Program.Cards]
	Cell  Cell   // of a rate
}

// Keys of fields that a scenario file has no single key for.
const (
	RateKey = "rate"    // a cell of a rate card
	RuleKey = "product" // the product that a rule is for
)

// CodeKey is the key of what a row of a table is called and referred to by.
func CodeKey(table string) string {
	if table == ProgramTable {
		return "name"
	}
	return "code"
}

// Has reports whether the catalog has a field, for fields that come from a file.
func (e CatalogEdit) Has(f CatalogField) bool {
	d := e.Catalog.Draft()
	if f.Row < 0 || f.Row >= len(d.codes(f.Table)) || !slices.Contains(fieldKeys[f.Table], f.Key) {
		return false
	}
	if f.Key == RateKey && (f.Cell.Level < 0 || f.Cell.Level > MaxLevels || f.Cell.Role != Lead && f.Cell.Role != Sale) {
		return false
	}
	return f.Rule >= 0 && (f.Rule == 0 && f.Key != RuleKey || f.Table == ProgramTable && f.Rule <= len(d.Programs[f.Row].Products))
}

// fieldKeys is the fields of each table; it is only read.
var fieldKeys = map[string][]string{
	PartnerTable: {"code", "name", "parent", "track_days", "active", "notify_lead", "notify_sale"},
	ProgramTable: {"name", "priority", "payout", RuleKey, RateKey},
	ProductTable: {"code", "price"},
	LinkTable:    {"code", "url"},
}

// Text is what stands in a field: what was typed, be it a slip or not.
func (e CatalogEdit) Text(f CatalogField) string {
	if i := e.slip(f); i >= 0 {
		return e.Slips[i].Text
	}
	d := e.Catalog.Draft()
	return d.text(f)
}

// Problem is why a field cannot take what stands in it.
func (e CatalogEdit) Problem(f CatalogField) (p Problem, wrong bool) {
	if i := e.slip(f); i >= 0 {
		return e.Slips[i].Problem, true
	}
	return Problem{}, false
}

// Problems is everything that keeps the edit from being saved.
func (e CatalogEdit) Problems() Problems {
	var problems Problems
	for _, s := range e.Slips {
		problems = append(problems, s.Problem)
	}
	return problems
}

func (e CatalogEdit) slip(f CatalogField) int {
	return slices.IndexFunc(e.Slips, func(s Slip) bool { return s.Field == f })
}

// Set types a text into a field. If it holds there it is taken over, a new code
// in everything that refers to the row; if not, it becomes a slip.
func (e CatalogEdit) Set(f CatalogField, text string) CatalogEdit {
	if i := e.slip(f); i >= 0 {
		e.Slips = slices.Delete(slices.Clone(e.Slips), i, i+1)
	}
	next, problem := e.take(f, text)
	if problem != nil {
		e.Slips = append(slices.Clip(e.Slips), Slip{f, text, *problem})
		return e
	}
	return next.retry()
}

// take is the edit with a text in a field, or why it cannot stand there.
func (e CatalogEdit) take(f CatalogField, text string) (CatalogEdit, *Problem) {
	d := e.Catalog.Draft()
	was := d.text(f)
	if was == text {
		return e, nil
	}
	if problem := d.set(f, text); problem != nil {
		return e, problem
	}
	catalog, problems := d.Parse()
	if len(problems) > 0 {
		return e, &problems[0]
	}
	e.Catalog = catalog
	if f.Key == CodeKey(f.Table) {
		e.Renamed = e.Renamed.Then(f.Table, was, text)
	}
	return e, nil
}

// retry takes slips over that have come to hold: a parent that was typed before
// it was there.
func (e CatalogEdit) retry() CatalogEdit {
	for i := 0; i < len(e.Slips); i++ {
		s := e.Slips[i]
		if next, problem := e.take(s.Field, s.Text); problem == nil {
			e = next
			e.Slips = slices.Delete(slices.Clone(e.Slips), i, i+1)
			i = -1 // it may be what another one waited for
		}
	}
	return e
}
