package sim

import (
	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
)

// placed is a case on two catalogs.
type placed struct {
	one, two *engine.Casebook
	own      string // why it is on its own catalog instead, both times; or ""
	unfit    string // why it cannot be run on both, and what changes cannot be told; or ""
	blank    bool   // because the second catalog cannot hold it
}

// books is the case indexed on two catalogs. If only the second cannot hold all that
// it names, it stays on the first; if the first cannot, it is on its own. Renamed
// leads from the first catalog to the second.
func (r *run) books(first, second model.Catalog, renamed model.Renames) placed {
	alike := r.alike(first)
	one, lacks := r.book(first, alike)
	two, lacksNow := one, lacks
	if first != second {
		two, lacksNow = r.book(second, alike.Followed(renamed))
	}
	p := placed{one: one, two: two}
	if first != second {
		p.unfit, p.blank = scenario.Unfit(lacks, lacksNow), lacksNow != ""
	}
	if lacks != "" {
		p.one, _ = r.book(model.Catalog{}, nil)
		p.own = lacks
	}
	if lacks+lacksNow != "" {
		p.two = p.one
	}
	return p
}

// alike leads from the case's own catalog to another one; it is found out once.
func (r *run) alike(to model.Catalog) model.Renames {
	if r.likened != to {
		r.likened, r.likeness = to, r.written().Alike(to)
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
