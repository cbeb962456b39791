package replay

import (
	"cmp"
	"math"
	"slices"

	"referee/engine"
	"referee/model"
)

// evidence is what the rungs hold for each sale, by its row: of an [engine.Evidence] what
// decides who is paid. Which referrals they are, and how many, only an explanation asks.
type evidence struct {
	cookie, history, address []found
	lead                     []found // each by itself: one may count, and the other not
}

// found is what one rung holds for one sale: the partners of the earliest and of the
// latest valid referral. In place of one that there is not, it has the complement of
// the [engine.Finding] that says why.
type found struct{ first, latest partner }

func missing(why engine.Finding) found { return found{^partner(why), ^partner(why)} }

func summary(f *engine.Found) found {
	if f.Valid == 0 {
		return missing(f.Missing)
	}
	return found{partner(f.First.Partner), partner(f.Latest.Partner)}
}

// pick is a partner as the engine knows it, and why there is none. Of the referral it
// says only that there is one.
func (p partner) pick() (engine.Pick, engine.Finding) {
	if p < 0 {
		return engine.Pick{Referral: engine.NoReferral, Partner: engine.Nobody}, engine.Finding(^p)
	}
	return engine.Pick{Referral: 0, Partner: engine.PartnerID(p)}, 0
}

// onRung is it as evidence of the engine.
func (f found) onRung() engine.Found {
	first, why := f.first.pick()
	latest, _ := f.latest.pick()
	on := engine.Found{First: first, Latest: latest, Missing: why}
	if why == 0 {
		on.Valid = 1 // at least
	}
	return on
}

// asLead is it as evidence for the lead partner. If both ends have a reason why they do not
// count, it has one of them.
func (f found) asLead() engine.LeadEvidence {
	first, why := f.first.pick()
	latest, other := f.latest.pick()
	return engine.LeadEvidence{
		First:   engine.LeadPick{Pick: first, Status: engine.Valid},
		Latest:  engine.LeadPick{Pick: latest, Status: engine.Valid},
		Missing: max(why, other),
	}
}

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
}

// startsBy is where the items begin of each key of each kind.
type startsBy struct{ contact, cookie, address starts }

func (s sizes) starts() startsBy {
	return startsBy{newStarts(s.contacts), newStarts(s.cookies), newStarts(s.addresses)}
}

func newRungs(partners []model.Partner, kept *touches, sold *sales, size sizes) *rungs {
	r := &rungs{kept: kept, sales: sold, lead: newLeads(size.contacts), touchesBy: size.starts(), salesBy: size.starts()}
	for i := range partners {
		r.partners = append(r.partners, terms{partners[i].TrackDays, partners[i].Inactive})
	}
	return r
}

// terms are what of a partner decides whether a referral counts.
type terms struct {
	days     model.Optional[int]
	inactive bool
}

// purchase is a sale where it stands among those of a key.
type purchase struct {
	at      int64
	row     int32
	contact key
}

const (
	always = math.MinInt64 // a moment before all others
	never  = math.MaxInt64 // one after all others
)

func (r *rungs) expiry(one *referral) int64 {
	return engine.Expiry(one.at, r.partners[one.who].days)
}

// reading is what a survey is for. Who brought a contact is not asked whether it is
// active; that is asked at the sale (A4).
type reading bool

const (
	forSale reading = false
	forLead reading = true
)

func (r *rungs) status(one *referral, at, from int64, for_ reading) engine.Status {
	known := engine.Referral{At: one.at, Expires: r.expiry(one), Partner: engine.PartnerID(one.who)}
	return known.Status(at, from, false, r.partners[one.who].inactive && for_ == forSale)
}

// stretch is referrals in order of time, standing where a rung looks from a moment on.
type stretch struct {
	referrals []referral
	from      int64
	windows   *windows // of a long one, if there are any
	start     int      // where it starts in them
}

// steps is what it may cost to sum it up, in referrals.
func (s *stretch) steps() int {
	if s.windows != nil {
		return min(len(s.referrals), longRun)
	}
	return len(s.referrals)
}

// survey sums up what a rung holds at a moment: from the front until one is valid, and then
// from the back. What else there is changes nothing. If none is valid, it has gone through
// them all, since each may say why.
func (r *rungs) survey(f *engine.Found, s stretch, at int64, for_ reading) {
	if s.windows != nil {
		r.surveyLong(f, s, at)
		return
	}
	for i := range s.referrals {
		one := &s.referrals[i]
		status := r.status(one, at, s.from, for_)
		f.Add(one.pick(), status)
		switch status {
		case engine.Later:
			return // and so are all after it
		case engine.Valid:
			r.surveyBack(f, s, i, at, for_)
			return
		}
	}
}

// surveyBack adds the last that is valid behind another one.
func (r *rungs) surveyBack(f *engine.Found, s stretch, first int, at int64, for_ reading) {
	for i := len(s.referrals) - 1; i > first; i-- {
		if one := &s.referrals[i]; r.status(one, at, s.from, for_) == engine.Valid {
			f.Add(one.pick(), engine.Valid)
			return
		}
	}
}

// surveyLong adds the first and the latest that are valid, and of each reason why others
// are not one.
func (r *rungs) surveyLong(f *engine.Found, s stretch, at int64) {
	there := 0
	if s.from <= at {
		there, _ = slices.BinarySearchFunc(s.referrals, at, func(one referral, at int64) int {
			return cmp.Or(cmp.Compare(one.at, at), -1) // behind those of the moment itself
		})
	}
	to := s.start + there
	valid := func(w window) bool { return w.active > at }
	if first := s.windows.first(s.start, to, valid); first >= 0 {
		f.Add(s.referrals[first-s.start].pick(), engine.Valid)
		f.Add(s.referrals[s.windows.last(s.start, to, valid)-s.start].pick(), engine.Valid)
	}
	expired := s.windows.first(s.start, to, func(w window) bool { return w.least <= at }) >= 0
	inactive := s.windows.first(s.start, to, func(w window) bool { return w.inactive > at }) >= 0
	others(f, there < len(s.referrals), expired, inactive)
}

// fewSteps is how many steps a group of sales may cost one by one, or so many for each
// referral as sweeping takes. Above it they are swept: a bot's cookie, or the address of
// an office, would otherwise cost the product of its touches and its sales.
const (
	fewSteps   = 2_048
	sweepSteps = 8
)

// surveys sums up what a rung holds for each of several sales, given in order of
// time, and puts it where it belongs.
func (r *rungs) surveys(stretches []stretch, sales []purchase, for_ reading, put func(sale purchase, f engine.Found)) {
	each, all := len(stretches), 0
	for i := range stretches {
		each += stretches[i].steps()
		all += len(stretches[i].referrals)
	}
	if each*len(sales) > max(fewSteps, sweepSteps*all) {
		r.sweep(stretches, all, sales, for_, put)
		return
	}
	for _, sale := range sales {
		f := engine.NothingFound()
		for _, s := range stretches {
			r.survey(&f, s, sale.at, for_)
		}
		put(sale, f)
	}
}
