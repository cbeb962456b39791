package plain

import (
	"slices"

	"referee/model"
)

// writePrograms writes the values of programs that appear or disappear: a save
// updates every record, and what is hidden is kept (C8). Nothing appears in a
// program that was not there.
func (c Change) writePrograms(out *Lines) {
	for _, p := range c.To.Catalog.Programs() {
		if !slices.ContainsFunc(c.From.Catalog.Programs(), func(was model.Program) bool { return was.Name == p.Name }) {
			continue
		}
		change := p.MaskChange(c.From.Settings, c.To.Settings)
		for _, cell := range change.Appears {
			out.Put("Program %s: %s appears and pays.", p.Name, cell)
		}
		for _, cell := range change.Disappears {
			by, _ := c.To.Settings.Hides(cell.Cell)
			out.Put("Program %s: %s disappears (%s). It is kept and pays 0.", p.Name, cell, by.Name())
		}
	}
}
