package replay

import (
	"context"
	"runtime"
	"sync"

	"referee/engine"
	"referee/model"
)

// gather works out the evidence of every sale: first what depends on an address, then
// on a cookie, then on a contact. The touches are used up.
func gather(ctx context.Context, partners []model.Partner, kept *touches, sold *sales, size sizes, workers int) (evidence, error) {
	r := &rungs{sales: sold, lead: newLeads(size.contacts)}
	for i := range partners {
		r.partners = append(r.partners, terms{partners[i].TrackDays, partners[i].Inactive})
	}
	err := both(ctx, kept.sort, sold.sort)
	if err != nil {
		return evidence{}, err
	}
	err = both(ctx, func() { r.listAddresses(kept, size) }, func() {
		r.lead.name(kept)
		r.salesByAddress = sold.list(sold.address, size.addresses)
	})
	if err == nil {
		err = r.addresses(ctx, size, workers)
	}
	if err != nil {
		return evidence{}, err
	}
	err = both(ctx, func() { r.listBrowsers(kept, size) }, func() {
		sold.address = nil
		r.lead.create(sold)
		r.salesByCookie = sold.list(sold.cookie, size.cookies)
	})
	*kept = touches{}
	if err != nil {
		return evidence{}, err
	}
	ties, err := r.browsers(ctx, size, workers)
	if err != nil {
		return evidence{}, err
	}
	return r.evidence, r.contacts(ctx, ties, size, workers)
}

// both does two things side by side.
func both(ctx context.Context, one, other func()) error {
	crew, _ := newCrew(ctx)
	crew.start(func() error { one(); return nil })
	crew.start(func() error { other(); return nil })
	return crew.wait()
}

// tidy frees what is done with, before a large load needs much new memory: memory that
// has been used is much cheaper than fresh.
func (s *sales) tidy() {
	if s.len() > 1<<17 {
		runtime.GC()
	}
}

// someKeys is how many keys a worker takes at a time.
const someKeys = 1_024

func (r *rungs) addresses(ctx context.Context, size sizes, workers int) error {
	r.evidence.address = nothing(r.sales.len(), engine.NoAddress)
	err := spread(ctx, size.addresses, someKeys, workers, func(_ int, each func(func(int))) {
		each(func(a int) {
			here := []stretch{{referrals: r.byAddress.of(key(a)), from: always}}
			r.surveys(here, r.salesByAddress.of(key(a)), forSale, func(sale purchase, f engine.Found) { r.evidence.address[sale.row] = summary(&f) })
		})
	})
	r.byAddress, r.salesByAddress = lists[referral]{}, lists[purchase]{}
	r.sales.tidy()
	return err
}

// browsers works out what depends on cookies, and which of their referrals are whose
// history.
func (r *rungs) browsers(ctx context.Context, size sizes, workers int) (ties [][]tie, _ error) {
	r.sales.tidy()
	r.evidence.cookie = nothing(r.sales.len(), engine.NoBrowser)
	var mu sync.Mutex
	// Each worker has a column for all contacts.
	err := spread(ctx, size.cookies, someKeys, min(workers, 8), func(_ int, each func(func(int))) {
		t := tying{rungs: r, last: make([]int32, size.contacts)}
		var room []purchase
		each(func(k int) {
			r.cookie(key(k), &room)
			t.cookie(key(k))
		})
		mu.Lock()
		defer mu.Unlock()
		ties = append(ties, t.all...)
	})
	r.salesByCookie = lists[purchase]{}
	r.sales.tidy()
	return ties, err
}

// contacts works out what depends on contacts, whose histories stand in browsers.
func (r *rungs) contacts(ctx context.Context, ties [][]tie, size sizes, workers int) error {
	h := histories{rungs: r}
	err := both(ctx, func() {
		h.starts, h.ties = groupTies(ties, size.contacts)
		h.coverLong()
	}, func() {
		s := r.sales
		r.evidence.history, r.evidence.lead = nothing(s.len(), engine.NoContact), nothing(s.len(), engine.NoContact)
		r.salesByContact = s.list(s.contact, size.contacts)
		s.contact, s.cookie, s.order = nil, nil, timeline{}
	})
	if err != nil {
		return err
	}
	return spread(ctx, (size.contacts+batch-1)/batch, someKeys/batch, workers, func(_ int, each func(func(int))) {
		var room []stretch
		each(func(b int) {
			from, to := key(b*batch), key(min(size.contacts, (b+1)*batch))
			h.warm(from, to)
			for c := from; c < to; c++ {
				h.contact(c, &room)
			}
		})
	})
}

// nothing is a rung that sales have nothing to look at on.
func nothing(sales int, why engine.Finding) []found {
	rung, none := make([]found, sales), missing(why)
	for row := range rung {
		rung[row] = none
	}
	return rung
}

// listAddresses lists touches by their addresses, in order of time.
func (r *rungs) listAddresses(kept *touches, size sizes) {
	r.byAddress = newLists[referral](size.addresses)
	for chunk, n := range kept.all {
		for _, k := range chunk.address[:n] {
			r.byAddress.count(k)
		}
	}
	r.byAddress.made()
	for id, at := range kept.order.rows {
		chunk, row := kept.row(at)
		r.byAddress.put(chunk.address[row], chunk.referral(row, id))
	}
}

// listBrowsers lists touches by their cookies, and those by their contacts that stand
// in no browser, in order of time.
func (r *rungs) listBrowsers(kept *touches, size sizes) {
	r.byCookie, r.direct = newLists[referral](size.cookies), newLists[referral](size.contacts)
	for chunk, n := range kept.all {
		for row := range n {
			r.byCookie.count(chunk.cookie[row])
			r.direct.count(chunk.direct(row))
		}
	}
	r.byCookie.made()
	r.direct.made()
	r.named = make([]key, len(r.byCookie.items))
	for id, at := range kept.order.rows {
		chunk, row := kept.row(at)
		one := chunk.referral(row, id)
		if at := r.byCookie.put(chunk.cookie[row], one); at >= 0 {
			r.named[at] = chunk.contact[row]
		}
		r.direct.put(chunk.direct(row), one)
	}
}
