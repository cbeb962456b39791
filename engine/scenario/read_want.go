package scenario

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"referee/engine"
	"referee/model"
)

// Want is what one sale is expected to come to; whatever is absent is not
// checked. In the three tables of money, a partner that is not named must get
// nothing.
type Want struct {
	Sale             string
	SalePartner      model.Optional[string]      // "" = nobody
	LeadPartner      model.Optional[string]      // "" = nobody
	By               model.Optional[engine.Rung] // the rung that decides
	Payouts          model.Optional[map[string]model.Money]
	Released         model.Optional[map[string]model.Money]
	Clawback         model.Optional[map[string]model.Money]
	Notified         model.Optional[[]string] // in any order
	ReadingSensitive model.Optional[bool]
	Line             int // where it stands in its file; 0 if it comes from none
}

// want is a Want with the table it was read from.
type want struct {
	Want
	node *node
}

var wantKeys = []string{
	"sale", "sale_partner", "lead_partner", "by", "payouts", "released", "clawback", "notified", "reading_sensitive",
}

func (c *catalogReader) wants(scope section) []want {
	var wants []want
	for _, n := range scope.tables("want") {
		s := c.section(n, wantKeys...)
		w := Want{
			Sale:        s.required("sale"),
			SalePartner: s.optionalText("sale_partner"),
			LeadPartner: s.optionalText("lead_partner"),
			By:          s.rung("by"),
			Payouts:     c.amounts(s, "payouts"),
			Released:    c.amounts(s, "released"),
			Clawback:    c.amounts(s, "clawback"),
			Line:        c.source.line(n.at),
		}
		if list, present := s.words("notified"); present {
			w.Notified = model.Some(texts(list))
		}
		if s.get("reading_sensitive") != nil {
			w.ReadingSensitive = model.Some(s.boolean("reading_sensitive", false))
		}
		wants = append(wants, want{w, n})
	}
	return wants
}

func (s section) rung(key string) model.Optional[engine.Rung] {
	v := s.expect(key, unstable.String, `write by = "cookie"`)
	if v == nil {
		return model.Optional[engine.Rung]{}
	}
	var words []string
	for _, rung := range engine.Rungs {
		if v.text == rung.String() {
			return model.Some(rung)
		}
		words = append(words, rung.String())
	}
	s.refuse(v.at, s.didYouMean(v.text, words), "by cannot be %q", v.text)
	return model.Optional[engine.Rung]{}
}

func (c *catalogReader) amounts(s section, key string) model.Optional[map[string]model.Money] {
	n := s.table(key)
	if n == nil {
		return model.Optional[map[string]model.Money]{}
	}
	amounts := map[string]model.Money{}
	for _, f := range n.fields {
		amounts[f.key] = section{c.reader, n}.money(f.key, c.currency).Or(0)
	}
	return model.Some(amounts)
}

// checkWants refuses wants about sales and partners that are not there: they
// could never fail, or never hold.
func (c *catalogReader) checkWants(events []event, wants []want) []Want {
	sales, partners := newNames("sale"), newNames("partner")
	for _, e := range events {
		if id := e.node.get("sale"); id != nil {
			sales.add(id.text)
		}
	}
	for _, p := range c.catalog.Partners() {
		partners.add(p.Code)
	}
	var checked []Want
	for _, w := range wants {
		c.refuseUnknown(sales, w.node.get("sale"))
		for _, key := range [...]string{"sale_partner", "lead_partner", "notified", "payouts", "released", "clawback"} {
			c.refuseUnknown(partners, w.node.get(key))
		}
		checked = append(checked, w.Want)
	}
	return checked
}

// names is what something can refer to.
type names struct {
	what string
	list []string
	set  map[string]bool
}

func newNames(what string) *names { return &names{what: what, set: map[string]bool{}} }

func (n *names) add(name string) {
	n.list = append(n.list, name)
	n.set[name] = true
}

// refuseUnknown holds a text, each text of a list, or each key of a table to
// the known names. An empty text by itself stands for nobody.
func (r *reader) refuseUnknown(known *names, v *node) {
	if v == nil {
		return
	}
	refuse := func(name string, at offset) {
		if !known.set[name] {
			r.refuse(at, r.didYouMean(name, known.list), "there is no %s %q", known.what, name)
		}
	}
	if v.kind == unstable.String && v.text != "" {
		refuse(v.text, v.at)
	}
	for _, f := range v.fields {
		refuse(f.key, f.at)
	}
	for _, item := range v.items {
		if item.kind == unstable.String {
			refuse(item.text, item.at)
		}
	}
}
