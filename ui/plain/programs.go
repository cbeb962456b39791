package plain

import (
	"fmt"

	"referee/model"
)

// writePrograms writes the values of programs that appear or disappear: a save
// updates every record, and what is hidden is kept (C8).
func (c Change) writePrograms(out *Lines) {
	for _, p := range c.Catalog.Programs() {
		for _, rule := range p.Cards() {
			name := p.Name
			if rule.Product != "" {
				name += " for " + rule.Product
			}
			for _, cell := range rule.Card.Cells() {
				_, before := c.From.Hides(cell)
				by, after := c.To.Hides(cell)
				switch value := c.value(rule.Card, cell); {
				case before && !after:
					out.Put("Program %s: %s appears.", name, value)
				case !before && after:
					out.Put("Program %s: %s disappears (%s). It is kept and pays 0.", name, value, by.Name())
				}
			}
		}
	}
}

// value is a value of a rate card with its place: "level 3 sale, 5 %".
func (c Change) value(card model.RateCard, cell model.Cell) string {
	row, place := card.Unused, "unused"
	if cell.Level != model.UnusedLevel {
		row, place = card.Levels[cell.Level-1], fmt.Sprintf("level %d", cell.Level)
	}
	rates := row.For(cell.Role)
	figure := rates.Percent.Or(0).Percent() + " %"
	if cell.Kind == model.Amount {
		figure = c.Catalog.Currency().DisplayMoney(rates.Amount.Or(0))
	}
	return fmt.Sprintf("%s %s, %s", place, cell.Role, figure)
}
