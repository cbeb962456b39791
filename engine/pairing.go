package engine

import "referee/model"

// Pairing says which partner of one catalog is which of another, so that what a
// journal comes to under both can be compared. The same code is the same partner,
// and so is one that was renamed. The zero Pairing is for two plans of one
// catalog, where every partner is itself.
//
// In what is compared, a partner has its id in the second catalog. Those that only
// the first one has come after all of these.
type Pairing struct {
	before, after model.Catalog
	ids           []PartnerID // by id in the first catalog; nil: the same
	gone          []PartnerID // in the first catalog: those the second one lacks
}

// Pair pairs the partners of two catalogs. Renamed leads from the first to the
// second; nil if no code was changed.
func Pair(before, after model.Catalog, renamed model.Renames) Pairing {
	p := Pairing{before: before, after: after}
	if before == after {
		return p
	}
	partners := before.Partners()
	p.ids = make([]PartnerID, len(partners))
	for i, partner := range partners {
		row, known := after.Partner(renamed.Now(model.PartnerTable, partner.Code))
		if !known {
			row = len(after.Partners()) + len(p.gone)
			p.gone = append(p.gone, PartnerID(i))
		}
		p.ids[i] = PartnerID(row)
	}
	return p
}

// Partner is a partner of an [Effect], from whichever catalog has it. It needs a
// pairing that [Pair] made.
func (p Pairing) Partner(id PartnerID) model.Partner {
	partners := p.after.Partners()
	if int(id) < len(partners) {
		return partners[id]
	}
	return p.before.Partners()[p.gone[int(id)-len(partners)]]
}

// Currency is what the amounts of an [Effect] are in.
func (p Pairing) Currency() model.Currency { return p.after.Currency() }

// id is what a partner of the first catalog is called in what is compared.
func (p *Pairing) id(before PartnerID) PartnerID {
	if p.ids == nil || before == Nobody {
		return before
	}
	return p.ids[before]
}

// upshot is what an order of the first catalog comes to.
func (p *Pairing) upshot(s *Settled) Upshot {
	t := tallyOf(s.Rows)
	for i := range t.n {
		t.payouts[i].Partner = p.id(t.payouts[i].Partner)
	}
	return Upshot{s.By, p.id(s.Sale.Partner), t.sorted()}
}

// Differs reports whether two outcomes of one order, each under its catalog,
// differ for anybody.
func (p *Pairing) Differs(before, after *Settled) bool { return p.upshot(before) != after.Upshot() }

// Compare sums up what changes from one settling of a journal to another.
func (p *Pairing) Compare(before, after []Settled) Effect {
	e := Effect{Orders: len(before)}
	deltas := map[PartnerID]model.Money{}
	for i := range before {
		if p.Differs(&before[i], &after[i]) {
			e.Changed++
		}
		for _, row := range before[i].Rows {
			deltas[p.id(row.Partner)] -= row.Calculated
		}
		for _, row := range after[i].Rows {
			deltas[row.Partner] += row.Calculated
		}
	}
	e.sum(deltas)
	return e
}
