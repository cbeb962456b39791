package db

import (
	"fmt"

	"referee/model"
)

// Mask is the set of cells that a program shows and pays; the values of all
// others are kept and pay 0 (C8).
type Mask uint16

// MaskOf is what the settings let any program show.
func MaskOf(s model.Settings) Mask {
	var m Mask
	for i, cell := range allCells() {
		if _, hidden := s.Hides(cell); !hidden {
			m |= 1 << i
		}
	}
	return m
}

// Shows reports whether a cell is shown and paid.
func (m Mask) Shows(cell model.Cell) bool {
	for i, c := range allCells() {
		if c == cell {
			return m&(1<<i) != 0
		}
	}
	return false
}

const cellCount = (model.MaxLevels + 1) * 2 * 2 // rows × roles × kinds

// allCells lists the cells of a rate card. Their order is part of what a Mask
// means while the program runs; the file names each cell instead.
func allCells() [cellCount]model.Cell {
	var cells [cellCount]model.Cell
	i := 0
	for level := model.UnusedLevel; level <= model.MaxLevels; level++ {
		for _, role := range model.Roles {
			for _, kind := range [...]model.Kind{model.Amount, model.Percent} {
				cells[i] = model.Cell{Level: level, Role: role, Kind: kind}
				i++
			}
		}
	}
	return cells
}

func cellName(c model.Cell) string {
	row := fmt.Sprintf("level%d", c.Level)
	if c.Level == model.UnusedLevel {
		row = "unused"
	}
	return row + "." + c.Role.String() + "." + c.Kind.String()
}

func readMask(shows []string) (Mask, error) {
	var m Mask
	for _, name := range shows {
		i := cellNamed(name)
		if i < 0 || m&(1<<i) != 0 {
			return 0, fmt.Errorf("it shows a cell %q, which does not exist or is listed twice", name)
		}
		m |= 1 << i
	}
	return m, nil
}

func cellNamed(name string) int {
	for i, cell := range allCells() {
		if cellName(cell) == name {
			return i
		}
	}
	return -1
}
