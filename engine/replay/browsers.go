package replay

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"referee/engine"
)

// browsers works out what depends on cookies, and which of their referrals are whose
// history: the ties of each range of contacts.
func (r *rungs) browsers(ctx context.Context, contacts keyRanges, workers int) (ties []chunked[tie], _ error) {
	ranges := rangesOf(workers, r.touchesBy.cookie, r.salesBy.cookie)
	var touchRows, saleRows rowsBy
	err := both(ctx, func() {
		touchRows = ranges.sort(r.touchesBy.cookie, r.kept.columns(func(c *touchChunk) *[chunkRows]key { return &c.cookie })...)
	}, func() {
		saleRows = ranges.sort(r.salesBy.cookie, r.sales.cookie)
		r.evidence.cookie = nothing(r.sales.len(), engine.NoBrowser)
	})
	if err != nil {
		return nil, err
	}
	r.byCookie = make([]referral, len(touchRows.rows))
	ties = make([]chunked[tie], contacts.len())
	var mu sync.Mutex
	// Each worker has a column for all contacts.
	err = spread(ctx, ranges.len(), 1, min(workers, 8), func(_ int, each func(func(int))) {
		w := browserWorker{surveyor: surveyor{rungs: r}, tying: newTying(contacts)}
		each(func(i int) {
			w.list(ranges.at(i), touchRows.of(i), saleRows.of(i))
			for k := w.touches.from; k < w.touches.to; k++ {
				w.cookie(k)
			}
		})
		mu.Lock()
		defer mu.Unlock()
		for i, some := range w.tying.kept {
			ties[i] = append(ties[i], some...)
		}
	})
	return ties, err
}

// browserWorker is one goroutine's part.
type browserWorker struct {
	surveyor
	tying   *tying
	touches lists[referral]
	named   []key // the contacts of what is listed there
	sold    lists[purchase]

	creating []purchase
	sorting  []namedReferral
}

// list lists what stands in the browsers of a range. The referrals stay, since they are
// the contacts' history.
func (w *browserWorker) list(r keyRange, touchRows, saleRows []int32) {
	by := w.touchesBy.cookie
	w.touches.beginIn(by, r, w.byCookie[by[r.from]:by[r.to]])
	w.named = slices.Grow(w.named[:0], len(w.touches.items))[:len(w.touches.items)]
	for _, at := range touchRows {
		chunk, row := w.kept.row(int(at))
		w.named[w.touches.put(chunk.cookie[row], chunk.referrals[row])] = chunk.contact[row]
	}
	w.sold.begin(w.salesBy.cookie, r)
	w.sales.list(&w.sold, w.sales.cookie, saleRows)
}

// cookie works out what depends on one cookie.
func (w *browserWorker) cookie(k key) {
	start := w.touchesBy.cookie[k]
	b := browser{start: start, referrals: w.touches.of(k), sales: salesInTime(w.sold.of(k))}
	b.named = w.named[start-w.touchesBy.cookie[w.touches.from]:][:len(b.referrals)]
	w.sort(&b)
	w.survey(&b)
	w.tying.browser(&b)
}

// browser is what happened in a browser: its referrals and sales, each in order of time.
type browser struct {
	start     int32 // where its referrals begin, as those of all browsers are listed
	referrals []referral
	named     []key // by referral: the contact
	sales     []purchase
}

// namedReferral is one with its contact.
type namedReferral struct {
	referral
	contact key
}

// sort puts the referrals of a browser in order of time, unless they are.
func (w *browserWorker) sort(b *browser) {
	if areInTime(b.referrals) {
		return
	}
	w.sorting = w.sorting[:0]
	for i, one := range b.referrals {
		w.sorting = append(w.sorting, namedReferral{one, b.named[i]})
	}
	slices.SortFunc(w.sorting, func(a, b namedReferral) int { return cmp.Compare(a.id, b.id) })
	for i, one := range w.sorting {
		b.referrals[i], b.named[i] = one.referral, one.contact
	}
}

// survey finds what each sale's browser holds, and what it held when a contact was
// created in it.
func (w *browserWorker) survey(b *browser) {
	w.only(b.referrals, len(b.sales))
	w.surveys(b.sales, forSale, func(sale *purchase, f *engine.Found) { w.evidence.cookie[sale.row] = summary(f) })
	w.creating = w.creating[:0]
	for _, sale := range b.sales {
		if sale.contact >= 0 && w.lead.created[sale.contact] == sale.row {
			w.creating = append(w.creating, sale)
		}
	}
	w.surveys(w.creating, forLead, func(sale *purchase, f *engine.Found) {
		came := noArrival(f.Missing)
		if f.Valid > 0 {
			came = arrival{b.start + among(b.referrals, f.First), b.start + among(b.referrals, f.Latest)}
		}
		w.lead.came[sale.contact] = came
	})
}

// among finds where the referral of a pick stands.
func among(referrals []referral, p engine.Pick) int32 {
	i, _ := slices.BinarySearchFunc(referrals, int32(p.Referral), func(r referral, id int32) int { return cmp.Compare(r.id, id) })
	return int32(i)
}
