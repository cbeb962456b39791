package draft

import (
	"fmt"
	"strconv"
	"strings"

	"referee/model"
)

// Words of an item.
const (
	atWord   = " at "
	lessWord = " less "
)

// parseItem reads a line of an order: [quantity x] product [at price] [less
// discount]. A text that is a product's code as it stands is that product.
func (r *Reader) parseItem(text string) (l model.Line, problem string) {
	l.Quantity = 1
	rest := strings.TrimSpace(text)
	if _, listed := r.price(rest); !listed {
		if l.Quantity, rest = cutQuantity(rest); l.Quantity < 1 || l.Quantity > model.MaxQuantity {
			return l, fmt.Sprintf("there can be 1 to %d of a product", model.MaxQuantity)
		}
	}
	var tail string
	l.Product, tail = r.cutProduct(rest)
	tail, less, lessens := strings.Cut(tail, lessWord)
	price, priced := strings.CutPrefix(tail, atWord)
	var listed bool
	if l.Price, listed = r.price(l.Product); !listed {
		l.Product = r.renamed.Now(model.ProductTable, l.Product)
		l.Price, listed = r.price(l.Product)
	}
	switch {
	case l.Product == "":
		return l, "no product is named"
	case priced:
		var err error
		if l.Price, err = r.catalog.Currency().ParseMoney(strings.TrimSpace(price)); err != nil {
			return l, fmt.Sprintf("the price is %s", err)
		}
	case strings.TrimSpace(tail) != "":
		return l, fmt.Sprintf("%q is neither a price nor a discount", strings.TrimSpace(tail))
	case !listed:
		return l, fmt.Sprintf("there is no product %q to take the price from", l.Product)
	}
	if lessens {
		l.Discount, problem = r.parseDiscount(less)
	}
	return l, problem
}

// price is the price of a product of the catalog.
func (r *Reader) price(product string) (price model.Money, listed bool) {
	row, listed := r.catalog.Product(product)
	if !listed {
		return 0, false
	}
	return r.catalog.Products()[row].Price, true
}

// cutQuantity takes "2 x" or "2 ×" off the front of an item.
func cutQuantity(text string) (quantity int64, rest string) {
	digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	rest = strings.TrimLeft(text[len(digits):], " ")
	for _, times := range [...]string{"x ", "× ", "* "} {
		if after, found := strings.CutPrefix(rest, times); found && digits != "" {
			n, err := strconv.ParseInt(digits, 10, 64)
			if err != nil {
				return 0, rest
			}
			return n, strings.TrimSpace(after)
		}
	}
	return 1, text
}

// cutProduct takes the product off the front of an item without a quantity: what
// stands in quotes, a product of the catalog, or all up to a price or discount.
func (r *Reader) cutProduct(text string) (product, tail string) {
	if quoted, err := strconv.QuotedPrefix(text); err == nil && strings.HasPrefix(text, `"`) {
		product, _ = strconv.Unquote(quoted) // QuotedPrefix has seen to it
		return product, text[len(quoted):]
	}
	if _, listed := r.price(text); listed {
		return text, ""
	}
	head := text
	if at := strings.LastIndex(text, lessWord); at >= 0 {
		head = text[:at]
	}
	if _, listed := r.price(strings.TrimSpace(head)); !listed {
		if at := strings.LastIndex(head, atWord); at >= 0 {
			head = head[:at]
		}
	}
	return strings.TrimSpace(head), text[len(head):]
}

// writeItem writes a line so that it reads as that line again.
func (r *Reader) writeItem(l model.Line) string {
	plain := r.itemText(l, l.Product)
	if again, problem := r.parseItem(plain); problem == "" && again == l {
		return plain
	}
	return r.itemText(l, strconv.Quote(l.Product))
}

func (r *Reader) itemText(l model.Line, product string) string {
	text := product
	if l.Quantity != 1 {
		text = fmt.Sprintf("%d x %s", l.Quantity, text)
	}
	if price, listed := r.price(l.Product); !listed || price != l.Price {
		text += atWord + r.catalog.Currency().FormatMoney(l.Price)
	}
	if l.Discount != (model.Discount{}) {
		text += lessWord + r.writeDiscount(l.Discount)
	}
	return text
}

func (r *Reader) writeDiscount(d model.Discount) string {
	if d == (model.Discount{}) {
		return ""
	}
	text := r.catalog.Currency().FormatMoney(d.Amount)
	if d.Percent != 0 {
		text = d.Percent.Percent() + " %"
	}
	if !d.Commissions {
		text += " " + notForCommissions
	}
	return text
}
