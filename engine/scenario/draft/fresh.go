package draft

import (
	"time"

	"referee/model"
)

// Fresh is a case to begin with, about the reader's catalog: an order at a moment, and
// a partner's click a day before it. The order stays where it is when the click moves:
// most questions are about what happened before it. It parses for any catalog: where there is no
// partner there is no click, and where there is no product the order says what it
// costs.
func (r *Reader) Fresh(title string, now time.Time) Case {
	c := Case{Title: title}
	order := NewEvent(Order)
	order.items = []string{"something at " + r.example()}
	order.texts[ID], order.texts[Contact], order.texts[Browser] = "order-1", "buyer", "laptop"
	if products := r.catalog.Products(); len(products) > 0 {
		p := products[0]
		order.items = []string{r.writeItem(model.Line{Product: p.Code, Quantity: 1, Price: p.Price})}
	}
	order.texts[At] = Moment(now.Truncate(time.Minute))
	if partner, any := r.earning(); any {
		click := NewEvent(Click)
		click.texts[At] = "1d before"
		click.texts[Partner], click.texts[Browser] = partner, "laptop"
		c.Events = append(c.Events, click)
	}
	c.Events = append(c.Events, order)
	return c
}

// earning is the first partner that could be paid, or else the first of all.
func (r *Reader) earning() (code string, any bool) {
	partners := r.catalog.Partners()
	for _, p := range partners {
		if !p.Inactive && len(p.Programs) > 0 {
			return p.Code, true
		}
	}
	if len(partners) == 0 {
		return "", false
	}
	return partners[0].Code, true
}

// Blank is an event of a kind to be put into a row of the list: an hour after the
// one above, or before the one below, or now, with what it is likely to share with
// the events around it.
func (r *Reader) Blank(c Case, row int, k Kind, now time.Time) Event {
	e := NewEvent(k)
	switch times := c.Times(); {
	case row > 0:
		e.texts[At] = "+1h"
	case len(times) > 0 && !times[0].IsZero():
		e.texts[At] = Moment(times[0].Add(-time.Hour))
	default:
		e.texts[At] = Moment(now.Truncate(time.Minute))
	}
	for _, f := range [...]Field{Contact, Browser} {
		if k.Has(f) && (k != Click || f == Browser) {
			e.texts[f] = c.nearest(row, f)
		}
	}
	if k == Order {
		e.texts[ID] = c.FreeID("order-1")
		if products := r.catalog.Products(); len(products) > 0 {
			e.items = []string{r.writeItem(model.Line{Product: products[0].Code, Quantity: 1, Price: products[0].Price})}
		}
	}
	return e
}

// nearest is what a field says in the closest event that has it: the last one above
// the row, else the first one below.
func (c Case) nearest(row int, f Field) string {
	for i := row - 1; i >= 0; i-- {
		if c.Events[i].text(f) != "" {
			return c.Events[i].text(f)
		}
	}
	for _, e := range c.Events[row:] {
		if e.text(f) != "" {
			return e.text(f)
		}
	}
	return ""
}
