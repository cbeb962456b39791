package model

import "fmt"

// Cell is one value of a rate card: its row (1 to 3 for the levels, 0 for the
// unused row), its role and its kind.
type Cell struct {
	Level int
	Role  Role
	Kind  Kind
}

// UnusedLevel is the Level of cells in the unused row.
const UnusedLevel = 0

// Cells lists the values of a rate card that are not blank, row by row.
func (c RateCard) Cells() []Cell {
	var cells []Cell
	for level := 1; level <= MaxLevels+1; level++ {
		row := c.Unused
		if level <= MaxLevels {
			row = c.Levels[level-1]
		}
		for _, role := range Roles {
			rates := row.For(role)
			if rates.Amount.IsSet() {
				cells = append(cells, Cell{level % (MaxLevels + 1), role, Amount})
			}
			if rates.Percent.IsSet() {
				cells = append(cells, Cell{level % (MaxLevels + 1), role, Percent})
			}
		}
	}
	return cells
}

// Hides is the setting that keeps a cell of every rate card from being shown
// and paid (C8), and whether there is one.
func (s Settings) Hides(c Cell) (Setting, bool) {
	switch {
	case !s.PaysFor(c.Role):
		return PayFor, true
	case !s.PaysAs(c.Kind):
		return PayAs, true
	case c.Level == UnusedLevel && !s.PayIfUnused():
		return PayIfUnused, true
	case c.Level > s.Levels() || c.Level == UnusedLevel && s.Levels() == 1:
		return NumberOfLevels, true
	}
	return 0, false
}

// String names a cell: "level 3 sale percent", "unused lead amount".
func (c Cell) String() string {
	row := "unused"
	if c.Level != UnusedLevel {
		row = fmt.Sprintf("level %d", c.Level)
	}
	return row + " " + c.Role.String() + " " + c.Kind.String()
}

// RuleCell is a cell of one of a program's rate cards; Product is "" in the
// default one.
type RuleCell struct {
	Product string
	Cell
}

// MaskChange is what saving other settings does to a program record (C8): no
// value is lost, but some come into view and pay, some go out of view and pay
// 0, and some stay hidden.
type MaskChange struct {
	Program                     string
	Appears, Disappears, Hidden []RuleCell
	New                         []RuleCell // hidden as well, and not what was saved; see Since
}

// MaskChange compares what a program shows under two settings.
func (p Program) MaskChange(from, to Settings) MaskChange {
	change := MaskChange{Program: p.Name}
	for _, rule := range p.Cards() {
		for _, c := range rule.Card.Cells() {
			_, before := from.Hides(c)
			_, after := to.Hides(c)
			switch cell := (RuleCell{rule.Product, c}); {
			case before && !after:
				change.Appears = append(change.Appears, cell)
			case !before && after:
				change.Disappears = append(change.Disappears, cell)
			case after:
				change.Hidden = append(change.Hidden, cell)
			}
		}
	}
	return change
}

// Since takes apart what stays hidden: what was saved before, and what is new or
// another value than in the saved program. Now is the program the change is about.
func (m MaskChange) Since(was, now Program, renamed Renames) MaskChange {
	hidden := m.Hidden
	m.Hidden, m.New = nil, nil
	for _, c := range hidden {
		before := RuleCell{renamed.Was(ProductTable, c.Product), c.Cell}
		if was.value(before) == now.value(c) {
			m.Hidden = append(m.Hidden, c)
		} else {
			m.New = append(m.New, c)
		}
	}
	return m
}

// value is what stands in a cell, in minor units or parts per million.
func (p Program) value(c RuleCell) Optional[int64] {
	for _, rule := range p.Cards() {
		if rule.Product != c.Product {
			continue
		}
		row := rule.Card.Unused
		if c.Level != UnusedLevel {
			row = rule.Card.Levels[c.Level-1]
		}
		rates := row.For(c.Role)
		if amount, set := rates.Amount.Get(); set && c.Kind == Amount {
			return Some(int64(amount))
		}
		if percent, set := rates.Percent.Get(); set && c.Kind == Percent {
			return Some(int64(percent))
		}
	}
	return Optional[int64]{}
}

// String names the cell with the product it is for.
func (c RuleCell) String() string { return c.Cell.String() + forProduct(c.Product) }
