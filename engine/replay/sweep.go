package replay

import (
	"cmp"
	"slices"

	"referee/engine"
)

// candidate is a referral with the moment from which it can be seen.
type candidate struct {
	seen int64
	*referral
}

// sweepRoom is what sweeping takes, for the next time: there may be very many.
type sweepRoom struct {
	all           []candidate
	first, latest []*referral
}

// sweep goes through the sales in order of time and keeps, of what can be seen by
// then, the earliest and the latest referral on top of a heap each. What has expired
// never counts again, so it is taken off for good.
func (r *surveyor) sweep(length int, sales []purchase, for_ reading, put func(sale *purchase, f *engine.Found)) {
	room, _ := r.sweeping.Get().(*sweepRoom)
	if room == nil {
		room = &sweepRoom{}
	}
	defer r.sweeping.Put(room)
	all := slices.Grow(room.all[:0], length)
	for _, s := range r.stretches {
		for i := range s.referrals {
			one := &s.referrals[i]
			all = append(all, candidate{max(one.at, s.from), one})
		}
	}
	slices.SortFunc(all, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.seen, b.seen), cmp.Compare(a.id, b.id)) })
	room.all = all
	first, latest := heap{all: room.first[:0], sign: 1}, heap{all: room.latest[:0], sign: -1}
	defer func() { room.first, room.latest = first.all, latest.all }()
	expires, idle := int64(never), int64(always) // the first to expire; the last of the inactive to
	n := 0
	for i := range sales {
		sale, f := &sales[i], &r.found
		for ; n < len(all) && all[n].seen <= sale.at; n++ {
			one := all[n].referral
			expires = min(expires, r.expiry(one))
			if for_ == forSale && r.partners[one.who].inactive {
				idle = max(idle, r.expiry(one))
				continue
			}
			first.push(one)
			latest.push(one)
		}
		f.Clear()
		for _, h := range [...]*heap{&first, &latest} {
			for len(h.all) > 0 && r.expiry(h.all[0]) <= sale.at {
				h.pop()
			}
			if len(h.all) > 0 {
				f.Add(h.all[0].pick(), engine.Valid)
			}
		}
		others(f, n < len(all), expires <= sale.at, idle > sale.at)
		put(sale, f)
	}
}

// others adds why the rest does not count: of each reason one.
func others(f *engine.Found, later, expired, inactive bool) {
	var none engine.Pick
	if later {
		f.Add(none, engine.Later)
	}
	if expired {
		f.Add(none, engine.Expired)
	}
	if inactive {
		f.Add(none, engine.Inactive)
	}
}

// heap has the referral of the least id on top, or with a sign of -1 of the largest.
type heap struct {
	all  []*referral
	sign int32
}

func (h *heap) before(i, j int) bool { return h.all[i].id*h.sign < h.all[j].id*h.sign }

func (h *heap) push(one *referral) {
	h.all = append(h.all, one)
	for i := len(h.all) - 1; i > 0 && h.before(i, (i-1)/2); i = (i - 1) / 2 {
		h.all[i], h.all[(i-1)/2] = h.all[(i-1)/2], h.all[i]
	}
}

func (h *heap) pop() {
	last := len(h.all) - 1
	h.all[0] = h.all[last]
	h.all = h.all[:last]
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
		h.all[i], h.all[least] = h.all[least], h.all[i]
		i = least
	}
}
