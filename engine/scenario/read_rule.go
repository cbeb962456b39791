package scenario

import (
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"referee/model"
)

// refuseIdleRules refuses a program's rule for a product that the catalog does
// not list and no sale of the file has: it is far more likely a slip of the pen
// than a rule for something that nobody can buy. A file in which nothing happens
// is no situation but a catalog; what is sold under it nobody knows yet.
func (c *catalogReader) refuseIdleRules(scopes []scope) {
	if !slices.ContainsFunc(scopes, func(s scope) bool { return len(s.events) > 0 }) {
		return
	}
	products := newNames("product")
	for _, p := range c.catalog.Products() {
		products.add(p.Code)
	}
	for _, s := range scopes {
		for _, e := range s.events {
			for _, line := range e.node.get("lines").elements() {
				if code := line.get("product"); code != nil && !products.set[code.text] {
					products.add(code.text)
				}
			}
		}
	}
	for _, program := range c.rows[model.ProgramTable] {
		for _, rule := range program.get("product").elements() {
			c.refuseIdleRule(rule.get("product"), products)
		}
	}
}

func (c *catalogReader) refuseIdleRule(product *node, products *names) {
	if products.set[product.text] {
		return
	}
	hint := "add the product, or take the rule away"
	if len(products.list) > 0 {
		hint = c.didYouMean(product.text, products.list)
	}
	c.refuse(product.at, hint, "there is no product %q, and no sale of it", product.text)
}

// elements is the values of a list, none of anything else.
func (n *node) elements() []*node {
	if n == nil || n.kind != unstable.Array {
		return nil
	}
	return n.items
}
