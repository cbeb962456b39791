package scenario

import (
	"fmt"
	"strconv"

	"github.com/pelletier/go-toml/v2/unstable"

	"referee/model"
)

// catalogReader reads the catalog first, because events and wants are about it.
type catalogReader struct {
	*reader
	top          section
	rows         map[string][]*node // the tables, by their name
	currency     model.Currency
	everyProgram []string               // names, for partners that list none
	products     map[string]model.Money // prices, for lines that give none
	catalog      model.Catalog
	complete     bool // the catalog is right, so references can be followed
}

// catalog reads partners, programs, products and links.
func (r *reader) catalog(top section) *catalogReader {
	c := &catalogReader{reader: r, top: top, currency: model.USD, products: map[string]model.Money{}, rows: map[string][]*node{}}
	var draft model.CatalogDraft
	if !r.clean(func() { draft = c.draft() }) {
		return c
	}
	var problems model.Problems
	c.catalog, problems = draft.Parse()
	for _, p := range problems {
		r.refuse(c.find(p.Place), p.Hint, "%s", p.What)
	}
	c.complete = len(problems) == 0
	return c
}

// draft reads the tables by themselves, without following what they refer to.
func (c *catalogReader) draft() model.CatalogDraft {
	for _, table := range [...]string{model.PartnerTable, model.ProgramTable, model.ProductTable, model.LinkTable} {
		c.rows[table] = c.top.tables(table)
	}
	if v := c.top.expect("currency", unstable.String, `write currency = "USD"`); v != nil {
		var err error
		if c.currency, err = model.ParseCurrency(v.text); err != nil {
			c.refuse(v.at, "use the three capital letters of the currency", "%s", err)
			c.currency = model.USD
		}
	}
	d := model.CatalogDraft{Currency: c.currency, App: c.top.string("app")}
	for _, n := range c.rows[model.ProgramTable] {
		p := c.program(n)
		d.Programs, c.everyProgram = append(d.Programs, p), append(c.everyProgram, p.Name)
	}
	for _, n := range c.rows[model.PartnerTable] {
		d.Partners = append(d.Partners, c.partner(n))
	}
	for _, n := range c.rows[model.ProductTable] {
		d.Products = append(d.Products, c.product(n))
	}
	for _, n := range c.rows[model.LinkTable] {
		s := c.section(n, "code", "url")
		d.Links = append(d.Links, model.Link{Code: s.required("code"), URL: s.string("url")})
	}
	return d
}

func (c *catalogReader) product(n *node) model.Product {
	s := c.section(n, "code", "price")
	if n.get("price") == nil {
		c.refuse(n.at, fmt.Sprintf("write price = %q", moneyExample(c.currency)), "the price is missing")
	}
	p := model.Product{Code: s.required("code"), Price: s.money("price", c.currency).Or(0)}
	c.products[p.Code] = p.Price
	return p
}

func (c *catalogReader) partner(n *node) model.Partner {
	s := c.section(n, "code", "name", "parent", "track_days", "active", "notify_lead", "notify_sale", "programs")
	p := model.Partner{
		Code:       s.required("code"),
		Name:       s.string("name"),
		Parent:     s.string("parent"),
		TrackDays:  s.days("track_days"),
		Inactive:   !s.boolean("active", true),
		NotifyLead: s.boolean("notify_lead", false),
		NotifySale: s.boolean("notify_sale", false),
	}
	if list, present := s.words("programs"); present {
		p.Programs = texts(list)
		return p
	}
	p.Programs = c.everyProgram
	return p
}

// find is where a problem of the model stands in the file: at the value it is
// about, or at the table that lacks it.
func (c *catalogReader) find(p model.Place) offset {
	switch {
	case p.Row < 0:
		return valueOrTable(c.top.node, p.Key)
	case p.Table == model.ProgramTable+"."+model.ProductTable:
		if i, err := strconv.Atoi(p.Key); err == nil {
			return valueOrTable(c.rows[model.ProgramTable][p.Row].get("product").items[i], "product")
		}
	}
	return valueOrTable(c.rows[p.Table][p.Row], p.Key)
}

func valueOrTable(n *node, key string) offset {
	if v := n.get(key); v != nil {
		return v.at
	}
	return n.at
}
