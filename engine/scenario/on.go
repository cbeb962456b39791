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
		return model.Journal{}, fmt.Sprintf("amounts are in %s, not in %s", catalog.Currency().Code(), c.Catalog.Currency().Code())
	}
	events := make([]model.Event, len(c.Journal.Events()))
	for i, e := range c.Journal.Events() {
		events[i] = renamed.Follow(e)
		if product := unlisted(events[i], catalog); product != "" && unlisted(e, c.Catalog) == "" {
			return model.Journal{}, fmt.Sprintf("there is no product %q", product)
		}
	}
	j, problems := catalog.Journal(events)
	if len(problems) > 0 {
		return model.Journal{}, problems[0].What
	}
	return j, ""
}

// Alike leads from the case's own catalog to one that does not know all of its
// codes, as far as rows can be told by their looks: after a rename was saved, the
// case still has the old code.
func (c *Case) Alike(to model.Catalog) model.Renames {
	if to.IsZero() {
		return nil
	}
	if _, why := c.On(to, nil); why == "" {
		return nil
	}
	return model.Alike(c.Catalog, to)
}

// OnBoth is what happens in the case with two catalogs, or twice with its own if
// either cannot hold it: what differs would be the catalogs, and not what was
// changed in them. Unfit then says why nothing can be said about the change. With
// one catalog, which only the settings are changed over, its own serves as well.
// Renamed leads from the first to the second; a zero catalog stands for its own.
func (c *Case) OnBoth(before, after model.Catalog, renamed model.Renames) (one, two model.Journal, unfit string) {
	if before.IsZero() || after.IsZero() {
		return c.Journal, c.Journal, ""
	}
	like := c.Alike(before)
	one, lacks := c.On(before, like)
	two, lacksNow := c.On(after, like.Followed(renamed))
	if lacks+lacksNow == "" {
		return one, two, ""
	}
	if before == after {
		return c.Journal, c.Journal, ""
	}
	return c.Journal, c.Journal, Unfit(lacks, lacksNow)
}

// Unfit is why a case cannot be run on both of two catalogs, given why it cannot be
// run on each; "" if it can.
func Unfit(before, after string) string {
	switch {
	case after != "":
		return "after it " + after
	case before != "":
		return "before it " + before
	}
	return ""
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
