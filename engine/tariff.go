package engine

import (
	"maps"
	"slices"

	"referee/model"
)

// Tariff is one rate card of a plan, as far as the settings show it (C8). It is
// for who writes a plan down in another language: what pays for an order is
// looked up by the plan itself.
type Tariff struct {
	Program    int32  // its row in the catalog
	Product    string // what it is for, if ForProduct
	ForProduct bool   // the program's rule for this product, not its default one
	card       *card
}

// Tariffs lists the rate cards in the order they are asked (C3): by the priority
// of their program, and of one program the rules for a product, by its name,
// before the default. The first that a partner's programs and the item's product
// admit pays for all levels.
func (p *Plan) Tariffs() []Tariff {
	var all []Tariff
	for _, i := range RankedPrograms(p.catalog) {
		program := &p.programs[i]
		for _, product := range slices.Sorted(maps.Keys(program.products)) {
			all = append(all, Tariff{i, product, true, program.products[product]})
		}
		if program.fallback != nil {
			all = append(all, Tariff{Program: i, card: program.fallback})
		}
	}
	return all
}

// Pays is what a row of the card pays for a role: an amount for each unit, in
// minor units, and a share of the base. Level is 1 to 3, or [model.UnusedLevel].
// set is false where the settings hide the row's values or none is given; it
// then pays 0, and an unused row replaces nothing (C6).
func (t Tariff) Pays(level int, role model.Role) (amount model.Money, percent model.Rate, set bool) {
	r := t.card.levels[level][role]
	return r.amount, r.percent, r.set
}

// Asks reports whether the settings switch a rung on (A3).
func (p *Plan) Asks(r Rung) bool { return p.asked[r] }
