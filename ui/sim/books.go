package sim

import (
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
	}
	journal, why := c.On(catalog, renamed)
	if why != "" {
		return nil, why
	}
	return engine.Index(journal), ""
}

func (s *side) holds(catalog model.Catalog) bool {
	return s.book != nil && s.book.Catalog() == catalog
}
