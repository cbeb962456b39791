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

// String names the cell with the product it is for.
func (c RuleCell) String() string { return c.Cell.String() + forProduct(c.Product) }
