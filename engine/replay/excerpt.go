package replay

import (
	"bytes"
	"context"
	"fmt"
	"net/netip"
	"time"

	"referee/model"
)

// MaxExcerpt is how many rows an excerpt may hold.
const MaxExcerpt = 20_000

// Excerpt is the part of a log that bears on one sale: the sale, everything that
// names its contact, everything in the browsers that are or were tied to the contact
// or that the sale came from, and every touch from its address. Made a journal, it
// decides the sale as the whole log does. It returns a [*Problem], or the error of
// the context.
func Excerpt(ctx context.Context, files Files, currency model.Currency, sale string) (Log, error) {
	sales, err := readHeader(files.Sales, 7, "sale_id", "time", "contact", "cookie", "ip", "amount", "product")
	if err != nil {
		return Log{}, err
	}
	touches, err := readHeader(files.Touches, 7, "touch_id", "time", "contact", "cookie", "ip", "partner", "kind")
	if err != nil {
		return Log{}, err
	}
	e := excerpt{currency: currency, sales: sales, touches: touches, cookies: map[string]bool{}}
	e.seek(ctx, sale)
	if ctx.Err() == nil && !e.found {
		return Log{}, &Problem{File: files.Sales.Name, What: fmt.Sprintf("there is no sale %q", sale), Fix: "give its sale_id as it stands in the file"}
	}
	e.findCookies(ctx)
	e.collect(ctx, sale)
	switch {
	case ctx.Err() != nil:
		return Log{}, ctx.Err()
	case len(e.log.Touches)+len(e.log.Sales) > MaxExcerpt:
		return Log{}, &Problem{File: files.Touches.Name, What: fmt.Sprintf("more than %d rows bear on the sale %q", MaxExcerpt, sale),
			Fix: "an address or a cookie that so many share explains nothing by itself"}
	}
	return e.log, nil
}

// excerpt collects rows. Both files have their contact, cookie and address in the
// same fields.
type excerpt struct {
	currency       model.Currency
	sales, touches *table
	contact        string
	address        address
	hasAddress     bool
	cookies        map[string]bool // what the sale came from or its contact was ever tied to
	found          bool
	log            Log
}

// seek finds the sale.
func (e *excerpt) seek(ctx context.Context, sale string) {
	for r := range e.sales.records(ctx) {
		if string(r.fields[saleID]) == sale {
			e.contact = string(r.fields[saleContact])
			e.cookies[string(r.fields[saleCookie])] = true
			e.address, e.hasAddress = parseAddress(r.fields[saleAddress])
			e.found = true
			return
		}
	}
}

func (e *excerpt) findCookies(ctx context.Context) {
	for _, t := range [...]*table{e.sales, e.touches} {
		for r := range t.records(ctx) {
			if e.isContact(r) {
				e.cookies[string(r.fields[saleCookie])] = true
			}
		}
	}
	delete(e.cookies, "")
}

func (e *excerpt) isContact(r *record) bool {
	return e.contact != "" && string(r.fields[saleContact]) == e.contact
}

func (e *excerpt) bears(r *record) bool {
	return e.isContact(r) || e.cookies[string(r.fields[saleCookie])]
}

// collect takes what bears on the sale, up to one row too many.
func (e *excerpt) collect(ctx context.Context, sale string) {
	for r := range e.touches.records(ctx) {
		near := e.bears(r)
		if !near && e.hasAddress {
			a, ok := parseAddress(r.fields[touchAddress])
			near = ok && a == e.address
		}
		if near {
			e.touch(r)
		}
		if len(e.log.Touches) > MaxExcerpt {
			return
		}
	}
	for r := range e.sales.records(ctx) {
		if string(r.fields[saleID]) == sale || e.bears(r) {
			e.sale(r)
		}
	}
}

// records goes through the rows of a file that can be read.
func (t *table) records(ctx context.Context) func(func(*record) bool) {
	return func(yield func(*record) bool) {
		rows := t.split(t.Data[t.body:], t.body)
		var r record
		for n := 0; ; n++ {
			f, more := rows.next(&r)
			if !more || n%4096 == 0 && ctx.Err() != nil {
				return
			}
			if f == (fault{}) && !yield(&r) {
				return
			}
			rows.spare = rows.spare[:0]
		}
	}
}

// touch takes a row; one that cannot be read is not part of the log.
func (e *excerpt) touch(r *record) {
	at, f := parseTime(r.fields[touchTime])
	ip, ok := addressOf(r)
	if f != (fault{}) || !ok {
		return
	}
	e.log.Touches = append(e.log.Touches, Touch{
		ID: string(r.fields[touchID]), At: time.Unix(0, at).UTC(), Contact: string(r.fields[touchContact]), Cookie: string(r.fields[touchCookie]),
		IP: ip, Partner: string(r.fields[touchPartner]), Lead: bytes.Equal(r.fields[touchKind], []byte("lead")),
	})
}

func (e *excerpt) sale(r *record) {
	at, f := parseTime(r.fields[saleTime])
	ip, ok := addressOf(r)
	amount, err := e.currency.ParseMoney(string(r.fields[saleAmount]))
	if f != (fault{}) || !ok || err != nil {
		return
	}
	e.log.Sales = append(e.log.Sales, Sale{
		ID: string(r.fields[saleID]), At: time.Unix(0, at).UTC(), Contact: string(r.fields[saleContact]), Cookie: string(r.fields[saleCookie]),
		IP: ip, Amount: amount, Product: string(r.fields[saleProduct]),
	})
}

func addressOf(r *record) (ip netip.Addr, ok bool) {
	if len(r.fields[saleAddress]) == 0 {
		return ip, true
	}
	a, ok := parseAddress(r.fields[saleAddress])
	return netip.AddrFrom16(a).Unmap(), ok
}
