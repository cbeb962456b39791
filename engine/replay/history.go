package replay

import (
	"slices"

	"referee/engine"
)

// tie is a stretch of a browser's referrals that is a contact's history (A1): those
// from first to end in the cookie's list, from the moment of the tie on.
type tie struct {
	contact, cookie key
	first, end      int32
	from            int64
}

// tying finds the ties of cookies, one cookie after the other.
type tying struct {
	*rungs
	ties []tie
	last []taken // by contact
}

// taken is up to where a cookie's referrals are a contact's history already.
type taken struct {
	cookie key
	end    int32
}

// cookie walks through what happened in a browser: touches and sales in order of
// time, touches first.
func (t *tying) cookie(k key) {
	touches, sales := t.touchesByCookie.of(k), t.salesByCookie.of(k)
	before := len(t.ties)
	current, i := noKey, 0
	for j := 0; i < len(touches) || j < len(sales); {
		if j == len(sales) || i < len(touches) && t.at[touches[i]] <= t.sales.at[sales[j]] {
			current = t.tie(current, t.contact[touches[i]], k, int32(i), t.at[touches[i]])
			i++
		} else {
			current = t.tie(current, t.sales.contact[sales[j]], k, int32(i), t.sales.at[sales[j]])
			j++
		}
	}
	t.untie(current, k, int32(len(touches)))
	kept := before
	for _, tie := range t.ties[before:] { // what holds nothing is no history
		if tie.first < tie.end {
			t.ties[kept] = tie
			kept++
		}
	}
	t.ties = t.ties[:kept]
}

// tie ties the browser to a contact, unless none is named or it is already.
func (t *tying) tie(current, contact, cookie key, held int32, at int64) key {
	if contact == noKey || contact == current {
		return current
	}
	t.untie(current, cookie, held)
	if contact >= 0 {
		first := int32(0)
		if of := t.last[contact]; of.cookie == cookie {
			first = of.end
		}
		t.ties = append(t.ties, tie{contact, cookie, first, held, at})
	}
	return contact
}

// untie leaves the contact what it has.
func (t *tying) untie(contact, cookie key, held int32) {
	if contact >= 0 {
		t.ties[len(t.ties)-1].end = held
		t.last[contact] = taken{cookie, held}
	}
}

// histories finds what the history of each contact holds for its sales. Ties come by
// contact.
func (r *rungs) history(c key, direct []int32, ties []tie, rows []int32, room *[]stretch) {
	stretches := append((*room)[:0], stretch{direct, always})
	for _, t := range ties {
		stretches = append(stretches, stretch{r.touchesByCookie.of(t.cookie)[t.first:t.end], t.from})
	}
	r.surveys(stretches, rows, forSale, func(row int32, f found) { r.evidence.history[row] = f })
	*room = stretches
	r.leadOf(c, rows)
}

// groupTies puts ties of several goroutines in order of the contact.
func groupTies(several [][]tie, contacts int) (starts []int32, ties []tie) {
	starts = make([]int32, contacts+2)
	for _, some := range several {
		for i := range some {
			starts[some[i].contact+2]++
		}
	}
	for c := range contacts {
		starts[c+2] += starts[c+1]
	}
	ties = make([]tie, starts[contacts+1])
	for _, some := range several {
		for _, t := range some {
			ties[starts[t.contact+1]] = t
			starts[t.contact+1]++
		}
	}
	return starts[:contacts+1], ties
}

// leads is what can make the lead partner of each contact (A4).
type leads struct {
	form    []int32 // the first lead row that names it, -1 if none does
	click   []int32 // the first click that names it
	created []int32 // the sale that created it, -1 if no sale did
	brought []found // what was in the browser of that sale then
}

// leadFound is what can make the lead partner of one sale.
type leadFound struct {
	first, latest             engine.Pick
	firstStatus, latestStatus engine.Status
	missing                   engine.Finding
}

// findLeads finds how each contact came to be.
func (r *rungs) findLeads(contacts int, salesByContact *lists) {
	none := make([]int32, 3*contacts)
	for i := range none {
		none[i] = -1
	}
	l := leads{form: none[:contacts], click: none[contacts : 2*contacts], created: none[2*contacts:], brought: make([]found, contacts)}
	for id, c := range r.contact {
		switch {
		case c < 0:
		case r.referrals.lead[id] && l.form[c] < 0:
			l.form[c] = int32(id)
		case !r.referrals.lead[id] && l.click[c] < 0:
			l.click[c] = int32(id)
		}
	}
	for c := range l.created {
		first := salesByContact.of(key(c))[0]
		at := r.sales.at[first]
		if !r.isBy(l.click[c], at) && !r.isBy(l.form[c], at) {
			l.created[c] = first
		}
	}
	r.lead = l
}

// isBy reports whether there is such a touch, and it is not after a moment.
func (r *rungs) isBy(id int32, at int64) bool { return id >= 0 && r.at[id] <= at }

// leadOf finds what can make the lead partner of a contact's sales.
func (r *rungs) leadOf(c key, rows []int32) {
	for _, row := range rows {
		lead, at := &r.evidence.lead[row], r.sales.at[row]
		form, created := r.lead.form[c], r.lead.created[c]
		switch {
		case r.isBy(form, at):
			lead.first, lead.firstStatus = r.pick(form), r.status(form, at, always, forSale)
			lead.latest, lead.latestStatus = lead.first, lead.firstStatus
		case created < 0:
			lead.missing = engine.ExistingContact
		case r.sales.cookie[created] < 0:
			lead.missing = engine.NoBrowser
		default:
			brought := &r.lead.brought[c]
			lead.missing = brought.missing
			if brought.first.Referral != engine.NoReferral {
				lead.first, lead.firstStatus = brought.first, r.status(int32(brought.first.Referral), at, always, forSale)
				lead.latest, lead.latestStatus = brought.latest, r.status(int32(brought.latest.Referral), at, always, forSale)
			}
		}
	}
}

// cookies finds what each sale's browser holds, and what it held when a contact was
// created in it.
func (r *rungs) cookies(k key) {
	rows := r.salesByCookie.of(k)
	here := []stretch{{r.touchesByCookie.of(k), always}}
	r.surveys(here, rows, forSale, func(row int32, f found) { r.evidence.cookie[row] = f })
	creating := slices.DeleteFunc(slices.Clone(rows), func(row int32) bool {
		c := r.sales.contact[row]
		return c < 0 || r.lead.created[c] != row
	})
	r.surveys(here, creating, forLead, func(row int32, f found) { r.lead.brought[r.sales.contact[row]] = f })
}
