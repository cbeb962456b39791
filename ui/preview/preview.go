package preview

import (
	"slices"
	"strconv"
	"strings"

	"referee/engine"
	"referee/engine/explain"
	"referee/engine/scenario/draft"
	"referee/engine/whatif"
	"referee/model"
	"referee/ui/input"
)

// Preview is the question and its answers.
type Preview struct {
	saved, draft model.Policy
	reader       *draft.Reader // of the drafted catalog
	fields       [numFields]input.Input
	at           field
	problems     [numFields]string
	lines        []line
	card         card
	width        int // of the last drawing
	above        int // rows of the answer that are scrolled away
	over         int // rows of it below the view
}

// field is a part of the question.
type field int

const (
	partner field = iota
	product
	amount
	quantity
	numFields
)

// line is what one level earns in one role, under both policies.
type line struct {
	role         model.Role
	level        uint8
	saved, draft side
}

// side is a row under one policy; it is not there if the policy pays none.
type side struct {
	there bool
	name  string
	paid  model.Money
	how   string
}

// card is the rate card that the rows under the draft come from.
type card struct {
	title string
	rates model.RateCard
}

// New is a preview of a partner's pay for a product, by code, under two policies. A
// draft without settings is one that cannot be run; then all is as it is saved.
func New(saved, drafted model.Policy, who, what string) *Preview {
	if drafted.Settings.IsZero() {
		drafted = saved
	}
	p := &Preview{saved: saved, draft: drafted, reader: draft.NewReader(drafted.Catalog)}
	for i := range p.fields {
		p.fields[i].Limit = model.MaxText
	}
	if who == "" && len(drafted.Catalog.Partners()) > 0 {
		who = drafted.Catalog.Partners()[0].Code
	}
	if what == "" && len(drafted.Catalog.Products()) > 0 {
		what = drafted.Catalog.Products()[0].Code
	}
	p.fields[partner].Set(who)
	p.fields[quantity].Set("1")
	p.fields[amount].Set(p.format(p.hundred()))
	p.setProduct(what)
	p.refresh()
	return p
}

func (p *Preview) currency() model.Currency { return p.draft.Catalog.Currency() }

func (p *Preview) format(m model.Money) string { return p.currency().FormatMoney(m) }

// hundred is a hundred of the currency, or all that an amount can be.
func (p *Preview) hundred() model.Money {
	hundred, _ := p.currency().ParseMoney("100")
	return min(hundred, model.MaxMoney)
}

// setProduct takes a product, and its price where it has one.
func (p *Preview) setProduct(code string) {
	p.fields[product].Set(code)
	if row, listed := p.draft.Catalog.Product(code); listed {
		p.fields[amount].Set(p.format(p.draft.Catalog.Products()[row].Price))
	}
}

func (p *Preview) text(f field) string { return strings.TrimSpace(p.fields[f].Value()) }

// refresh answers the question anew.
func (p *Preview) refresh() {
	p.problems, p.lines, p.card = [numFields]string{}, nil, card{}
	code, problem := p.reader.Code(p.text(partner))
	p.problems[partner] = problem
	price, err := p.currency().ParseMoney(p.text(amount))
	if err != nil {
		p.problems[amount] = err.Error()
	}
	n, err := strconv.ParseInt(p.text(quantity), 10, 64)
	if err != nil {
		p.problems[quantity] = "write a whole number"
	}
	if p.problems != [numFields]string{} {
		return
	}
	p.ask(p.saved, code, n, price, func(l *line) *side { return &l.saved })
	p.ask(p.draft, code, n, price, func(l *line) *side { return &l.draft })
}

// ask runs one policy. A partner that only the draft has earns nothing under what is
// saved.
func (p *Preview) ask(policy model.Policy, code string, n int64, price model.Money, of func(*line) *side) {
	row, known := policy.Catalog.Partner(code)
	if !known {
		return
	}
	plan := engine.Compile(policy.Settings, policy.Catalog)
	sale, problems := whatif.Preview(plan, engine.PartnerID(row), p.text(product), n, price)
	for _, problem := range problems {
		p.problems[fieldOf(problem)] = problem.What
	}
	if problems != nil {
		return
	}
	told := explain.Order(sale.Book, plan, sale.Case, &sale.Outcome, sale.Rows)
	for i := range sale.Rows {
		r := &sale.Rows[i]
		l := p.line(r.Role, r.Level)
		*of(l) = side{true, r.Partner.Name(policy.Catalog), r.Calculated, told.Rows[i]}
		if policy == p.draft && i == 0 {
			p.card = cardOf(plan, sale.Case, r)
		}
	}
}

// fieldOf is the field that a problem of the order is about.
func fieldOf(problem model.Problem) field {
	if problem.Place.Key == "lines" && strings.Contains(problem.What, "quantity") {
		return quantity
	}
	return amount
}

// line is the line of a role and level, made if need be.
func (p *Preview) line(role model.Role, level uint8) *line {
	at := slices.IndexFunc(p.lines, func(l line) bool { return l.role == role && l.level == level })
	if at < 0 {
		at, p.lines = len(p.lines), append(p.lines, line{role: role, level: level})
	}
	return &p.lines[at]
}

// cardOf is the card a row comes from.
func cardOf(plan *engine.Plan, c *engine.Case, r *engine.Row) card {
	if r.Program == engine.NoProgramID {
		return card{}
	}
	program := plan.Catalog().Programs()[r.Program]
	title := program.Name + ", its default rule"
	if r.ForProduct {
		title = program.Name + ", its rule for " + c.Items[r.Item].Product
	}
	return card{title + ", priority " + strconv.Itoa(program.Priority) + ", " + program.Payout.String(), plan.Card(c, r)}
}
