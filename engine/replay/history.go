package replay

import "referee/engine"

// tie is a stretch of a browser's referrals that is a contact's history (A1): those
// from first to end, as those of all browsers are listed, from the moment of the tie on.
type tie struct {
	from       int64
	contact    key
	first, end int32
}

// tying finds the ties of cookies, one cookie after the other.
type tying struct {
	*rungs
	ties []tie   // of the cookie at hand
	all  [][]tie // what came of those before
	last []int32 // by contact: up to where referrals are its history already
}

// A chunk of ties is twice as long as the one before, from a few to very many.
const (
	firstChunk = 1 << 8
	lastChunk  = 1 << 15
)

// keep keeps the ties of a cookie that hold something: what holds nothing is no history.
func (t *tying) keep() {
	for _, one := range t.ties {
		if one.first >= one.end {
			continue
		}
		last := len(t.all) - 1
		if last < 0 || len(t.all[last]) == cap(t.all[last]) {
			t.all = append(t.all, make([]tie, 0, min(firstChunk<<min(len(t.all), 16), lastChunk)))
			last++
		}
		t.all[last] = append(t.all[last], one)
	}
	t.ties = t.ties[:0]
}

// cookie walks through what happened in a browser: touches and sales in order of
// time, touches first.
func (t *tying) cookie(k key) {
	touches, sales, start := t.byCookie.of(k), t.salesByCookie.of(k), t.byCookie.starts[k]
	named := t.named[start:][:len(touches)]
	current, i := noKey, 0
	for j := 0; i < len(touches) || j < len(sales); {
		if j == len(sales) || i < len(touches) && touches[i].at <= sales[j].at {
			current = t.tie(current, named[i], start, start+int32(i), touches[i].at)
			i++
		} else {
			current = t.tie(current, sales[j].contact, start, start+int32(i), sales[j].at)
			j++
		}
	}
	t.untie(current, start+int32(len(touches)))
	t.keep()
}

// tie ties the browser, whose referrals start somewhere, to a contact, unless none is
// named or it is already.
func (t *tying) tie(current, contact key, start, held int32, at int64) key {
	if contact == noKey || contact == current {
		return current
	}
	t.untie(current, held)
	if contact >= 0 {
		// Browsers come in the order in which they are listed, so what the contact has
		// of one before ends where this one starts, or sooner.
		t.ties = append(t.ties, tie{at, contact, max(start, t.last[contact]), held})
	}
	return contact
}

// untie leaves the contact what it has.
func (t *tying) untie(contact key, held int32) {
	if contact >= 0 {
		t.ties[len(t.ties)-1].end = held
		t.last[contact] = held
	}
}

// histories are the ties by contact.
type histories struct {
	*rungs
	starts []int32
	ties   []tie
	long   *windows // of the referrals of browsers that hold very many; nil if none does
}

// coverLong takes in what browsers hold that hold very many.
func (h *histories) coverLong() {
	for k := range key(len(h.byCookie.starts) - 2) {
		from, to := int(h.byCookie.starts[k]), int(h.byCookie.starts[k+1])
		if to-from < longRun {
			continue
		}
		if h.long == nil {
			h.long = newWindows(len(h.byCookie.items), h.windowOf)
		}
		h.long.cover(from, to)
	}
}

func (h *histories) windowOf(i int) window {
	one := &h.byCookie.items[i]
	closes := h.expiry(one)
	if h.partners[one.who].inactive {
		return window{closes, always, closes}
	}
	return window{closes, closes, always}
}

// warm fetches what the histories of some contacts will look at first, all at once: most
// have few ties.
func (h *histories) warm(from, to key) {
	warmed := int32(0)
	for _, t := range h.ties[h.starts[from]:h.starts[to]] {
		warmed += h.byCookie.items[t.first].id
	}
	for _, came := range h.lead.came[from:to] {
		if came.first >= 0 {
			warmed += h.byCookie.items[came.first].id
		}
	}
	used(uint32(warmed))
}

// contact finds what the history of a contact holds for its sales.
func (h *histories) contact(c key, room *[]stretch) {
	stretches := append((*room)[:0], stretch{referrals: h.direct.of(c), from: always})
	for _, t := range h.ties[h.starts[c]:h.starts[c+1]] {
		here := stretch{referrals: h.byCookie.items[t.first:t.end], from: t.from}
		if len(here.referrals) >= longRun {
			here.windows, here.start = h.long, int(t.first)
		}
		stretches = append(stretches, here)
	}
	sales := h.salesByContact.of(c)
	h.surveys(stretches, sales, forSale, func(sale purchase, f engine.Found) { h.evidence.history[sale.row] = summary(&f) })
	*room = stretches
	h.leadOf(c, sales)
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
	ties = make([]tie, int(starts[contacts+1]))
	for _, some := range several {
		for _, t := range some {
			ties[starts[t.contact+1]] = t
			starts[t.contact+1]++
		}
	}
	return starts[:contacts+1], ties
}
