package engine_test

import (
	"slices"
	"time"

	"referee/model"
)

// The oracle is a second implementation, written from the rules and from
// nothing else: it calls no function of the engine and shares no code with it.
// It is naive on purpose. Where the engine sums up once and looks up, the
// oracle walks the raw events again for every question; where the engine counts
// in integers, it reckons in exact fractions. It is slow, it allocates, and one
// can hold it against the rules line by line.
//
// The words it answers in are the stable ones of doc.go, and partners, programs
// and orders by their code: no number in an answer depends on an order of
// tables that the engine chose.

// oracle is everything a question is answered from.
type oracle struct {
	settings model.Settings
	partners map[string]model.Partner
	programs map[string]model.Program
	events   []model.Event // in order of time; at equal times as they were given
}

// verdict is what the rules say about one order.
type verdict struct {
	By         string             // the rung that decided
	Sale, Lead string             // partner codes, "" = nobody
	Ladder     [5]rungWord        // hand, cookie, history, address, nobody
	LeadStep   rungWord           // who brought the contact, even if that no longer counts
	LeadByHand bool               // the lead partner was set by hand
	Overall    string             // what the earliest referral of all rungs would pay, "" = the same (A7)
	Pool       string             // what the older article's pool would pay, "" = the same (A7)
	OwnLink    bool               // a credited partner is the buyer (A8)
	Told       string             // who gets mail, "" = nobody (M1)
	Rows       []payRow           // in order of role, line and level
	Seen       [3][]candidateWord // everything on the rungs cookie, history, address
}

// rungWord is what one rung came to, whom it credits or would credit, and how
// many valid referrals of how many partners it holds.
type rungWord struct {
	Finding, Partner string
	Valid, Partners  int
}

// candidateWord is one referral that a rung found: its place in the events, and
// whether it counts.
type candidateWord struct {
	Row             int
	Partner, Status string
}

// payRow is one commission row.
type payRow struct {
	Partner, Role   string
	Level, Line     int
	Program         string // "" = none has a rule
	ForProduct      bool
	Base            int64 // this and the next two in minor units
	Calculated      int64
	Released        int64
	Rule            string // "level", "unused", "no rate", "no program", "inactive"
	Amount          int64  // per unit
	PartsPerMillion int64
}

func newOracle(s model.Settings, c model.Catalog, events []model.Event) *oracle {
	o := &oracle{settings: s, partners: map[string]model.Partner{}, programs: map[string]model.Program{}}
	for _, p := range c.Partners() {
		o.partners[p.Code] = p
	}
	for _, p := range c.Programs() {
		o.programs[p.Name] = p
	}
	o.events = slices.Clone(events)
	slices.SortStableFunc(o.events, func(a, b model.Event) int { return a.When().Compare(b.When()) })
	return o
}

// under is the same oracle with other settings.
func (o oracle) under(s model.Settings) *oracle {
	o.settings = s
	return &o
}

// order answers for the order with an id.
func (o *oracle) order(id string) verdict {
	row := slices.IndexFunc(o.events, func(e model.Event) bool {
		order, is := e.(model.Order)
		return is && order.ID == id
	})
	order := o.events[row].(model.Order)
	v := verdict{LeadByHand: order.LeadPartner.IsSet()}
	o.climb(&v, row, order)
	v.LeadStep.Partner, v.LeadStep.Finding = o.lead(order.Contact, order.At, order.LeadPartner)
	if v.LeadStep.Finding == "decides" {
		v.Lead = v.LeadStep.Partner
	}
	v.OwnLink = order.Contact != "" && (v.Sale == order.Contact || v.Lead == order.Contact)
	if !o.settings.SkipNotifications() && o.partners[v.Sale].NotifySale { // M1
		v.Told = v.Sale
	}
	v.Rows = o.rows(order, v.Sale, v.Lead, false)
	o.otherReadings(&v, order)
	return v
}

// form says who gets mail about the web form at a place in the events (M1).
func (o *oracle) form(row int) string {
	form := o.events[row].(model.Form)
	lead, finding := o.lead(form.Contact, form.At, model.Optional[string]{})
	if finding != "decides" || o.settings.SkipNotifications() || !o.partners[lead].NotifyLead {
		return ""
	}
	return lead
}

// valid is whether a referral counts at a moment, by its own window and its
// partner (A2, A5): "valid", "expired" or "inactive".
func (o *oracle) valid(row int, now time.Time) string {
	at, partner, days := time.Time{}, "", model.Optional[int]{}
	switch e := o.events[row].(type) {
	case model.Click:
		at, partner, days = e.At, e.Partner, o.partners[e.Partner].TrackDays
	case model.Form:
		at, partner, days = e.At, e.Partner, o.partners[e.Partner].TrackDays
	case model.Referral:
		at, partner, days = e.At, e.Partner, e.Days
	}
	if n, set := days.Get(); set && !now.Before(at.Add(24*time.Hour*time.Duration(n))) {
		return "expired"
	}
	if o.partners[partner].Inactive {
		return "inactive"
	}
	return "valid"
}

// introduction is a click, or a form that names a partner as if it were one.
func introduction(e model.Event) (click model.Click, is bool) {
	switch e := e.(type) {
	case model.Click:
		return e, true
	case model.Form:
		return model.Click{At: e.At, Partner: e.Partner, Browser: e.Browser, Contact: e.Contact, IP: e.IP}, e.Partner != ""
	}
	return model.Click{}, false
}
