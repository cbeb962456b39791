package foreign

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"

	"referee/engine"
	"referee/model"
)

// shopify takes a line of an order. The lines of one order stand together, and only
// the first has what is the order's own.
func (r *reader) shopify(row row) error {
	if r.Referrer == "" {
		return &Error{r.file, 1, "Shopify's orders do not say who referred them",
			"say where the partner is: --referrer code for the discount code, --referrer note:NAME for a note attribute"}
	}
	name := row.get("name")
	if name == "" {
		return &fault{"the line has no order in column Name", "export the orders again"}
	}
	var err error
	if lines := r.waiting.lines; len(lines) > 0 && lines[0].get("name") != name {
		err = r.endOfFile()
	}
	r.waiting.lines = append(r.waiting.lines, row)
	return err
}

// endOfFile takes the order whose lines have been read.
func (r *reader) endOfFile() error {
	lines := r.waiting.lines
	r.waiting.lines = nil
	if len(lines) == 0 {
		return nil
	}
	if err := r.shopifyOrder(lines); err != nil {
		r.refuse(lines[0].line, err)
	}
	return nil
}

// shopifyOrder makes a sale of each line, of what is left of it after the discounts.
func (r *reader) shopifyOrder(lines []row) error {
	head := lines[0]
	switch status := strings.ToLower(head.get("financial status")); {
	case head.get("cancelled at") != "" || status == "voided":
		r.remark("orders that were cancelled or voided, and left out")
		return nil
	case head.get("refunded amount") != "" && strings.Trim(head.get("refunded amount"), "0.") != "":
		r.remark("orders that were refunded in part or whole; refunds are not reckoned with")
	}
	if err := r.sameCurrency(head); err != nil {
		return err
	}
	at, err := r.moment("created at", head.get("created at"))
	if err != nil {
		return err
	}
	items, err := r.items(lines)
	if err != nil {
		return err
	}
	order := Sale{ID: head.get("name"), At: at, Contact: head.get("email")}
	partner, err := r.referrer(head)
	if err != nil {
		return err
	}
	if partner == "" {
		r.remark("orders that name no partner")
	} else if order.Cookie, err = r.named(order, partner, partner); err != nil {
		return err
	}
	return r.lines(order, items)
}

// lines takes a sale for each line of an order.
func (r *reader) lines(order Sale, items []engine.Item) error {
	for i, item := range items {
		line := order
		line.Amount, line.Product = item.Base, item.Product
		if len(items) > 1 {
			line.ID = fmt.Sprintf("%s/%d", order.ID, i+1)
		}
		if err := r.sale(line); err != nil {
			return err
		}
	}
	return nil
}

// items is what each line came to: its price and quantity, less its part of what
// the subtotal lacks, or else of the discount (C4).
func (r *reader) items(lines []row) ([]engine.Item, error) {
	var o model.Order
	for _, l := range lines {
		price, err := amount(r.Currency, "lineitem price", l.get("lineitem price"))
		if err != nil {
			return nil, err
		}
		quantity, err := quantity("lineitem quantity", l.get("lineitem quantity"), price)
		if err != nil {
			return nil, err
		}
		o.Lines = append(o.Lines, model.Line{Product: l.get("lineitem sku", "lineitem name"), Quantity: quantity, Price: price})
	}
	off, err := r.discount(lines[0], o.Total())
	o.Discount = model.Discount{Amount: off, Commissions: true}
	return engine.Items(&o), err
}

// quantity reads how many were sold, for no more money than an order can be.
func quantity(what, text string, price model.Money) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 1 || n > model.MaxQuantity || price > model.MaxMoney/model.Money(n) {
		return 0, &fault{fmt.Sprintf("%s %q cannot be right", what, cut(text)), fmt.Sprintf("1 to %d", model.MaxQuantity)}
	}
	return n, nil
}

// discount is what the order's subtotal lacks of its lines, or else what it says.
func (r *reader) discount(head row, total model.Money) (model.Money, error) {
	if text := head.get("subtotal"); text != "" {
		left, err := amount(r.Currency, "subtotal", text)
		if err == nil && left > total {
			err = &fault{fmt.Sprintf("subtotal %q is more than the lines come to", text), "are all lines of the order there?"}
		}
		return total - left, err
	}
	if text := head.get("discount amount"); text != "" {
		return amount(r.Currency, "discount amount", text)
	}
	return 0, nil
}

// referrer is the partner that an order names, or "".
func (r *reader) referrer(head row) (string, error) {
	found := ""
	if note, isNote := strings.CutPrefix(r.Referrer, "note:"); isNote {
		for line := range strings.Lines(head.get("note attributes")) {
			if key, value, split := strings.Cut(line, ":"); split && strings.EqualFold(strings.TrimSpace(key), note) {
				found = strings.TrimSpace(value)
			}
		}
	} else {
		found = head.get("discount code")
	}
	if found == "" || r.Partners == nil {
		return found, nil
	}
	partner := r.Partners[strings.ToLower(found)]
	if partner == "" {
		r.remark("orders with a code that --partners gives to nobody")
	}
	return partner, nil
}

// address is an address as it is always written; empty is unknown.
func address(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	ip, err := netip.ParseAddr(text)
	if err != nil || ip.Zone() != "" {
		return "", &fault{fmt.Sprintf("%q is no IP address", cut(text)), "leave it empty where it is not known"}
	}
	return ip.String(), nil
}
