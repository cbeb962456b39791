package replay

import (
	"context"

	"referee/engine"
)

// contacts works out what depends on contacts, whose histories stand in browsers.
func (r *rungs) contacts(ctx context.Context, ranges keyRanges, ties []chunked[tie], workers int) error {
	var long *windows
	var rows rowsBy
	err := both(ctx, func() {
		long = r.coverLong()
		r.evidence.history, r.evidence.lead = nothing(r.sales.len(), engine.NoContact), nothing(r.sales.len(), engine.NoContact)
	}, func() { rows = ranges.sort(r.salesBy.contact, r.sales.contact) })
	if err != nil {
		return err
	}
	return spread(ctx, ranges.len(), 1, workers, func(_ int, each func(func(int))) {
		h := histories{surveyor: surveyor{rungs: r}, long: long}
		each(func(i int) {
			h.sold.begin(r.salesBy.contact, ranges.at(i))
			r.sales.list(&h.sold, r.sales.contact, rows.of(i))
			h.group(ties[i], ranges.at(i))
			ties[i] = nil
			for c := h.sold.from; c < h.sold.to; c++ {
				if (c-h.sold.from)%batch == 0 {
					h.warm(c, min(h.sold.to, c+batch))
				}
				h.contact(c)
			}
		})
	})
}

// histories are the ties of a range of contacts.
type histories struct {
	surveyor
	sold lists[purchase]
	ties lists[tie]
	long *windows // of the referrals of browsers that hold very many; nil if none does
}

// group lists ties by their contacts, which are those of a range.
func (h *histories) group(ties chunked[tie], r keyRange) {
	by := newStarts(int(r.to - r.from))
	for _, some := range ties {
		for i := range some {
			by.count(some[i].contact - r.from)
		}
	}
	by.sum()
	h.ties.begin(by, keyRange{0, r.to - r.from})
	for _, some := range ties {
		for _, t := range some {
			h.ties.put(t.contact-r.from, t)
		}
	}
}

// coverLong takes in what browsers hold that hold very many.
func (r *rungs) coverLong() (long *windows) {
	by := r.touchesBy.cookie
	for k := range by.keys() {
		from, to := int(by[k]), int(by[k+1])
		if to-from < longRun {
			continue
		}
		if long == nil {
			long = newWindows(len(r.byCookie), func(i int) window { return r.windowOf(&r.byCookie[i]) })
		}
		long.cover(from, to)
	}
	return long
}

// warm fetches what the histories of some contacts will look at first, all at once: most
// have few ties.
func (h *histories) warm(from, to key) {
	warmed, first := int32(0), h.sold.from
	for _, t := range h.ties.items[h.ties.starts[from-first]:h.ties.starts[to-first]] {
		warmed += h.byCookie[t.first].id
	}
	for _, came := range h.lead.came[from:to] {
		if came.first >= 0 {
			warmed += h.byCookie[came.first].id
		}
	}
	used(uint32(warmed))
}

// contact finds what the history of a contact holds for its sales.
func (h *histories) contact(c key) {
	sales := salesInTime(h.sold.of(c))
	h.stretches = h.stretches[:0]
	if direct := h.direct.of(c); len(direct) > 0 {
		h.all(h.another(), inTime(direct), len(sales))
	}
	ties := h.ties.of(c - h.sold.from)
	for i := range ties {
		t, s := &ties[i], h.another()
		s.referrals, s.from, s.windows, s.start = h.byCookie[t.first:t.end], t.from, nil, 0
		if len(s.referrals) >= longRun {
			s.windows, s.start = h.long, int(t.first)
		}
	}
	h.surveys(sales, forSale, func(sale *purchase, f *engine.Found) { h.evidence.history[sale.row] = summary(f) })
	h.leadOf(c, sales)
}
