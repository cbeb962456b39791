package whatif

import (
	"net/netip"
	"time"

	"referee/engine"
	"referee/model"
)

// changes lists what can be different about partners and events, kind by kind, the
// kinds with few changes first: where not all can be tried, each has its turn.
func (s *search) changes() []func() []Change {
	return []func() []Change{
		func() []Change { return s.hands(ToSaleHand) }, func() []Change { return s.hands(ToLeadHand) },
		s.activity, s.browsers, s.addresses, s.gone, s.windows, s.contacts, s.moments,
	}
}

// never stands for a window without an end when distances are measured.
const never = model.MaxTrackDays + 1

// windows lists the days of a window that some event of the scene falls into, or
// just out of: between them nothing changes.
func (s *search) windows() (changes []Change) {
	type window struct {
		partner engine.PartnerID
		event   int
		days    int
	}
	seen := map[window]bool{}
	for _, row := range s.here.rows {
		e := s.events[row]
		w := window{engine.Nobody, row, 0}
		if _, own := e.(model.Referral); !own {
			partner, known := s.catalog.Partner(referrer(e))
			if !known {
				continue
			}
			w.partner, w.event = engine.PartnerID(partner), -1
		}
		now := daysOf(e, s.catalog).Or(never)
		for _, other := range s.here.rows {
			for _, w.days = range daysAround(s.events[other].When().Sub(e.When())) {
				if w.days < 0 || w.days >= never || w.days == now || seen[w] {
					continue
				}
				seen[w] = true
				changes = append(changes, Change{Kind: ToWindow, Distance: int64(max(w.days-now, now-w.days)), Event: w.event, Partner: w.partner, Days: w.days})
			}
		}
	}
	return changes
}

// daysAround is the longest window that something so much later is too late for,
// and the shortest that it falls into (A2).
func daysAround(later time.Duration) [2]int {
	days := int(later / (24 * time.Hour))
	return [2]int{days, days + 1}
}

// activity lists the partners that anything in the scene is about, and those
// above them.
func (s *search) activity() (changes []Change) {
	seen := map[int]bool{}
	for _, row := range s.here.rows {
		for _, code := range partnersOf(s.events[row]) {
			at, known := s.catalog.Partner(code)
			for ; known && at >= 0 && !seen[at]; at = s.catalog.Parent(at) {
				seen[at] = true
				changes = append(changes, Change{Kind: ToActive, Distance: 1, Event: -1, Partner: engine.PartnerID(at)})
			}
		}
	}
	return changes
}

// referrer is the partner whose referral an event records, "" if it does not.
func referrer(e model.Event) string {
	switch e := e.(type) {
	case model.Click:
		return e.Partner
	case model.Form:
		return e.Partner
	case model.Referral:
		return e.Partner
	}
	return ""
}

func partnersOf(e model.Event) []string {
	if o, is := e.(model.Order); is {
		return []string{o.SalePartner.Or(""), o.LeadPartner.Or("")}
	}
	return []string{referrer(e)}
}

// gone lists the events that might not have happened. Orders have.
func (s *search) gone() (changes []Change) {
	for _, row := range s.here.rows {
		if _, is := s.events[row].(model.Order); !is {
			changes = append(changes, Change{Kind: ToGone, Distance: 1, Event: row})
		}
	}
	return changes
}

// NewContact is the To of a change [ToContact] to somebody who is not in the journal.
const NewContact = "a new contact"

// contacts lists the clicks that name nobody and could name the order's contact;
// of an order that names none, whose it could be.
func (s *search) contacts() (changes []Change) {
	buyer, seen := s.now.Order.Contact, map[string]bool{NewContact: true}
	if buyer == "" {
		changes = append(changes, Change{Kind: ToContact, Distance: 1, Event: s.order, To: NewContact})
	}
	for row, e := range s.events {
		click, is := e.(model.Click)
		if is && click.Contact == "" && buyer != "" {
			changes = append(changes, Change{Kind: ToContact, Distance: 1, Event: row, To: buyer})
		}
		if contact := whereOf(e).contact; buyer == "" && contact != "" && !seen[contact] {
			seen[contact] = true
			changes = append(changes, Change{Kind: ToContact, Distance: 1, Event: s.order, To: contact})
		}
	}
	return changes
}

// browsers lists those that anything happened in, and none.
func (s *search) browsers() (changes []Change) {
	seen := map[string]bool{s.now.Order.Browser: true}
	for _, e := range append([]model.Event{nil}, s.events...) {
		if name := whereOf(e).browser; !seen[name] {
			seen[name] = true
			changes = append(changes, Change{Kind: ToBrowser, Distance: 1, Event: s.order, To: name})
		}
	}
	return changes
}

// addresses lists those that a referral came from, and none.
func (s *search) addresses() (changes []Change) {
	seen := map[netip.Addr]bool{s.now.Order.IP: true}
	for _, e := range append([]model.Event{nil}, s.events...) {
		if ip := whereOf(e).ip; !seen[ip] {
			seen[ip] = true
			changes = append(changes, Change{Kind: ToAddress, Distance: 1, Event: s.order, IP: ip})
		}
	}
	return changes
}

// hands lists what could be set on the order: nothing where something is set, the
// partner itself, nobody, or somebody that the partner stands above.
func (s *search) hands(kind Kind) (changes []Change) {
	set := s.now.Order.SalePartner
	if kind == ToLeadHand {
		set = s.now.Order.LeadPartner
	}
	partners := s.catalog.Partners()
	hands := []model.Optional[string]{{}, model.Some(partners[s.who].Code), model.Some("")}
	for row, p := range partners {
		if parent := s.catalog.Parent(row); parent >= 0 && (parent == int(s.who) || s.catalog.Parent(parent) == int(s.who)) {
			hands = append(hands, model.Some(p.Code))
		}
	}
	for _, hand := range hands {
		if hand != set {
			changes = append(changes, Change{Kind: kind, Distance: 1, Event: s.order, Hand: hand})
		}
	}
	return changes
}
