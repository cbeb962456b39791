package replay

import (
	"cmp"
	"slices"

	"referee/engine"
)

// leads is what can make the lead partner of each contact (A4).
type leads struct {
	form    []int32    // the first lead row that names it, counted among forms from 1; 0 if none does
	forms   []referral // those lead rows
	click   []int64    // when the first click named it, never if none did
	created []int32    // the sale that created it, -1 if no sale did
}

// leadFound is what can make the lead partner of one sale.
type leadFound struct {
	first, latest             engine.Pick
	firstStatus, latestStatus engine.Status
	missing                   engine.Finding
}

func newLeads(contacts int) leads {
	l := leads{form: make([]int32, contacts), click: make([]int64, contacts), created: make([]int32, contacts)}
	for c := range contacts {
		l.click[c] = never
	}
	return l
}

// name finds the touches that name a contact first.
func (l *leads) name(kept *touches) {
	for id := range kept.len {
		t := kept.number(id)
		switch c := t.contact; {
		case c < 0:
		case !t.isLead():
			l.click[c] = min(l.click[c], t.at)
		case l.form[c] == 0:
			l.forms = append(l.forms, t.referral(id))
			l.form[c] = int32(len(l.forms))
		}
	}
}

// formBy is the form that brought a contact by a moment, or nil.
func (l *leads) formBy(c key, at int64) *referral {
	if i := l.form[c]; i > 0 && l.forms[i-1].at <= at {
		return &l.forms[i-1]
	}
	return nil
}

// create finds the sales that created contacts.
func (l *leads) create(sales *lists[purchase]) {
	for c := range l.created {
		l.created[c] = -1
		of := sales.of(key(c)) // none if its only sale was dropped
		if len(of) > 0 && l.click[c] > of[0].at && l.formBy(key(c), of[0].at) == nil {
			l.created[c] = of[0].row
		}
	}
}

// leadOf finds what can make the lead partner of a contact's sales.
func (r *rungs) leadOf(c key, sales []purchase) {
	came := r.cameBy(c)
	for _, sale := range sales {
		lead := &r.evidence.lead[sale.row]
		if form := r.lead.formBy(c, sale.at); form != nil {
			came = brought{found: true, first: *form, latest: *form}
		}
		if lead.missing = came.missing; came.found {
			lead.first, lead.firstStatus = came.first.pick(), r.status(&came.first, sale.at, always, forSale)
			lead.latest, lead.latestStatus = came.latest.pick(), r.status(&came.latest, sale.at, always, forSale)
		}
	}
}

// brought is the referrals among which the one is that brought a contact.
type brought struct {
	found         bool
	first, latest referral // if found
	missing       engine.Finding
}

// cameBy is what brought a contact that no form brought.
func (r *rungs) cameBy(c key) brought {
	created := r.lead.created[c]
	switch {
	case created < 0:
		return brought{missing: engine.ExistingContact}
	case r.sales.cookie[created] < 0:
		return brought{missing: engine.NoBrowser}
	}
	there := &r.evidence.lead[created]
	if there.first.Referral == engine.NoReferral {
		return brought{missing: there.missing}
	}
	referrals := r.byCookie.of(r.sales.cookie[created])
	return brought{found: true, first: among(referrals, there.first), latest: among(referrals, there.latest)}
}

// cookie finds what each sale's browser holds, and what it held when a contact was
// created in it.
func (r *rungs) cookie(k key, room *[]purchase) {
	sales, here := r.salesByCookie.of(k), []stretch{{referrals: r.byCookie.of(k), from: always}}
	r.surveys(here, sales, forSale, func(sale purchase, f found) { r.evidence.cookie[sale.row] = f })
	creating := (*room)[:0]
	for _, sale := range sales {
		if sale.contact >= 0 && r.lead.created[sale.contact] == sale.row {
			creating = append(creating, sale)
		}
	}
	*room = creating
	r.surveys(here, creating, forLead, func(sale purchase, f found) {
		r.evidence.lead[sale.row] = leadFound{first: f.first, latest: f.latest, missing: f.missing} // for cameBy
	})
}

// among finds the referral of a pick.
func among(referrals []referral, p engine.Pick) referral {
	i, _ := slices.BinarySearchFunc(referrals, int32(p.Referral), func(r referral, id int32) int { return cmp.Compare(r.id, id) })
	return referrals[i]
}
