package whatif

import (
	"net/netip"
	"slices"

	"referee/engine"
	"referee/model"
)

// bearing lists the events that bear on who is credited with the order in a row,
// by their rows, the order's own among them. What a browser holds that was never
// tied to the contact bears on the contact's order only if the order came from
// it; and a click from the order's address bears on it wherever it was made.
func bearing(events []model.Event, order int) []int {
	o := events[order].(model.Order)
	browsers := map[string]bool{}
	if o.Browser != "" {
		browsers[o.Browser] = true
	}
	for _, e := range events {
		if where := whereOf(e); where.contact != "" && where.contact == o.Contact && where.browser != "" {
			browsers[where.browser] = true
		}
	}
	var rows []int
	for i, e := range events {
		where := whereOf(e)
		if i == order || where.contact != "" && where.contact == o.Contact || browsers[where.browser] || where.ip.IsValid() && where.ip == o.IP {
			rows = append(rows, i)
		}
	}
	return rows
}

// where is what an event names: "" and the zero address where it names none.
type where struct {
	browser, contact string
	ip               netip.Addr
}

func whereOf(e model.Event) where {
	switch e := e.(type) {
	case model.Click:
		return where{e.Browser, e.Contact, e.IP}
	case model.Form:
		return where{e.Browser, e.Contact, e.IP}
	case model.Referral:
		return where{contact: e.Contact}
	case model.Clearing:
		return where{browser: e.Browser}
	case model.Order:
		return where{browser: e.Browser, contact: e.Contact} // its address records nothing
	}
	return where{}
}

// scene is one order by itself, with what bears on it.
type scene struct {
	catalog model.Catalog
	events  []model.Event
	rows    []int // where they stand among all events
}

// sceneOf is the order of a world by itself.
func sceneOf(w world) scene {
	s := scene{catalog: w.catalog, rows: bearing(w.events, w.order)}
	for _, row := range s.rows {
		s.events = append(s.events, w.events[row])
	}
	return s
}

// book reads the scene. The problems are those of a change that cannot be, such
// as a time out of range.
func (s scene) book() (*engine.Casebook, model.Problems) {
	journal, problems := s.catalog.Journal(s.events)
	if problems != nil {
		return nil, problems
	}
	return engine.Index(journal), nil
}

// caseOf is the order with an ID; orders of one journal have different ones.
func caseOf(book *engine.Casebook, id string) *engine.Case {
	cases := book.Cases()
	return &cases[slices.IndexFunc(cases, func(c engine.Case) bool { return c.Order.ID == id })]
}

// orderRow is the row of the order with an ID in a journal, -1 if it has none.
func orderRow(events []model.Event, id string) int {
	return slices.IndexFunc(events, func(e model.Event) bool {
		o, is := e.(model.Order)
		return is && o.ID == id
	})
}
