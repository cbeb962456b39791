package draft

import (
	"strconv"
	"strings"

	"referee/model"
)

// Rewritten is the case with the codes of today in the place of those that were changed
// on the way to the reader's catalog. Every other letter stays.
func (r *Reader) Rewritten(c Case) Case {
	next := c
	for row, e := range c.Events {
		for _, s := range e.Slots() {
			if text := e.Text(s); text != "" {
				if now := r.rewritten(s.Field, text); now != text {
					next = next.With(row, s, now)
				}
			}
		}
	}
	return next
}

// rewritten is the text of one place.
func (r *Reader) rewritten(f Field, text string) string {
	code := strings.TrimSpace(text)
	switch f {
	case Partner, SalePartner, LeadPartner:
		// A name that is like the old code may be another one tomorrow.
		now := r.renamed.Now(model.PartnerTable, code)
		if read, problem := r.Code(code); problem == "" && read == now && now != code {
			return now
		}
	case Link:
		if now := r.renamed.Now(model.LinkTable, code); !r.lists(code) && now != code {
			return now
		}
	case Item:
		return r.rewrittenItem(text)
	}
	return text
}

// rewrittenItem is a line of an order about the product as it is called now, in quotes
// where it would read as something else without.
func (r *Reader) rewrittenItem(text string) string {
	whole := strings.TrimSpace(text)
	if _, listed := r.price(whole); listed {
		return text
	}
	_, rest := cutQuantity(whole)
	product, tail := r.cutProduct(rest)
	now := r.renamed.Now(model.ProductTable, product)
	if _, listed := r.price(product); listed || now == product {
		return text
	}
	before := whole[:len(whole)-len(rest)]
	line, _ := r.parseItem(text)
	if again, _ := r.parseItem(before + now + tail); again == line {
		return before + now + tail
	}
	return before + strconv.Quote(now) + tail
}
