package replay

import (
	"cmp"
	"slices"

	"referee/engine"
)

// leads is what can make the lead partner of each contact (A4).
type leads struct {
	form    []referral // the first lead row that names it; its id is -1 if none does
	click   []int64    // when the first click named it, never if none did
	created []int32    // the sale that created it, -1 if no sale did
	brought []brought  // what was in the browser of that sale then
}

// brought is the referrals among which the one is that brought a contact.
type brought struct {
	found         bool
	first, latest referral // if found
	missing       engine.Finding
}

// leadFound is what can make the lead partner of one sale.
type leadFound struct {
	first, latest             engine.Pick
	firstStatus, latestStatus engine.Status
	missing                   engine.Finding
}

func newLeads(contacts int) leads {
	l := leads{form: make([]referral, contacts), click: make([]int64, contacts), created: make([]int32, contacts), brought: make([]brought, contacts)}
	for c := range contacts {
		l.form[c].id, l.click[c] = -1, never
	}
	return l
}

// named takes a touch that names a contact in. They come in order of time.
func (l *leads) named(c key, r referral, lead bool) {
	switch {
	case c < 0:
	case lead && l.form[c].id < 0:
		l.form[c] = r
	case !lead:
		l.click[c] = min(l.click[c], r.at)
	}
}

// formBy reports whether a form brought a contact by a moment.
func (l *leads) formBy(c key, at int64) bool { return l.form[c].id >= 0 && l.form[c].at <= at }

// create finds the sales that created contacts.
func (l *leads) create(sales *lists[purchase]) {
	for c := range l.created {
		l.created[c] = -1
		if first := sales.of(key(c))[0]; l.click[c] > first.at && !l.formBy(key(c), first.at) {
			l.created[c] = first.row
		}
	}
}

// leadOf finds what can make the lead partner of a contact's sales.
func (r *rungs) leadOf(c key, sales []purchase) {
	created, came := r.lead.created[c], &r.lead.brought[c]
	for _, sale := range sales {
		lead := &r.evidence.lead[sale.row]
		switch {
		case r.lead.formBy(c, sale.at):
			form := &r.lead.form[c]
			lead.first, lead.firstStatus = form.pick(), r.status(form, sale.at, always, forSale)
			lead.latest, lead.latestStatus = lead.first, lead.firstStatus
		case created < 0:
			lead.missing = engine.ExistingContact
		case r.sales.cookie[created] < 0:
			lead.missing = engine.NoBrowser
		default:
			if lead.missing = came.missing; !came.found {
				continue
			}
			lead.first, lead.firstStatus = came.first.pick(), r.status(&came.first, sale.at, always, forSale)
			lead.latest, lead.latestStatus = came.latest.pick(), r.status(&came.latest, sale.at, always, forSale)
		}
	}
}

// cookie finds what each sale's browser holds, and what it held when a contact was
// created in it.
func (r *rungs) cookie(k key) {
	sales, referrals := r.salesByCookie.of(k), r.byCookie.of(k)
	here := []stretch{{referrals, always}}
	r.surveys(here, sales, forSale, func(sale purchase, f found) { r.evidence.cookie[sale.row] = f })
	creating := slices.DeleteFunc(slices.Clone(sales), func(sale purchase) bool {
		return sale.contact < 0 || r.lead.created[sale.contact] != sale.row
	})
	r.surveys(here, creating, forLead, func(sale purchase, f found) {
		came := &r.lead.brought[sale.contact]
		came.missing, came.found = f.missing, f.first.Referral != engine.NoReferral
		if came.found {
			came.first, came.latest = among(referrals, f.first), among(referrals, f.latest)
		}
	})
}

// among finds the referral of a pick.
func among(referrals []referral, p engine.Pick) referral {
	i, _ := slices.BinarySearchFunc(referrals, int32(p.Referral), func(r referral, id int32) int { return cmp.Compare(r.id, id) })
	return referrals[i]
}
