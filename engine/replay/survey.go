package replay

import (
	"cmp"
	"math"
	"slices"

	"referee/engine"
	"referee/model"
)

// evidence is what the rungs hold for each sale, by its row: an [engine.Evidence]
// without the counts that only an explanation asks for.
type evidence struct {
	cookie, history, address []found
	lead                     []leadFound
}

// found is what one rung holds for one sale.
type found struct {
	first, latest engine.Pick
	missing       engine.Finding
}

func summary(f *engine.Found) found { return found{f.First, f.Latest, f.Missing} }

// rungs works the evidence out. Everything in it is only read, but for the parts
// of evidence that belong to the key at hand.
type rungs struct {
	*referrals
	sales    *sales
	partners []model.Partner
	evidence evidence
	lead     leads

	touchesByCookie, salesByCookie lists
}

const (
	always = math.MinInt64 // a moment before all others
	never  = math.MaxInt64 // one after all others
)

// referral is one of the referrals as the engine knows it.
func (r *rungs) referral(id int32) engine.Referral {
	return engine.Referral{At: r.at[id], Expires: r.expiry(id), Partner: r.partner[id]}
}

func (r *rungs) expiry(id int32) int64 {
	return engine.Expiry(r.at[id], r.partners[r.partner[id]].TrackDays)
}

// reading is what a survey is for. Who brought a contact is not asked whether it is
// active; that is asked at the sale (A4).
type reading bool

const (
	forSale reading = false
	forLead reading = true
)

func (r *rungs) status(id int32, at, from int64, for_ reading) engine.Status {
	one := r.referral(id)
	return one.Status(at, from, false, r.partners[one.Partner].Inactive && for_ == forSale)
}

func (r *rungs) pick(id int32) engine.Pick {
	return engine.Pick{Referral: engine.ReferralID(id), Partner: r.partner[id]}
}

// stretch is referrals in order of time, standing where a rung looks from a moment on.
type stretch struct {
	ids  []int32
	from int64
}

// survey sums up what a rung holds at a moment, one referral after the other.
func (r *rungs) survey(f *engine.Found, s stretch, at int64, for_ reading) {
	for _, id := range s.ids {
		status := r.status(id, at, s.from, for_)
		f.Add(r.pick(id), status)
		if status == engine.Later {
			return // and so are all after it
		}
	}
}

// fewSteps is how many steps a group of sales may cost one by one. Above it they
// are swept: a bot's cookie, or the address of an office, would otherwise cost the
// product of its touches and its sales.
const fewSteps = 2_048

// surveys sums up what a rung holds for each of several sales, given in order of
// time, and puts it where it belongs.
func (r *rungs) surveys(stretches []stretch, rows []int32, for_ reading, put func(row int32, f found)) {
	length := len(stretches)
	for _, s := range stretches {
		length += len(s.ids)
	}
	if length*len(rows) > fewSteps {
		r.sweep(stretches, rows, for_, put)
		return
	}
	for _, row := range rows {
		f := engine.NothingFound()
		for _, s := range stretches {
			r.survey(&f, s, r.sales.at[row], for_)
		}
		put(row, summary(&f))
	}
}

// candidate is a referral with the moment from which it can be seen.
type candidate struct {
	seen int64
	id   int32
}

// sweep goes through the sales in order of time and keeps, of what can be seen by
// then, the earliest and the latest referral on top of a heap each. What has expired
// never counts again, so it is taken off for good.
func (r *rungs) sweep(stretches []stretch, rows []int32, for_ reading, put func(row int32, f found)) {
	var all []candidate
	for _, s := range stretches {
		for _, id := range s.ids {
			all = append(all, candidate{max(r.at[id], s.from), id})
		}
	}
	slices.SortFunc(all, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.seen, b.seen), cmp.Compare(a.id, b.id)) })
	first, latest := heap{sign: 1}, heap{sign: -1}
	expires, idle := int64(never), int64(always) // the first to expire; the last of the inactive to
	n := 0
	for _, row := range rows {
		at := r.sales.at[row]
		for ; n < len(all) && all[n].seen <= at; n++ {
			id := all[n].id
			expires = min(expires, r.expiry(id))
			if for_ == forSale && r.partners[r.partner[id]].Inactive {
				idle = max(idle, r.expiry(id))
				continue
			}
			first.push(id)
			latest.push(id)
		}
		f := engine.NothingFound()
		for _, h := range [...]*heap{&first, &latest} {
			for len(h.ids) > 0 && r.expiry(h.ids[0]) <= at {
				h.pop()
			}
			if len(h.ids) > 0 {
				f.Add(r.pick(h.ids[0]), engine.Valid)
			}
		}
		r.others(&f, all[n:], expires <= at, idle > at)
		put(row, summary(&f))
	}
}

// others adds why the rest does not count: of each reason one.
func (r *rungs) others(f *engine.Found, later []candidate, expired, inactive bool) {
	var none engine.Pick
	if len(later) > 0 {
		f.Add(none, engine.Later)
	}
	if expired {
		f.Add(none, engine.Expired)
	}
	if inactive {
		f.Add(none, engine.Inactive)
	}
}

// heap has its least id on top, or with a sign of -1 its largest.
type heap struct {
	ids  []int32
	sign int32
}

func (h *heap) before(i, j int) bool { return h.ids[i]*h.sign < h.ids[j]*h.sign }

func (h *heap) push(id int32) {
	h.ids = append(h.ids, id)
	for i := len(h.ids) - 1; i > 0 && h.before(i, (i-1)/2); i = (i - 1) / 2 {
		h.ids[i], h.ids[(i-1)/2] = h.ids[(i-1)/2], h.ids[i]
	}
}

func (h *heap) pop() {
	last := len(h.ids) - 1
	h.ids[0] = h.ids[last]
	h.ids = h.ids[:last]
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < last; child++ {
			if h.before(child, least) {
				least = child
			}
		}
		if least == i {
			return
		}
		h.ids[i], h.ids[least] = h.ids[least], h.ids[i]
		i = least
	}
}
