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
	created []int32    // the sale that created it, notCreated if no sale did
	came    []arrival  // what was in the browser of that sale
}

// arrival is the earliest and the latest referral that were in a browser when a contact came
// in it, by where browsers have them listed. If there is none, both are the complement of
// the [engine.Finding] that says why.
type arrival struct{ first, latest int32 }

func noArrival(why engine.Finding) arrival { return arrival{^int32(why), ^int32(why)} }

func newLeads(contacts int) leads {
	l := leads{form: make([]int32, contacts), click: make([]int64, contacts), created: make([]int32, contacts), came: make([]arrival, contacts)}
	for c := range contacts {
		l.click[c] = never
	}
	return l
}

// name finds the touches that name a contact first.
func (l *leads) name(kept *touches) {
	for id, at := range kept.order.rows {
		chunk, row := kept.row(at)
		switch c := chunk.contact[row]; {
		case c < 0:
		case !chunk.isLead(row):
			l.click[c] = min(l.click[c], chunk.at[row])
		case l.form[c] == 0:
			l.forms = append(l.forms, chunk.referral(row, id))
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

// No sale created a contact.
const (
	notCreated = -1
	unsold     = -2 // none was looked at so far
)

// create finds the sales that created contacts. What was in their browsers is found later.
func (l *leads) create(sold *sales) {
	for c := range l.created {
		l.created[c], l.came[c] = unsold, noArrival(engine.ExistingContact)
	}
	for _, row := range sold.order.rows {
		c, at := sold.contact[row], sold.at[row]
		if c < 0 || l.created[c] != unsold {
			continue
		}
		if l.created[c] = notCreated; l.click[c] > at && l.formBy(c, at) == nil {
			l.created[c], l.came[c] = int32(row), noArrival(engine.NoBrowser)
		}
	}
}

// leadOf finds what can make the lead partner of a contact's sales.
func (r *rungs) leadOf(c key, sales []purchase) {
	came := r.lead.came[c]
	first, latest := r.cameBy(came.first), r.cameBy(came.latest)
	for _, sale := range sales {
		if form := r.lead.formBy(c, sale.at); form != nil {
			first, latest = brought{referral: *form}, brought{referral: *form}
		}
		r.evidence.lead[sale.row] = found{r.atSale(&first, sale.at), r.atSale(&latest, sale.at)}
	}
}

// brought is the referral that brought a contact, or why there is none.
type brought struct {
	referral
	missing engine.Finding // 0 if there is one
}

func (r *rungs) cameBy(at int32) brought {
	if at < 0 {
		return brought{missing: engine.Finding(^at)}
	}
	return brought{referral: r.byCookie.items[at]}
}

// atSale is the lead partner if that referral still counts at a sale.
func (r *rungs) atSale(b *brought, at int64) partner {
	if b.missing != 0 {
		return missing(b.missing).first
	}
	f := engine.NothingFound()
	f.Add(b.pick(), r.status(&b.referral, at, always, forSale))
	return summary(&f).first
}

// cookie finds what each sale's browser holds, and what it held when a contact was
// created in it.
func (r *rungs) cookie(k key, room *[]purchase) {
	referrals, sales := r.byCookie.of(k), r.salesByCookie.of(k)
	here := []stretch{{referrals: referrals, from: always}}
	r.surveys(here, sales, forSale, func(sale purchase, f engine.Found) { r.evidence.cookie[sale.row] = summary(&f) })
	creating := (*room)[:0]
	for _, sale := range sales {
		if sale.contact >= 0 && r.lead.created[sale.contact] == sale.row {
			creating = append(creating, sale)
		}
	}
	*room = creating
	r.surveys(here, creating, forLead, func(sale purchase, f engine.Found) {
		came := noArrival(f.Missing)
		if f.Valid > 0 {
			start := r.byCookie.starts[k]
			came = arrival{start + among(referrals, f.First), start + among(referrals, f.Latest)}
		}
		r.lead.came[sale.contact] = came
	})
}

// among finds where the referral of a pick stands.
func among(referrals []referral, p engine.Pick) int32 {
	i, _ := slices.BinarySearchFunc(referrals, int32(p.Referral), func(r referral, id int32) int { return cmp.Compare(r.id, id) })
	return int32(i)
}
