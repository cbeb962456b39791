package replay

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
	ties []tie   // of the cookie at hand
	all  [][]tie // what came of those before
	last []taken // by contact
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

// taken is up to where a cookie's referrals are a contact's history already.
type taken struct {
	cookie key
	end    int32
}

// cookie walks through what happened in a browser: touches and sales in order of
// time, touches first.
func (t *tying) cookie(k key) {
	touches, sales := t.byCookie.of(k), t.salesByCookie.of(k)
	current, i := noKey, 0
	for j := 0; i < len(touches) || j < len(sales); {
		if j == len(sales) || i < len(touches) && touches[i].at <= sales[j].at {
			current = t.tie(current, touches[i].contact, k, int32(i), touches[i].at)
			i++
		} else {
			current = t.tie(current, sales[j].contact, k, int32(i), sales[j].at)
			j++
		}
	}
	t.untie(current, k, int32(len(touches)))
	t.keep()
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

// history finds what the history of a contact holds for its sales.
func (r *rungs) history(c key, ties []tie, room *[]stretch) {
	stretches := append((*room)[:0], stretch{r.direct.of(c), always})
	for _, t := range ties {
		stretches = append(stretches, stretch{r.byCookie.of(t.cookie)[t.first:t.end], t.from})
	}
	sales := r.salesByContact.of(c)
	r.surveys(stretches, sales, forSale, func(sale purchase, f found) { r.evidence.history[sale.row] = f })
	*room = stretches
	r.leadOf(c, sales)
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
