package model

import "fmt"

func (c *journalCheck) order(o Order) {
	c.text("sale", o.ID, true)
	c.text("contact", o.Contact, false)
	c.text("browser", o.Browser, false)
	if seen := c.orders[o.ID]; seen {
		c.problem("sale", "give each order its own name", "there are two orders %q", o.ID)
	}
	c.orders[o.ID] = true
	c.hand("sale_partner", o.SalePartner)
	c.hand("lead_partner", o.LeadPartner)
	for _, extra := range [...]struct {
		key    string
		amount Money
	}{{"tax", o.Tax}, {"shipping", o.Shipping}, {"fee", o.Fee}, {"finance_charge", o.FinanceCharge}} {
		if extra.amount < 0 || extra.amount > MaxMoney {
			c.problem(extra.key, "write an amount that is not negative", "%s is out of range", extra.key)
		}
	}
	c.discount("discount", o.Discount)
	c.lines(o.Lines)
}

func (c *journalCheck) lines(lines []Line) {
	if len(lines) == 0 || len(lines) > MaxLines {
		c.problem("lines", fmt.Sprintf(`write lines = [ { product = "X" } ], at most %d`, MaxLines), "the order has %d lines", len(lines))
		return
	}
	total, quantity := Money(0), int64(0)
	for _, l := range lines {
		c.text("lines", l.Product, true)
		c.discount("lines", l.Discount)
		if l.Quantity < 1 || l.Quantity > MaxQuantity {
			c.problem("lines", fmt.Sprintf("1 to %d", MaxQuantity), "a quantity of %d is not possible", l.Quantity)
			return
		}
		if l.Price < 0 || l.Price > MaxMoney {
			c.problem("lines", "write a price that is not negative", "the price of %q is out of range", l.Product)
			return
		}
		total, quantity = total+l.Total(), quantity+l.Quantity
		if total > MaxMoney || quantity > MaxQuantity {
			c.problem("lines", fmt.Sprintf("at most %d minor units and %d units an order", MaxMoney, MaxQuantity), "the order is too large to reckon with")
			return
		}
	}
}

// hand checks a partner that was set by hand; "" is explicitly nobody.
func (c *journalCheck) hand(key string, partner Optional[string]) {
	if code, set := partner.Get(); set && code != "" {
		c.partner(key, code)
	}
}

func (c *journalCheck) discount(key string, d Discount) {
	if d.Amount < 0 || d.Amount > MaxMoney || d.Percent < 0 || d.Percent > Whole {
		c.problem(key, "a discount is an amount, or at most 100 percent", "the discount is out of range")
	}
	if d.Amount != 0 && d.Percent != 0 {
		c.problem(key, "keep one of them", "the discount has both an amount and a percent")
	}
}
