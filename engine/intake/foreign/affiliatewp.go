package foreign

import (
	"fmt"
	"strings"

	"referee/model"
)

var (
	nameAndID = pattern(`^(.*?)\s*\(#(\d+)\)$`)
	converted = pattern(`(?i)^yes\b(?:.*\(ref: #(\d+)\))?`)
)

// waiting is what can only be made when all files are read.
type waiting struct {
	orders   []order                // AffiliateWP's, which lack their amounts
	amounts  map[string]model.Money // by reference
	visited  map[string]bool        // referrals that a visit was converted to
	lines    []row                  // of the Shopify order that is read
	keap     []keapOrder            // whose referrals may be in another file
	referred bool                   // some file has Keap's referrals
}

// order is a sale that waits, with who is credited and where it stands.
type order struct {
	sale          Sale
	partner, name string
	referral      string // AffiliateWP's id of the referral, if the file has it
	file          string
	line          int
}

func newWaiting() waiting {
	return waiting{amounts: map[string]model.Money{}, visited: map[string]bool{}}
}

// affiliate takes a partner: its code is its number, which the other exports share.
func (r *reader) affiliate(row row) error {
	active := ""
	if status := row.get("status"); status != "" {
		active = fmt.Sprint(strings.EqualFold(status, "active"))
	}
	return r.partner(Partner{Code: row.get("affiliate id"), Name: row.get("name", "username", "email"), Active: active})
}

// visit takes a click. Whose it was is only known if it was converted.
func (r *reader) visit(row row) error {
	who := nameAndID().FindStringSubmatch(row.get("affiliate"))
	if who == nil {
		return &fault{fmt.Sprintf("affiliate %q is not like Name (#7)", cut(row.get("affiliate"))), "export the visits with their affiliates"}
	}
	at, err := r.moment("date", row.get("date"))
	if err != nil {
		return err
	}
	t := Touch{ID: "visit " + row.get("visit id"), At: at, Partner: who[2]}
	if row.get("visit id") == "" {
		t.ID = ""
	}
	switch yes := converted().FindStringSubmatch(row.get("converted")); {
	case yes == nil:
		r.remark("visits that led to no referral; whose browser it was is not in the export, so they reach no order")
	case yes[1] == "":
		r.remark("visits that were converted, to a referral that is not named; they reach no order")
	default:
		t.Cookie = "referral " + yes[1]
		r.waiting.visited[yes[1]] = true
	}
	return r.touch(t, who[1])
}

// commission takes a referral, which is an order and who was credited with it. Its
// amount is the commission: the order's own is in another file.
func (r *reader) commission(row row) error {
	if err := r.sameCurrency(row); err != nil {
		return err
	}
	at, err := r.moment("date", row.get("date"))
	if err != nil {
		return err
	}
	o := order{sale: Sale{ID: row.get("reference"), At: at}, partner: row.get("affiliate id"), name: row.get("name", "username"),
		referral: row.get("referral id"), file: r.file, line: row.line}
	if o.sale.ID == "" {
		return &fault{"the referral has no reference", "it names the order; leave out referrals that are for none"}
	}
	r.waiting.orders = append(r.waiting.orders, o)
	return nil
}

// orderAmount takes what an order came to.
func (r *reader) orderAmount(row row) error {
	paid, err := amount(r.Currency, "amount", row.get("amount"))
	if err != nil {
		return err
	}
	if err := r.once("amount of order", row.get("reference")); err != nil {
		return err
	}
	r.waiting.amounts[row.get("reference")] = paid
	return nil
}

// complete makes sales of what waited for other files.
func (r *reader) complete() {
	for _, o := range r.waiting.orders {
		r.file = o.file
		if err := r.completeOrder(o); err != nil {
			r.refuse(o.line, err)
		}
	}
	r.completeKeap()
}

func (r *reader) completeOrder(o order) (err error) {
	paid, known := r.waiting.amounts[o.sale.ID]
	if !known {
		return &fault{fmt.Sprintf("what order %q came to is not in AffiliateWP's export: its amount is the commission", cut(o.sale.ID)),
			"give a file with the columns reference and amount too"}
	}
	o.sale.Amount = paid
	if err := r.partner(Partner{Code: o.partner, Name: o.name}); err != nil {
		return err
	}
	if o.referral != "" && r.waiting.visited[o.referral] {
		o.sale.Cookie = "referral " + o.referral
	} else if o.sale.Cookie, err = r.named(o.sale, o.partner, o.name); err != nil {
		return err
	}
	return r.sale(o.sale)
}

// sameCurrency refuses a row in another currency than all are taken to be in.
func (r *reader) sameCurrency(row row) error {
	if code := row.get("currency"); code != "" && !strings.EqualFold(code, r.Currency.Code()) {
		return &fault{fmt.Sprintf("the amount is in %s, not in %s", cut(code), r.Currency.Code()), "name the currency with --currency, and give each its own folder"}
	}
	return nil
}
