package replay

import (
	"context"

	"referee/engine"
	"referee/model"
)

// sizes is how many keys there are of each kind.
type sizes struct{ contacts, cookies, addresses int }

// someKeys is how many keys a worker takes at a time.
const someKeys = 1_024

// gather works out the evidence of every sale: first what depends on a cookie, then
// on a contact, then on an address. The touches are used up.
func gather(ctx context.Context, partners []model.Partner, kept *touches, sold *sales, size sizes, workers int) (evidence, error) {
	r := &rungs{sales: sold, lead: newLeads(size.contacts)}
	for i := range partners {
		r.partners = append(r.partners, terms{partners[i].TrackDays, partners[i].Inactive})
	}
	if err := r.list(ctx, kept, size); err != nil {
		return evidence{}, err
	}
	*kept = touches{}
	r.evidence = newEvidence(sold.len())
	r.lead.create(&r.salesByContact)
	ties := make([][]tie, workers)
	err := spread(ctx, size.cookies, someKeys, workers, func(worker int, each func(func(int))) {
		t := tying{rungs: r, last: make([]taken, size.contacts)}
		each(func(k int) {
			r.cookie(key(k))
			t.cookie(key(k))
		})
		ties[worker] = t.ties
	})
	if err != nil {
		return evidence{}, err
	}
	starts, tied := groupTies(ties, size.contacts)
	err = spread(ctx, size.contacts, someKeys, workers, func(_ int, each func(func(int))) {
		var room []stretch
		each(func(c int) { r.history(key(c), tied[starts[c]:starts[c+1]], &room) })
	})
	if err != nil {
		return evidence{}, err
	}
	err = spread(ctx, size.addresses, someKeys, workers, func(_ int, each func(func(int))) {
		each(func(a int) {
			here := []stretch{{r.byAddress.of(key(a)), always}}
			r.surveys(here, r.salesByAddress.of(key(a)), forSale, func(sale purchase, f found) { r.evidence.address[sale.row] = f })
		})
	})
	return r.evidence, err
}

// nobody is no referral of no partner.
var nobody = engine.Pick{Referral: engine.NoReferral, Partner: engine.Nobody}

// newEvidence is that of sales without a browser, a contact and an address.
func newEvidence(n int) evidence {
	e := evidence{make([]found, n), make([]found, n), make([]found, n), make([]leadFound, n)}
	for row := range n {
		e.cookie[row] = found{nobody, nobody, engine.NoBrowser}
		e.history[row] = found{nobody, nobody, engine.NoContact}
		e.address[row] = found{nobody, nobody, engine.NoAddress}
		e.lead[row] = leadFound{first: nobody, latest: nobody, missing: engine.NoContact}
	}
	return e
}

// list lists touches and sales by their keys, each list in order of time.
func (r *rungs) list(ctx context.Context, kept *touches, size sizes) error {
	first, _ := newCrew(ctx)
	first.start(func() error { kept.sort(); return nil })
	first.start(func() error { r.listSales(size); return nil })
	if err := first.wait(); err != nil {
		return err
	}
	second, _ := newCrew(ctx)
	second.start(func() error { r.listBrowsers(kept, size); return nil })
	second.start(func() error { r.listOthers(kept, size); return nil })
	return second.wait()
}

func (t *touches) sort() {
	at := make([]int64, len(t.rows))
	for i := range t.rows {
		at[i] = t.rows[i].at
	}
	t.order = inOrder(at)
}

func (r *rungs) listSales(size sizes) {
	s, order := r.sales, inOrder(r.sales.at)
	list := func(column []key, keys int) lists[purchase] {
		l := newLists[purchase](keys)
		for _, k := range column {
			l.count(k)
		}
		l.made()
		for i := range column {
			row := int32(i)
			if order != nil {
				row = order[i]
			}
			l.put(column[row], purchase{s.at[row], row, s.contact[row]})
		}
		return l
	}
	r.salesByCookie, r.salesByContact, r.salesByAddress = list(s.cookie, size.cookies), list(s.contact, size.contacts), list(s.address, size.addresses)
}

// listBrowsers lists touches by their cookies.
func (r *rungs) listBrowsers(kept *touches, size sizes) {
	r.byCookie = newLists[referral](size.cookies)
	for i := range kept.rows {
		r.byCookie.count(kept.rows[i].cookie)
	}
	r.byCookie.made()
	for id := range kept.rows {
		t := kept.number(id)
		one, _ := t.referral(id)
		r.byCookie.put(t.cookie, one)
	}
}

// listOthers lists touches by their addresses, and those by their contacts that stand
// in no browser. It finds how each contact came to be, too.
func (r *rungs) listOthers(kept *touches, size sizes) {
	r.byAddress, r.direct = newLists[referral](size.addresses), newLists[referral](size.contacts)
	for i := range kept.rows {
		t := &kept.rows[i]
		r.byAddress.count(t.address)
		r.direct.count(t.direct())
	}
	r.byAddress.made()
	r.direct.made()
	for id := range kept.rows {
		t := kept.number(id)
		one, lead := t.referral(id)
		r.byAddress.put(t.address, one)
		r.direct.put(t.direct(), one)
		r.lead.named(t.contact, one, lead)
	}
}

// direct is the contact of a touch without a cookie: what names it is its history at
// once, in no browser.
func (t *touch) direct() key {
	if t.cookie == noKey {
		return t.contact
	}
	return noKey
}
