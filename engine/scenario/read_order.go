package scenario

import (
	"fmt"

	"referee/model"
)

func (c *catalogReader) order(s section) model.Event {
	return model.Order{
		At:            s.time("at"),
		ID:            s.required("sale"),
		Contact:       c.buyer(s),
		Browser:       s.string("browser"),
		IP:            s.address("ip"),
		Lines:         c.lines(s),
		Tax:           s.money("tax", c.currency).Or(0),
		Shipping:      s.money("shipping", c.currency).Or(0),
		Fee:           s.money("fee", c.currency).Or(0),
		FinanceCharge: s.money("finance_charge", c.currency).Or(0),
		Discount:      c.discount(s),
		SalePartner:   s.optionalText("sale_partner"),
		LeadPartner:   s.optionalText("lead_partner"),
	}
}

// buyer must be named, or be said to be unknown by an empty text: a sale that
// merely forgets its contact would be paid by half of the rules.
func (c *catalogReader) buyer(s section) string {
	if s.get("contact") == nil {
		s.refuse(s.at, `write contact = "…", or contact = "" if it is unknown`, "the contact is missing")
	}
	return s.string("contact")
}

func (c *catalogReader) lines(s section) []model.Line {
	if s.get("lines") == nil {
		s.refuse(s.at, `write lines = [ { product = "X" } ]`, "the sale does not say what was bought")
	}
	var lines []model.Line
	for _, n := range s.tables("lines") {
		line := c.section(n, "product", "quantity", "price", "discount")
		lines = append(lines, model.Line{
			Product:  line.required("product"),
			Quantity: line.integer("quantity", 1, model.MaxQuantity).Or(1),
			Price:    c.price(line),
			Discount: c.discount(line),
		})
	}
	return lines
}

// price is a line's own price, or that of its product.
func (c *catalogReader) price(line section) model.Money {
	product := line.get("product")
	if line.get("price") != nil || product == nil {
		return line.money("price", c.currency).Or(0)
	}
	price, known := c.products[product.text]
	if !known && product.text != "" {
		c.refuse(product.at, "add the product, or write a price in the line", "there is no product %q to take the price from", product.text)
	}
	return price
}

// discount reads the discount of an order or of a line. One of nothing is none.
func (c *catalogReader) discount(parent section) model.Discount {
	n := parent.table("discount")
	if n == nil {
		return model.Discount{}
	}
	s := c.section(n, "amount", "percent", "commissions")
	amount, percent := s.get("amount"), s.get("percent")
	switch {
	case amount != nil && percent != nil:
		s.refuse(percent.at, "keep one of them", "a discount is an amount or a percent, not both")
	case amount == nil && percent == nil:
		s.refuse(s.at, fmt.Sprintf(`write discount = { amount = %q } or { percent = "10" }`, moneyExample(c.currency)), "the discount does not say how much")
	}
	d := model.Discount{
		Amount:      s.money("amount", c.currency).Or(0),
		Percent:     s.percent("percent").Or(0),
		Commissions: s.boolean("commissions", true),
	}
	if d.Percent > model.Whole {
		s.refuse(percent.at, "at most 100", "a discount cannot be %s percent", d.Percent.Percent())
	}
	if d.Amount == 0 && d.Percent == 0 {
		return model.Discount{}
	}
	return d
}
