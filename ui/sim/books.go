package sim

import (
	"referee/engine"
	"referee/model"
)

// books is the case indexed on two catalogs, or twice on its own if either does
// not hold all that it names; own then says why. Renamed leads from the first
// catalog to the second.
func (r *run) books(first, second model.Catalog, renamed model.Renames) (one, two *engine.Casebook, own string) {
	alike := r.alike(first)
	renamed = alike.Followed(renamed)
	one, own = r.book(first, alike)
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

// alike leads from the case's own catalog to another one that does not know all of
// its codes, as far as rows can be told by their looks: after a rename was saved,
// the case still has the old code.
func (r *run) alike(to model.Catalog) model.Renames {
	if c := r.written(); r.likened != to {
		r.likened, r.likeness = to, nil
		if _, why := c.On(to, nil); !to.IsZero() && why != "" {
			r.likeness = model.Alike(c.Catalog, to)
		}
	}
	return r.likeness
}

// book is the case indexed on a catalog, the zero one being its own, or why it
// cannot be.
func (r *run) book(catalog model.Catalog, renamed model.Renames) (book *engine.Casebook, why string) {
	c := r.written()
	if catalog.IsZero() {
		catalog = c.Catalog
	}
	switch {
	case r.before.holds(catalog) && len(renamed) == len(r.likeness):
		return r.before.book, ""
	case r.after.holds(catalog) && !r.followed && len(renamed) == 0:
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
