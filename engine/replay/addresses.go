package replay

import (
	"context"

	"referee/engine"
)

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
		s := surveyor{rungs: r}
		put := func(sale *purchase, f *engine.Found) { r.evidence.address[sale.row] = summary(f) }
		var touches lists[referral]
		var sold lists[purchase]
		each(func(i int) {
			touches.begin(r.touchesBy.address, ranges.at(i))
			for _, at := range touchRows.of(i) {
				chunk, row := r.kept.row(int(at))
				touches.put(chunk.address[row], chunk.referrals[row])
			}
			sold.begin(r.salesBy.address, ranges.at(i))
			r.sales.list(&sold, r.sales.address, saleRows.of(i))
			for k := sold.from; k < sold.to; k++ {
				sales := salesInTime(sold.of(k))
				s.only(inTime(touches.of(k)), len(sales))
				s.surveys(sales, forSale, put)
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
