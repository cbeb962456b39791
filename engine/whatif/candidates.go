package whatif

import (
	"net/netip"
	"slices"
	"time"

	"referee/engine"
	"referee/model"
)

// changes lists what can be different about partners and events, kind by kind.
func (s *search) changes() [][]Change {
	return [][]Change{
		s.windows(), s.activity(), s.moments(), s.gone(), s.contacts(), s.browsers(), s.addresses(),
		s.hands(ToSaleHand), s.hands(ToLeadHand),
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
		if click, is := e.(model.Click); is {
			at, _ := s.catalog.Partner(click.Partner)
			w.partner, w.event = engine.PartnerID(at), -1
		} else if _, is := e.(model.Referral); !is {
			continue
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

func partnersOf(e model.Event) []string {
	switch e := e.(type) {
	case model.Click:
		return []string{e.Partner}
	case model.Referral:
		return []string{e.Partner}
	case model.Order:
		return []string{e.SalePartner.Or(""), e.LeadPartner.Or("")}
	}
	return nil
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

// contacts lists the clicks that name nobody.
func (s *search) contacts() (changes []Change) {
	for row, e := range s.events {
		if click, is := e.(model.Click); is && click.Contact == "" {
			changes = append(changes, Change{Kind: ToContact, Distance: 1, Event: row, To: s.now.Order.Contact})
		}
	}
	return changes
}

// browsers lists those that anybody ever clicked in, and none.
func (s *search) browsers() (changes []Change) {
	names := []string{s.now.Order.Browser}
	for _, e := range append([]model.Event{model.Click{}}, s.events...) {
		click, is := e.(model.Click)
		if is && !slices.Contains(names, click.Browser) {
			names = append(names, click.Browser)
			changes = append(changes, Change{Kind: ToBrowser, Distance: 1, Event: s.order, To: click.Browser})
		}
	}
	return changes
}

// addresses lists those that anybody ever clicked from, and none.
func (s *search) addresses() (changes []Change) {
	seen := []netip.Addr{s.now.Order.IP}
	for _, e := range append([]model.Event{model.Click{}}, s.events...) {
		click, is := e.(model.Click)
		if is && !slices.Contains(seen, click.IP) {
			seen = append(seen, click.IP)
			changes = append(changes, Change{Kind: ToAddress, Distance: 1, Event: s.order, IP: click.IP})
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
