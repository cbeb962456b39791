package sim

import (
	"fmt"

	"referee/engine"
	"referee/model"
)

// books is the case indexed on two catalogs, or twice on its own if either does
// not hold all that it names; own then says why. Renamed leads from the first
// catalog to the second.
func (r *run) books(first, second model.Catalog, renamed model.Renames) (one, two *engine.Casebook, own string) {
	one, own = r.book(first, nil)
	if own == "" {
		if first == second {
			return one, one, ""
		}
		two, own = r.book(second, renamed)
	}
	if own != "" {
		one, _ = r.book(model.Catalog{}, nil)
		return one, one, own
	}
	return one, two, ""
}

// book is the case indexed on a catalog, the zero one being its own, or why it
// cannot be.
func (r *run) book(catalog model.Catalog, renamed model.Renames) (book *engine.Casebook, why string) {
	c := r.written()
	if catalog.IsZero() {
		catalog = c.Catalog
	}
	switch {
	case len(renamed) > 0:
	case r.before.holds(catalog):
		return r.before.book, ""
	case r.after.holds(catalog) && !r.followed:
		return r.after.book, ""
	case catalog == c.Catalog:
		return engine.Index(c.Journal), ""
	}
	if catalog.Currency() != c.Catalog.Currency() {
		return nil, fmt.Sprintf("its amounts are in %s, yours in %s", c.Catalog.Currency().Code(), catalog.Currency().Code())
	}
	events := make([]model.Event, len(c.Journal.Events()))
	for i, e := range c.Journal.Events() {
		events[i] = renamed.Follow(e)
		if product := unlisted(events[i], catalog); product != "" && unlisted(e, c.Catalog) == "" {
			return nil, fmt.Sprintf("there is no product %q in yours", product)
		}
	}
	journal, problems := catalog.Journal(events)
	if len(problems) > 0 {
		return nil, problems[0].What + " in yours"
	}
	return engine.Index(journal), ""
}

func (s *side) holds(catalog model.Catalog) bool {
	return s.book != nil && s.book.Catalog() == catalog
}

// unlisted is the first product that an order sells and a catalog does not list,
// or "". A case may sell what its own catalog does not list either.
func unlisted(e model.Event, catalog model.Catalog) string {
	if order, sells := e.(model.Order); sells {
		for _, line := range order.Lines {
			if _, listed := catalog.Product(line.Product); !listed {
				return line.Product
			}
		}
	}
	return ""
}
