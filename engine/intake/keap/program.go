package keap

import (
	"strconv"
	"strings"

	"referee/model"
)

var rateFields = []string{"lead_amount", "lead_percent", "sale_amount", "sale_percent"}

// program is a commission program. What the API does not carry, level 3, is as it
// was.
func (r *reader) program(p row, was model.Program, currency model.Currency, answers Answers) model.Program {
	rates := rateReader{r, p.file, currency, answers[ZeroRates] == "blank"}
	next := model.Program{Name: textOf(p.get("name")), Priority: was.Priority, Payout: max(was.Payout, model.UpFront)}
	if priority := p.get("priority"); !priority.isBlank() {
		n, err := strconv.Atoi(textOf(priority))
		if err != nil {
			r.refuse(p.file, priority, "write a whole number", "the priority %q is no number", textOf(priority))
		}
		next.Priority = n
	}
	standard := p.get("default_commission")
	next.Payout = rates.payout(standard, next.Payout)
	next.Default = rates.card(standard, was.Default)
	if list := p.get("product_commissions"); list != nil {
		for _, c := range list.items {
			product := productOf(c)
			if product == "" {
				r.refuse(p.file, c, "write its product_id", "the product of this commission is not named")
			}
			next.Products = append(next.Products, model.ProductRule{Product: product, Card: rates.card(c, cardFor(was, product))})
			if payout := rates.payout(c, next.Payout); payout != next.Payout {
				r.remark("%s: %s pays product %s %s; here a program has one payout, which is %s.", p.file, next.Name, product, payout, next.Payout)
			}
		}
	} else {
		next.Products = was.Products
	}
	if n := len(itemsOf(p.get("subscription_commissions"))); n > 0 {
		r.remark("%s: %s has rates for subscriptions (%d), which have no place here and are not taken.", p.file, next.Name, n)
	}
	return next
}

func itemsOf(n *node) []*node {
	if n == nil {
		return nil
	}
	return n.items
}

// productOf is the product of a commission: its name if there is one, else its id.
func productOf(c *node) string {
	product := c.get("product")
	for _, n := range []*node{c.get("product_name"), product.get("name"), c.get("product_id"), product.get("id"), product} {
		if !n.isBlank() && n.kind != object {
			return textOf(n)
		}
	}
	return ""
}

func cardFor(p model.Program, product string) model.RateCard {
	for _, rule := range p.Products {
		if rule.Product == product {
			return rule.Card
		}
	}
	return model.RateCard{}
}

// rateReader reads the rates of one program.
type rateReader struct {
	*reader
	file       string
	currency   model.Currency
	zeroIsNone bool
}

func (r rateReader) payout(commission *node, was model.Payout) model.Payout {
	n := commission.get("payout_type")
	if n.isBlank() {
		return was
	}
	switch strings.ToUpper(strings.ReplaceAll(n.text, "_", "")) {
	case "UPFRONT", "4":
		return model.UpFront
	case "PAYMENTRECEIVED", "5":
		return model.OnPayment
	}
	r.refuse(r.file, n, "UPFRONT or PAYMENT_RECEIVED", "the payout type %q is not known", n.text)
	return was
}

// card reads the rows that the API has. A row that is missing is blank.
func (r rateReader) card(commission *node, was model.RateCard) model.RateCard {
	card := model.RateCard{}
	card.Levels[model.MaxLevels-1] = was.Levels[model.MaxLevels-1]
	card.Levels[0] = r.row(commission.get("level_1"))
	card.Levels[1] = r.row(commission.get("level_2"))
	card.Unused = r.row(commission.get("unused"))
	return card
}

func (r rateReader) row(n *node) (row model.RateRow) {
	row.Lead.Amount = r.amount(n.get("lead_amount"))
	row.Lead.Percent = r.percent(n.get("lead_percent"))
	row.Sale.Amount = r.amount(n.get("sale_amount"))
	row.Sale.Percent = r.percent(n.get("sale_percent"))
	return row
}

func (r rateReader) amount(n *node) (rate model.Optional[model.Money]) {
	if n.isBlank() || isZero(n) && r.zeroIsNone {
		return rate
	}
	m, err := r.currency.ParseMoney(textOf(n))
	if err != nil {
		r.refuse(r.file, n, "write digits and one dot, like 12.50", "%v", err)
	}
	return model.Some(m)
}

func (r rateReader) percent(n *node) (rate model.Optional[model.Rate]) {
	if n.isBlank() || isZero(n) && r.zeroIsNone {
		return rate
	}
	percent, err := model.ParsePercent(textOf(n))
	if err != nil {
		r.refuse(r.file, n, "write digits and one dot, like 12.5", "%v", err)
	}
	return model.Some(percent)
}
