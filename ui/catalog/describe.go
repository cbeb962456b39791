package catalog

import (
	"slices"

	"referee/model"
)

// line is a line of the selected row: a title, one field, or a row of rates.
type line struct {
	label string
	spots []spot // what can have the focus; none in a title
	rates int    // of a row of rates: its level, from 1; the unused row has maxRow
	head  bool   // the sheet's column heads stand above it
}

const maxRow = model.MaxLevels + 1

// spot is one thing that can have the focus.
type spot struct {
	field   model.CatalogField
	shape   shape
	options []option // of a choice
	program string   // of a tick: the program that the partner is in, or not; of a button: whom to put everybody into
}

// shape is how a spot is drawn and changed.
type shape uint8

const (
	written shape = iota + 1 // a line of text
	choice                   // one of a few values
	tick                     // yes or no
	rate                     // a cell of a rate sheet
	button                   // something to do
)

// option is one value of a choice.
type option struct{ value, label string }

var (
	yesNo   = []option{{"true", "yes"}, {"false", "no"}}
	payouts = []option{{model.UpFront.String(), "up-front"}, {model.OnPayment.String(), "on payment"}}
)

// describe says what the selected row is made of.
func (s *Screen) describe() {
	s.lines = s.lines[:0]
	row, ok := s.row()
	if !ok {
		s.open = false
		return
	}
	switch s.table() {
	case model.PartnerTable:
		s.describePartner(row)
	case model.ProgramTable:
		s.describeProgram(row)
	case model.ProductTable:
		s.fields(row, field{"code", "Code", written, nil}, field{"price", "Price", written, nil})
	case model.LinkTable:
		s.fields(row, field{"code", "Code", written, nil}, field{"url", "Page", written, nil})
	}
	s.line = max(0, min(s.line, len(s.lines)-1))
	for s.line < len(s.lines)-1 && len(s.lines[s.line].spots) == 0 {
		s.line++
	}
	s.spot = max(0, min(s.spot, len(s.lines[s.line].spots)-1))
}

// field is what a line of one field is described by.
type field struct {
	key, label string
	shape      shape
	options    []option
}

func (s *Screen) fields(row int, list ...field) {
	for _, f := range list {
		at := model.CatalogField{Table: s.table(), Row: row, Key: f.key}
		s.lines = append(s.lines, line{label: f.label, spots: []spot{{field: at, shape: f.shape, options: f.options}}})
	}
}

func (s *Screen) describePartner(row int) {
	s.fields(row,
		field{"code", "Code", written, nil}, field{"name", "Name", written, nil}, field{"parent", "Parent", written, nil},
		field{"track_days", "Track days", written, nil}, field{"active", "Active", choice, yesNo},
		field{"notify_lead", "Told of leads", choice, yesNo}, field{"notify_sale", "Told of sales", choice, yesNo})
	programs := s.edit.Catalog.Programs()
	if len(programs) == 0 {
		return
	}
	s.lines = append(s.lines, line{label: "In programs"})
	for _, p := range programs {
		at := model.CatalogField{Table: s.table(), Row: row, Key: "programs"}
		s.lines = append(s.lines, line{label: p.Name, spots: []spot{{field: at, shape: tick, program: p.Name}}})
	}
}

func (s *Screen) describeProgram(row int) {
	s.fields(row, field{"name", "Name", written, nil}, field{"priority", "Priority", written, nil}, field{"payout", "Payout", choice, payouts})
	program := s.edit.Catalog.Programs()[row]
	s.lines = append(s.lines, line{label: "Partners", spots: []spot{{shape: button, program: program.Name}}})
	s.lines = append(s.lines, line{label: "Rates"})
	s.describeSheet(row, 0)
	for i := range program.Products {
		at := model.CatalogField{Table: s.table(), Row: row, Key: model.RuleKey, Rule: i + 1}
		s.lines = append(s.lines, line{}, line{label: "Rates for", spots: []spot{{field: at, shape: written}}})
		s.describeSheet(row, i+1)
	}
	s.lines = append(s.lines, line{}, line{spots: []spot{{shape: button}}})
}

// describeSheet is four rows of four cells: each level and the unused row, lead
// and sale, amount and percent.
func (s *Screen) describeSheet(row, rule int) {
	for n := 1; n <= maxRow; n++ {
		level := n % maxRow // the unused row is level 0
		l := line{rates: n, head: n == 1}
		for _, role := range model.Roles {
			for _, kind := range [...]model.Kind{model.Amount, model.Percent} {
				at := model.CatalogField{Table: s.table(), Row: row, Key: model.RateKey, Rule: rule, Cell: model.Cell{Level: level, Role: role, Kind: kind}}
				l.spots = append(l.spots, spot{field: at, shape: rate})
			}
		}
		s.lines = append(s.lines, l)
	}
}

// focused is the spot that has, or would have, the focus.
func (s *Screen) focused() (at spot, ok bool) {
	if s.line >= len(s.lines) || s.spot >= len(s.lines[s.line].spots) {
		return spot{}, false
	}
	return s.lines[s.line].spots[s.spot], true
}

// value is what stands in a spot.
func (s *Screen) value(at spot) string {
	switch at.shape {
	case tick:
		if slices.Contains(s.edit.Catalog.Partners()[at.field.Row].Programs, at.program) {
			return "true"
		}
		return "false"
	case button:
		return ""
	}
	return s.edit.Text(at.field)
}

// put writes what stands in a spot.
func (s *Screen) put(at spot, value string, typing bool) {
	if value == s.value(at) {
		return
	}
	if at.shape == tick {
		s.change(s.edit.Enrol(at.field.Row, at.program, value == "true"), at.field, false)
		return
	}
	s.change(s.edit.Set(at.field, value), at.field, typing)
}
