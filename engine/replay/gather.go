package replay

import (
	"context"
	"runtime"
	"sync"

	"referee/engine"
	"referee/model"
)

// rungs works the evidence out. Everything in it is only read while several are at work,
// but for the parts of evidence that belong to the key at hand.
type rungs struct {
	partners           []terms
	kept               *touches
	sales              *sales
	touchesBy, salesBy startsBy
	evidence           evidence
	lead               leads
	byCookie           []referral      // of all browsers, as they are listed
	direct             lists[referral] // by contact: of no browser
	sweeping           sync.Pool       // of *sweepRoom
}

// startsBy is where the items begin of each key of each kind.
type startsBy struct{ contact, cookie, address starts }

func (s sizes) starts() startsBy {
	return startsBy{newStarts(s.contacts), newStarts(s.cookies), newStarts(s.addresses)}
}

func newRungs(partners []model.Partner, kept *touches, sold *sales, size sizes) *rungs {
	r := &rungs{kept: kept, sales: sold, lead: newLeads(size.contacts), touchesBy: size.starts(), salesBy: size.starts()}
	for i := range partners {
		r.partners = append(r.partners, terms{engine.WindowOf(partners[i].TrackDays), partners[i].Inactive})
	}
	return r
}

// gather works out the evidence of every sale: first what depends on an address, then
// on a cookie, then on a contact. The touches are used up.
func gather(ctx context.Context, partners []model.Partner, kept *touches, sold *sales, size sizes, workers int) (evidence, error) {
	r := newRungs(partners, kept, sold, size)
	err := both(ctx, r.kept.sort, r.count)
	if err == nil {
		err = both(ctx, r.listDirect, func() { r.lead.name(kept) })
	}
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
				r.direct.put(c, chunk.referrals[row])
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
