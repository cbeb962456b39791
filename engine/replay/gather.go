package replay

import (
	"context"
	"runtime"

	"referee/engine"
	"referee/model"
)

// gather works out the evidence of every sale: first what depends on an address, then
// on a cookie, then on a contact. The touches are used up.
func gather(ctx context.Context, partners []model.Partner, kept *touches, sold *sales, size sizes, workers int) (evidence, error) {
	r := newRungs(partners, kept, sold, size)
	err := both(ctx, r.order, r.count)
	if err != nil {
		return evidence{}, err
	}
	r.lead.create(sold)
	if err := r.addresses(ctx, workers); err != nil {
		return evidence{}, err
	}
	contacts := rangesOf(workers, r.salesBy.contact)
	ties, err := r.browsers(ctx, contacts, workers)
	*kept = touches{}
	if err != nil {
		return evidence{}, err
	}
	sold.tidy()
	return r.evidence, r.contacts(ctx, contacts, ties, workers)
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

// order finds out in which order of time the touches are, and what that decides at once.
func (r *rungs) order() {
	r.kept.sort()
	r.listDirect()
	r.lead.name(r.kept)
}

// listDirect lists the touches that stand in no browser by their contacts: there are few.
func (r *rungs) listDirect() {
	for chunk, n := range r.kept.all {
		for row := range n {
			r.touchesBy.contact.count(chunk.direct(row))
		}
	}
	r.touchesBy.contact.sum()
	r.direct.begin(r.touchesBy.contact, keyRange{0, key(r.touchesBy.contact.keys())})
	for chunk, n := range r.kept.all {
		for row := range n {
			if c := chunk.direct(row); c >= 0 {
				r.direct.put(c, chunk.referral(row))
			}
		}
	}
}

// count finds out how many touches and sales there are by each key, and which sale is the
// first of each contact.
func (r *rungs) count() {
	for chunk, n := range r.kept.all {
		r.touchesBy.address.countAll(chunk.address[:n])
		r.touchesBy.cookie.countAll(chunk.cookie[:n])
	}
	s := r.sales
	r.salesBy.address.countAll(s.address)
	r.salesBy.cookie.countAll(s.cookie)
	r.salesBy.contact.countAll(s.contact)
	for _, by := range [...]starts{r.touchesBy.address, r.touchesBy.cookie, r.salesBy.address, r.salesBy.cookie, r.salesBy.contact} {
		by.sum()
	}
	r.lead.sell(s)
	r.evidence.address = nothing(s.len(), engine.NoAddress)
}

// nothing is a rung that sales have nothing to look at on.
func nothing(sales int, why engine.Finding) []found {
	rung, none := make([]found, sales), missing(why)
	for row := range rung {
		rung[row] = none
	}
	return rung
}

// addresses works out what depends on addresses.
func (r *rungs) addresses(ctx context.Context, workers int) error {
	ranges := rangesOf(workers, r.touchesBy.address, r.salesBy.address)
	var touchRows, saleRows rowsBy
	err := both(ctx, func() {
		touchRows = ranges.sort(r.touchesBy.address, r.kept.columns(func(c *touchChunk) *[chunkRows]key { return c.address })...)
	}, func() { saleRows = ranges.sort(r.salesBy.address, r.sales.address) })
	if err != nil {
		return err
	}
	defer r.forgetAddresses()
	return spread(ctx, ranges.len(), 1, workers, func(_ int, each func(func(int))) {
		var touches lists[referral]
		var sales lists[purchase]
		each(func(i int) {
			touches.begin(r.touchesBy.address, ranges.at(i))
			for _, at := range touchRows.of(i) {
				chunk, row := r.kept.row(int(at))
				touches.put(chunk.address[row], chunk.referral(row))
			}
			sales.begin(r.salesBy.address, ranges.at(i))
			r.sales.list(&sales, r.sales.address, saleRows.of(i))
			for k := sales.from; k < sales.to; k++ {
				here := []stretch{{referrals: inTime(touches.of(k)), from: always}}
				r.surveys(here, salesInTime(sales.of(k)), forSale, func(sale purchase, f engine.Found) { r.evidence.address[sale.row] = summary(&f) })
			}
		})
	})
}

// forgetAddresses frees what nobody asks for any more.
func (r *rungs) forgetAddresses() {
	for chunk := range r.kept.all {
		chunk.address = nil
	}
	r.sales.address, r.touchesBy.address, r.salesBy.address = nil, nil, nil
	r.sales.tidy()
}
