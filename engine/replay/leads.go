package replay

import "referee/engine"

// leads is what can make the lead partner of each contact (A4).
type leads struct {
	form    []int32    // the first lead row that names it, counted among forms from 1; 0 if none does
	forms   []referral // those lead rows
	click   []int64    // when the first click named it, never if none did
	created []int32    // its first sale, and in the end only one that created it; else noSale
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
	for chunk, n := range kept.all {
		for row, c := range chunk.contact[:n] {
			switch one := &chunk.referrals[row]; {
			case c < 0:
			case !one.lead:
				l.click[c] = min(l.click[c], one.at)
			case l.form[c] == 0:
				l.forms = append(l.forms, *one)
				l.form[c] = int32(len(l.forms))
			case one.id < l.forms[l.form[c]-1].id:
				l.forms[l.form[c]-1] = *one
			}
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

// noSale is no row of sales.
const noSale = -1

// sell finds the first sale of each contact.
func (l *leads) sell(sold *sales) {
	for c := range l.created {
		l.created[c] = noSale
	}
	for row, c := range sold.contact {
		if c >= 0 && (l.created[c] == noSale || sold.at[row] < sold.at[l.created[c]]) {
			l.created[c] = int32(row)
		}
	}
}

// create leaves those first sales that created their contacts. What was in their browsers
// is found later.
func (l *leads) create(sold *sales) {
	for c, first := range l.created {
		l.came[c] = noArrival(engine.ExistingContact)
		if first == noSale { // its only sale was dropped
			continue
		}
		if at := sold.at[first]; l.click[c] <= at || l.formBy(key(c), at) != nil {
			l.created[c] = noSale
		} else {
			l.came[c] = noArrival(engine.NoBrowser)
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
	return brought{referral: r.byCookie[at]}
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
