package replay

// tie is a stretch of a browser's referrals that is a contact's history (A1): those
// from first to end, as those of all browsers are listed, from the moment of the tie on.
type tie struct {
	from       int64
	contact    key
	first, end int32
}

// tying finds the ties of browsers, one after the other in the order in which they are
// listed.
type tying struct {
	ranges keyRanges
	kept   []chunked[tie] // by range of contacts
	ties   []tie          // of the browser at hand
	last   []int32        // by contact: up to where referrals are its history already
}

func newTying(contacts keyRanges) *tying {
	return &tying{ranges: contacts, kept: make([]chunked[tie], contacts.len()), last: make([]int32, contacts.bounds[contacts.len()])}
}

// chunked is a column that grows in chunks, so that it need not be moved. A chunk is twice as
// long as the one before, from a few to many.
type chunked[T any] [][]T

const (
	firstChunk = 1 << 6
	lastChunk  = 1 << 12
)

func (c *chunked[T]) append(one T) {
	last := len(*c) - 1
	if last < 0 || len((*c)[last]) == cap((*c)[last]) {
		*c = append(*c, make([]T, 0, min(firstChunk<<min(len(*c), 16), lastChunk)))
		last++
	}
	(*c)[last] = append((*c)[last], one)
}

// keep keeps the ties of a browser that hold something: what holds nothing is no history.
func (t *tying) keep() {
	for _, one := range t.ties {
		if one.first < one.end {
			t.kept[t.ranges.of(one.contact)].append(one)
		}
	}
	t.ties = t.ties[:0]
}

// browser walks through what happened in a browser: touches and sales in order of
// time, touches first.
func (t *tying) browser(b *browser) {
	touches, sales := b.referrals, b.sales
	current, i := noKey, 0
	for j := 0; i < len(touches) || j < len(sales); {
		if j == len(sales) || i < len(touches) && touches[i].at <= sales[j].at {
			current = t.tie(current, b.named[i], b.start, b.start+int32(i), touches[i].at)
			i++
		} else {
			current = t.tie(current, sales[j].contact, b.start, b.start+int32(i), sales[j].at)
			j++
		}
	}
	t.untie(current, b.start+int32(len(touches)))
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
