package replay

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"referee/model"
)

const (
	saleID = iota
	saleTime
	saleContact
	saleCookie
	saleAddress
	saleAmount
	saleProduct
)

// sales are the rows of sales.csv, column by column.
type sales struct {
	at      []int64
	amount  []model.Money
	product []int32 // into products
	id      column

	contact, cookie, address []key

	place  []int64 // where each row begins in the file, if they are those of a part
	others int     // how many are of other parts: those have no id

	products []string // the first is the empty one
}

// newSales has room for so many, about.
func newSales(n int) *sales {
	return &sales{products: []string{""}, at: make([]int64, n)[:0], amount: make([]model.Money, n)[:0], product: make([]int32, n)[:0],
		contact: make([]key, n)[:0], cookie: make([]key, n)[:0], address: make([]key, n)[:0]}
}

// list lists some rows by a column of keys.
func (s *sales) list(l *lists[purchase], column []key, rows []int32) {
	for _, row := range rows {
		l.put(column[row], purchase{s.at[row], row, s.contact[row]})
	}
}

// salesInTime puts the sales of a key, which are as they stand in the file, in order of
// time.
func salesInTime(sales []purchase) []purchase {
	for i := 1; i < len(sales); i++ {
		if sales[i].at < sales[i-1].at {
			slices.SortFunc(sales, func(a, b purchase) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.row, b.row)) })
			break
		}
	}
	return sales
}

// placeOf is where a row stands in the order of the file, among those of all parts.
func (s *sales) placeOf(row int) int64 {
	if s.place == nil {
		return int64(row)
	}
	return s.place[row]
}

// isOther reports whether a row is a sale of another part.
func (s *sales) isOther(row int) bool { return s.others > 0 && len(s.id.name(row)) == 0 }

// names are the contacts, cookies and addresses that sales have.
type names struct{ contacts, cookies, addresses *keys }

func (s *sales) len() int { return len(s.at) }

// saleReader reads rows of sales.
type saleReader struct {
	currency model.Currency
}

// parsed is what a row of sales.csv says, but for its names.
type parsed struct {
	at     int64
	amount model.Money
}

// parse reads a row.
func (s *saleReader) parse(r *record) (p parsed, f fault) {
	if p.at, f = parseTime(r.field(saleTime)); f != (fault{}) {
		return p, f
	}
	for _, text := range [...]struct {
		what  string
		field int
	}{{"sale_id", saleID}, {"contact", saleContact}, {"cookie", saleCookie}, {"product", saleProduct}} {
		if f := checkText(text.what, r.field(text.field), r.plain); f != (fault{}) {
			return p, f
		}
	}
	if len(r.field(saleID)) == 0 {
		return p, fault{"the sale has no id", "give each sale its own"}
	}
	if p.amount, f = s.money(r.field(saleAmount)); f != (fault{}) {
		return p, f
	}
	if ip := r.field(saleAddress); len(ip) > 0 {
		if _, ok := parseAddress(ip); !ok {
			return p, faultAddress(ip)
		}
	}
	return p, fault{}
}

func faultAddress(b []byte) fault {
	return fault{fmt.Sprintf("%s is not an IP address", quoted(b)), "write it like 203.0.113.9 or 2001:db8::1, or leave it empty"}
}

// money reads an amount as the currency does.
func (s *saleReader) money(b []byte) (model.Money, fault) {
	if amount, ok := plainMoney(b, s.currency.Digits()); ok {
		return amount, fault{}
	}
	amount, err := s.currency.ParseMoney(string(b))
	if err != nil {
		if bytes.HasPrefix(b, []byte("-")) {
			return 0, fault{err.Error(), "take refunds away, or lower the amount of the sale that was refunded"}
		}
		return 0, fault{err.Error(), "write it like " + s.currency.FormatMoney(123_456)}
	}
	return amount, fault{}
}

// without takes rows out, given in order.
func (s *sales) without(rows []int) {
	s.at, s.amount, s.product, s.id = without(s.at, rows), without(s.amount, rows), without(s.product, rows), s.id.without(rows)
	s.contact, s.cookie, s.address = without(s.contact, rows), without(s.cookie, rows), without(s.address, rows)
	if s.place != nil {
		s.place = without(s.place, rows)
	}
}

// without closes the gaps that some rows leave, given in order.
func without[T any](column []T, rows []int) []T {
	for i, row := range rows {
		next := len(column)
		if i+1 < len(rows) {
			next = rows[i+1]
		}
		copy(column[row-i:], column[row+1:next])
	}
	return column[:len(column)-len(rows)]
}
