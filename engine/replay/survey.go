package replay

import (
	"cmp"
	"math"
	"slices"

	"referee/engine"
)

// terms are what of a partner decides whether a referral counts.
type terms struct {
	window   engine.Window
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
	return r.partners[one.who].window.Closes(one.at)
}

// reading is what a survey is for. Who brought a contact is not asked whether it is
// active; that is asked at the sale (A4).
type reading bool

const (
	forSale reading = false
	forLead reading = true
)

func (r *rungs) status(one *referral, at, from int64, for_ reading) engine.Status {
	of := &r.partners[one.who]
	known := engine.Referral{At: one.at, Expires: of.window.Closes(one.at)}
	return known.Status(at, from, false, of.inactive && for_ == forSale)
}

// stretch is referrals in order of time, standing where a rung looks from a moment on.
type stretch struct {
	referrals []referral
	from      int64
	windows   *windows // of a long one, if there are any
	start     int      // where it starts in them
}

// all makes a stretch of all referrals of a key. Where there are very many and many sales
// that ask, it has windows.
func (r *rungs) all(s *stretch, referrals []referral, sales int) {
	s.referrals, s.from, s.windows, s.start = referrals, always, nil, 0
	if len(referrals) >= longRun && len(referrals)*sales > fewSteps {
		s.windows = newWindows(len(referrals), func(i int) window { return r.windowOf(&referrals[i]) })
		s.windows.cover(0, len(referrals))
	}
}

func (r *rungs) windowOf(one *referral) window {
	closes := r.expiry(one)
	if r.partners[one.who].inactive {
		return window{closes, always, closes}
	}
	return window{closes, closes, always}
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
func (r *rungs) survey(f *engine.Found, s *stretch, at int64, for_ reading) {
	if s.windows != nil {
		r.surveyLong(f, s, at, for_)
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
func (r *rungs) surveyBack(f *engine.Found, s *stretch, first int, at int64, for_ reading) {
	for i := len(s.referrals) - 1; i > first; i-- {
		if one := &s.referrals[i]; r.status(one, at, s.from, for_) == engine.Valid {
			f.Add(one.pick(), engine.Valid)
			return
		}
	}
}

// surveyLong adds the first and the latest that are valid, or of each reason why none is
// one.
func (r *rungs) surveyLong(f *engine.Found, s *stretch, at int64, for_ reading) {
	there := 0
	if s.from <= at {
		there, _ = slices.BinarySearchFunc(s.referrals, at, func(one referral, at int64) int {
			return cmp.Or(cmp.Compare(one.at, at), -1) // behind those of the moment itself
		})
	}
	to := s.start + there
	valid := func(w window) bool { return w.active > at || for_ == forLead && w.inactive > at }
	if first := s.windows.first(s.start, to, valid); first >= 0 {
		f.Add(s.referrals[first-s.start].pick(), engine.Valid)
		f.Add(s.referrals[s.windows.last(s.start, to, valid)-s.start].pick(), engine.Valid)
		return
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

// surveyor is one goroutine that surveys. What it has at hand stands in it and is never
// handed on by value: a copy of what was just written, piece by piece, makes the processor
// wait for the pieces, which takes longer than the survey.
type surveyor struct {
	*rungs
	stretches []stretch
	found     engine.Found // for the sale at hand
}

// only has one stretch surveyed: all referrals of a key, for so many sales.
func (r *surveyor) only(referrals []referral, sales int) {
	r.stretches = r.stretches[:0]
	r.all(r.another(), referrals, sales)
}

// another is room for one more stretch.
func (r *surveyor) another() *stretch {
	n := len(r.stretches)
	r.stretches = slices.Grow(r.stretches, 1)[:n+1]
	return &r.stretches[n]
}

// surveys sums up what a rung holds for each of several sales, given in order of
// time, and puts it where it belongs. What is put is valid until put returns.
func (r *surveyor) surveys(sales []purchase, for_ reading, put func(sale *purchase, f *engine.Found)) {
	stretches := r.stretches
	each, all := len(stretches), 0
	for i := range stretches {
		each += stretches[i].steps()
		all += len(stretches[i].referrals)
	}
	if quick := len(stretches) == 1 && stretches[0].windows != nil; !quick && each*len(sales) > max(fewSteps, sweepSteps*all) {
		r.sweep(all, sales, for_, put)
		return
	}
	for i := range sales {
		sale, f := &sales[i], &r.found
		f.Clear()
		for j := range stretches {
			r.survey(f, &stretches[j], sale.at, for_)
		}
		put(sale, f)
	}
}
