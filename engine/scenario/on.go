package scenario

import (
	"fmt"

	"referee/model"
)

// On is what happens in the case as it would happen with another catalog, called
// as its rows are called there, or why that cannot be: the catalog lacks what the
// case names, or is in another currency.
func (c *Case) On(catalog model.Catalog, renamed model.Renames) (j model.Journal, why string) {
	if catalog == c.Catalog && len(renamed) == 0 {
		return c.Journal, ""
	}
	if catalog.Currency() != c.Catalog.Currency() {
		return model.Journal{}, fmt.Sprintf("its amounts are in %s, yours in %s", c.Catalog.Currency().Code(), catalog.Currency().Code())
	}
	events := make([]model.Event, len(c.Journal.Events()))
	for i, e := range c.Journal.Events() {
		events[i] = renamed.Follow(e)
		if product := unlisted(events[i], catalog); product != "" && unlisted(e, c.Catalog) == "" {
			return model.Journal{}, fmt.Sprintf("there is no product %q in yours", product)
		}
	}
	j, problems := catalog.Journal(events)
	if len(problems) > 0 {
		return model.Journal{}, problems[0].What + " in yours"
	}
	return j, ""
}

// OnBoth is what happens in the case with two catalogs, or twice with its own if
// either cannot hold it: what differs would be the catalogs, and not what was
// changed in them. A zero catalog stands for its own.
func (c *Case) OnBoth(before, after model.Catalog) (one, two model.Journal) {
	if before.IsZero() || after.IsZero() {
		return c.Journal, c.Journal
	}
	one, why := c.On(before, nil)
	two, whyNot := c.On(after, nil)
	if why != "" || whyNot != "" {
		return c.Journal, c.Journal
	}
	return one, two
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
