package db

import (
	"fmt"

	"referee/model"
)

// cardRecord is the values of a rate card that are not blank, by the name of
// their cell: minor units for an amount, parts per million for a percent.
type cardRecord map[string]int64

func newCardRecord(card model.RateCard) cardRecord {
	record := cardRecord{}
	for _, cell := range card.Cells() {
		rates := ratesAt(&card, cell)
		if cell.Kind == model.Amount {
			record[cellName(cell)] = int64(rates.Amount.Or(0))
		} else {
			record[cellName(cell)] = int64(rates.Percent.Or(0))
		}
	}
	return record
}

// card reads the values back; whether they are in range is for
// [model.CatalogDraft.Parse] to say.
func (r cardRecord) card() (model.RateCard, error) {
	var card model.RateCard
	for name, value := range r {
		i := cellNamed(name)
		if i < 0 {
			return model.RateCard{}, fmt.Errorf("a rate card has no cell %q", name)
		}
		cell := allCells()[i]
		rates := ratesAt(&card, cell)
		if cell.Kind == model.Amount {
			rates.Amount = model.Some(model.Money(value))
		} else {
			rates.Percent = model.Some(model.Rate(value))
		}
	}
	return card, nil
}

func ratesAt(card *model.RateCard, cell model.Cell) *model.RoleRates {
	row := &card.Unused
	if cell.Level != model.UnusedLevel {
		row = &card.Levels[cell.Level-1]
	}
	if cell.Role == model.Lead {
		return &row.Lead
	}
	return &row.Sale
}
