package draft

import (
	"fmt"
	"strings"
	"time"

	"referee/model"
)

func (r *reading) order(at time.Time) model.Event {
	return model.Order{
		At:            at,
		ID:            r.text(ID),
		Contact:       r.text(Contact),
		Browser:       r.text(Browser),
		IP:            r.address(),
		Lines:         r.lines(),
		Tax:           r.money(Tax),
		Shipping:      r.money(Shipping),
		Fee:           r.money(Fee),
		FinanceCharge: r.money(FinanceCharge),
		Discount:      r.discount(),
		SalePartner:   r.hand(SalePartner),
		LeadPartner:   r.hand(LeadPartner),
	}
}

func (r *reading) money(f Field) model.Money {
	text := r.text(f)
	if text == "" {
		return 0
	}
	m, err := r.catalog.Currency().ParseMoney(text)
	if err != nil {
		r.refuse(Slot{Field: f}, "write it like "+r.example(), "this is %s", err)
	}
	return m
}

// example is a thousand of the currency.
func (r *Reader) example() string {
	thousand, _ := r.catalog.Currency().ParseMoney("1000")
	return r.catalog.Currency().FormatMoney(thousand)
}

func (r *reading) discount() model.Discount {
	text := r.text(Discount)
	if text == "" {
		return model.Discount{}
	}
	d, problem := r.parseDiscount(text)
	if problem != "" {
		r.refuse(Slot{Field: Discount}, "write "+r.example()+" or 10 %", "%s", problem)
	}
	return d
}

func (r *reading) lines() []model.Line {
	var lines []model.Line
	for i, text := range r.e.items {
		if strings.TrimSpace(text) == "" {
			continue
		}
		line, problem := r.parseItem(text)
		if problem != "" {
			r.refuse(Slot{Item, i}, "write it like 2 x shampoo at 45.00 less 10 %", "%s", problem)
		}
		lines = append(lines, line)
	}
	return lines
}

// notForCommissions stands behind a discount that leaves the commission base alone.
const notForCommissions = "not for commissions"

// parseDiscount reads "10 %", "100.00", and either with the words above behind. One
// of nothing is none.
func (r *Reader) parseDiscount(text string) (d model.Discount, problem string) {
	size, only := strings.CutSuffix(strings.TrimSpace(text), notForCommissions)
	size = strings.TrimSpace(size)
	var err error
	if percent, is := strings.CutSuffix(size, "%"); is {
		d.Percent, err = model.ParsePercent(strings.TrimSpace(percent))
		if err == nil && d.Percent > model.Whole {
			return model.Discount{}, fmt.Sprintf("a discount cannot be %s percent", d.Percent.Percent())
		}
	} else {
		d.Amount, err = r.catalog.Currency().ParseMoney(size)
	}
	if err != nil {
		return model.Discount{}, fmt.Sprintf("the discount is %s", err)
	}
	if d == (model.Discount{}) {
		return d, ""
	}
	d.Commissions = !only
	return d, ""
}
