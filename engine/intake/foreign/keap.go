package foreign

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"referee/engine"
	"referee/model"
)

// keapReferral takes a referral. Its browser is not in the API, so it is found by its
// contact and its address.
func (r *reader) keapReferral(row row) error {
	at, err := r.moment("referral_time", row.get("referral_time"))
	if err != nil {
		return err
	}
	ip, err := address(row.get("ip_address"))
	if err != nil {
		return err
	}
	r.waiting.referred = true
	switch kind := strings.ToUpper(row.get("referral_type")); kind {
	case "", "COOKIE":
	case "MANUAL", "PERMANENT":
		r.remark("referrals that were entered by hand; in the logs they are clicks of their contact")
	default:
		return &fault{fmt.Sprintf("referral_type cannot be %q", cut(kind)), "COOKIE, MANUAL or PERMANENT"}
	}
	if row.get("expiration_time") != "" {
		r.remark("referrals with an expiry of their own; here it is the partner's track_days")
	}
	r.remark("referrals that do not say their browser; settings that look only for cookies will not find them")
	t := Touch{At: at, Contact: row.get("contact_id"), IP: ip, Partner: row.get("referral_partner_id")}
	if id := row.get("id"); id != "" {
		t.ID = "referral " + id
	}
	return r.touch(t, "")
}

// keapOrder is a sale and the partner that Keap credited.
type keapOrder struct {
	sale    Sale
	items   []engine.Item
	partner string
	file    string
	line    int
}

// outside are the items that are never in the base (C4).
var outside = []string{"TAX", "SHIPPING", "TIP", "FEE", "FINANCE_CHARGE"}

// keapOrder takes an order: its items, or where it has none, its total.
func (r *reader) keapOrder(row row) error {
	at, err := r.moment("order_time", row.get("order_time"))
	if err != nil {
		return err
	}
	o := keapOrder{sale: Sale{ID: row.get("id"), At: at, Contact: row.get("contact_id")},
		partner: row.get("sales_affiliate_id"), file: r.file, line: row.line}
	if o.partner == "0" {
		o.partner = ""
	}
	if len(row.items) > 0 {
		o.items, err = r.keapItems(row.items)
	} else {
		var total model.Money
		total, err = amount(r.Currency, "total", row.get("total"))
		o.items = []engine.Item{{Product: row.get("product_id", "product_name"), Base: total}}
		r.remark("orders with a total and no items; tax and shipping may be in it, and no rate of a product can be applied")
	}
	r.waiting.keap = append(r.waiting.keap, o)
	return err
}

// keapItems is what each item came to, less its part of the discounts (C4).
func (r *reader) keapItems(items []row) ([]engine.Item, error) {
	var o model.Order
	o.Discount.Commissions = true
	for _, item := range items {
		kind := strings.ToUpper(item.get("item_type", "type"))
		price, err := amount(r.Currency, "price", strings.TrimPrefix(item.get("price"), "-"))
		switch {
		case err != nil:
			return nil, err
		case slices.Contains(outside, kind):
			continue
		case strings.HasPrefix(kind, "DISCOUNT"):
			if !strings.EqualFold(item.get("apply_to_commissions"), "false") {
				o.Discount.Amount += price
			}
			continue
		}
		quantity, err := quantity("quantity", cmp.Or(item.get("quantity"), "1"), price)
		if err != nil {
			return nil, err
		}
		o.Lines = append(o.Lines, model.Line{Product: item.get("product_id", "product_name", "name"), Quantity: quantity, Price: price})
	}
	return engine.Items(&o), nil
}

// completeKeap makes sales of the orders. Where no referrals were given, the partner
// that Keap credited is all that is known of its click.
func (r *reader) completeKeap() {
	for _, o := range r.waiting.keap {
		r.file = o.file
		if err := r.completeKeapOrder(o); err != nil {
			r.refuse(o.line, err)
		}
	}
}

func (r *reader) completeKeapOrder(o keapOrder) (err error) {
	if o.partner != "" && !r.waiting.referred {
		if o.sale.Cookie, err = r.named(o.sale, o.partner, ""); err != nil {
			return err
		}
	}
	return r.lines(o.sale, o.items)
}
