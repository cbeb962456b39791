package replay

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/netip"
	"slices"
	"time"

	"referee/model"
)

// MaxExcerpt is how many rows an excerpt may hold.
const MaxExcerpt = 20_000

// Excerpt is the part of a log that bears on one sale: the sale, everything that
// names its contact, everything in the browsers that are or were tied to the contact
// or that the sale came from, and every touch from its address and from those of the
// contact's other sales. Made a journal, it
// decides the sale as the whole log does, and the contact's other sales, too. Sales of
// others are there for their ties only ([Sale.Tie]), and so are those of the contact if the
// touches from their addresses are too many. Rows are read as they are there, and bad
// ones among these are left out, or with skipBad false refused. Rows that are too broken
// to tell whether they are among these are left out in any case, and told of
// ([Log.Broken]). It returns a
// [*Problem], also for the sale itself if it cannot be read, a [*BadRows], or the
// error of the context.
func Excerpt(ctx context.Context, files Files, currency model.Currency, sale string, skipBad bool) (Log, error) {
	l, err := open(files, currency, Options{})
	if err != nil {
		return Log{}, err
	}
	e := excerpt{read: saleReader{currency: currency}, partners: l.partners.codes(), sales: l.sales, touches: l.touches, sale: sale, cookies: map[string]bool{}, addresses: map[address]bool{}}
	if err := e.seek(ctx); err != nil {
		return Log{}, err
	}
	if err := e.findKeys(ctx); err != nil {
		return Log{}, err
	}
	if err := e.collect(ctx); err != nil {
		return Log{}, err
	}
	if e.isCrowded() && len(e.addresses) > 1 {
		e.narrow()
		if err := e.collect(ctx); err != nil {
			return Log{}, err
		}
	}
	if e.isCrowded() {
		return Log{}, &Problem{File: files.Touches.Name, What: fmt.Sprintf("more than %d rows bear on the sale %q", MaxExcerpt, sale), Fix: e.log.crowded()}
	}
	if err := e.dropTwice(ctx); err != nil {
		return Log{}, err
	}
	bad := &BadRows{}
	bad.add(files.Sales, e.badSales, e.twice)
	bad.add(files.Touches, e.badTouches)
	if bad.Count > 0 && !skipBad {
		return Log{}, bad
	}
	e.log.Broken = &BadRows{}
	e.log.Broken.add(files.Sales, e.brokenSales)
	e.log.Broken.add(files.Touches, e.brokenTouches)
	return e.log, nil
}

// excerpt collects rows. Both files have their contact, cookie and address in the
// same fields.
type excerpt struct {
	read           saleReader
	partners       *keys
	sales, touches *table
	sale, contact  string
	address        []byte           // of the sale, as it is written
	addresses      map[address]bool // that one, and those of the contact's other sales
	cookies        map[string]bool  // what the sale came from or its contact was ever tied to
	log            Log
	at             []int // where the sales of the log begin in the file

	badSales, badTouches       badRows
	twice                      badRows // sales whose id had come before
	brokenSales, brokenTouches badRows // which cannot be cut into columns
}

// seek finds the sale.
func (e *excerpt) seek(ctx context.Context) error {
	var bad badRows
	rows := e.sales.scan(ctx, nil)
	for r := range rows.all {
		if string(r.field(saleID)) != e.sale {
			continue
		}
		if _, f := e.read.parse(r); f != (fault{}) {
			bad.add(r.at, f)
			continue
		}
		e.contact = string(r.field(saleContact))
		e.cookies[string(r.field(saleCookie))] = true
		e.address = slices.Clone(r.field(saleAddress))
		e.addAddress(e.address)
		return nil
	}
	if rows.err != nil {
		return rows.err
	}
	if bad.count() > 0 {
		unread := &BadRows{}
		unread.add(e.sales.Source, bad)
		return unread.Named[0]
	}
	return &Problem{File: e.sales.Name, What: fmt.Sprintf("there is no sale %q", e.sale), Fix: "give its sale_id as it stands in the file"}
}

// addAddress adds an address, if it is one.
func (e *excerpt) addAddress(b []byte) {
	if a, ok := parseAddress(b); ok {
		e.addresses[a] = true
	}
}

// narrow leaves only the sale's own address.
func (e *excerpt) narrow() {
	clear(e.addresses)
	e.addAddress(e.address)
	e.log, e.at = Log{}, nil
	e.badSales, e.badTouches, e.brokenSales, e.brokenTouches = badRows{}, badRows{}, badRows{}, badRows{}
}

func (e *excerpt) isCrowded() bool { return len(e.log.Touches)+len(e.log.Sales) > MaxExcerpt }

// findKeys finds what the contact was ever tied to, and where it bought.
func (e *excerpt) findKeys(ctx context.Context) error {
	for _, t := range [...]*table{e.sales, e.touches} {
		rows := t.scan(ctx, nil)
		for r := range rows.all {
			if e.isContact(r) {
				e.cookies[string(r.field(saleCookie))] = true
				if t == e.sales {
					e.addAddress(r.field(saleAddress))
				}
			}
		}
		if rows.err != nil {
			return rows.err
		}
	}
	delete(e.cookies, "")
	return nil
}

func (e *excerpt) isContact(r *record) bool {
	return e.contact != "" && string(r.field(saleContact)) == e.contact
}

func (e *excerpt) bears(r *record) bool {
	return e.isContact(r) || e.cookies[string(r.field(saleCookie))]
}

// isNear reports whether a row is from one of the addresses.
func (e *excerpt) isNear(r *record) bool {
	if len(e.addresses) == 0 {
		return false
	}
	a, ok := parseAddress(r.field(touchAddress))
	return ok && e.addresses[a]
}

// collect takes what bears on the sale, up to one row too many.
func (e *excerpt) collect(ctx context.Context) error {
	touches, sales := e.touches.scan(ctx, &e.brokenTouches), e.sales.scan(ctx, &e.brokenSales)
	for r := range touches.all {
		if e.bears(r) || e.isNear(r) {
			e.takeTouch(r)
		}
		if len(e.log.Touches) > MaxExcerpt {
			return nil
		}
	}
	for r := range sales.all {
		if string(r.field(saleID)) == e.sale || e.bears(r) {
			e.takeSale(r)
		}
	}
	return cmp.Or(touches.err, sales.err)
}

// takeTouch takes a row, if it can be read.
func (e *excerpt) takeTouch(r *record) {
	ip, ok := addressOf(r)
	t, f := parseTouch(r, e.partners, ok)
	if f != (fault{}) {
		e.badTouches.add(r.at, f)
		return
	}
	e.log.Touches = append(e.log.Touches, Touch{
		ID: string(r.field(touchID)), At: time.Unix(0, t.at).UTC(), Contact: string(r.field(touchContact)), Cookie: string(r.field(touchCookie)),
		IP: ip, Partner: string(r.field(touchPartner)), Lead: t.lead,
	})
}

// takeSale takes a row, if it can be read.
func (e *excerpt) takeSale(r *record) {
	s, f := e.read.parse(r)
	if f != (fault{}) {
		e.badSales.add(r.at, f)
		return
	}
	tie := string(r.field(saleID)) != e.sale && !(e.isContact(r) && (e.isNear(r) || len(r.field(saleAddress)) == 0))
	if tie && len(r.field(saleContact)) == 0 {
		return // it ties nothing
	}
	ip, _ := addressOf(r)
	e.log.Sales = append(e.log.Sales, Sale{
		ID: string(r.field(saleID)), At: time.Unix(0, s.at).UTC(), Contact: string(r.field(saleContact)), Cookie: string(r.field(saleCookie)),
		IP: ip, Amount: s.amount, Product: string(r.field(saleProduct)), Tie: tie,
	})
	e.at = append(e.at, r.at)
}

// dropTwice leaves out the sales whose id had come before, wherever in the file.
func (e *excerpt) dropTwice(ctx context.Context) error {
	var ids []string
	for _, s := range e.log.Sales {
		ids = append(ids, s.ID)
	}
	first, err := firstSales(ctx, e.sales, &e.read, ids)
	lines := linesOf(e.sales.Data, slices.Collect(maps.Values(first)))
	kept := e.log.Sales[:0]
	for i, s := range e.log.Sales {
		if first[s.ID] == e.at[i] {
			kept = append(kept, s)
		} else {
			e.twice.add(e.at[i], faultTwiceSince(s.ID, lines[first[s.ID]]))
		}
	}
	e.log.Sales = kept
	return err
}

func addressOf(r *record) (ip netip.Addr, ok bool) {
	if len(r.field(saleAddress)) == 0 {
		return ip, true
	}
	a, ok := parseAddress(r.field(saleAddress))
	return netip.AddrFrom16(a).Unmap(), ok
}

// crowded is what to do about a log of very many rows: what most of them share says little
// about any sale.
func (l *Log) crowded() string {
	counts := map[string]int{}
	count := func(kind, name string) {
		if name != "" {
			counts[fmt.Sprintf("%s %q", kind, name)]++
		}
	}
	each := func(contact, cookie string, ip netip.Addr) {
		count("contact", contact)
		count("cookie", cookie)
		if ip.IsValid() {
			count("address", ip.String())
		}
	}
	for _, t := range l.Touches {
		each(t.Contact, t.Cookie, t.IP)
	}
	for _, s := range l.Sales {
		each(s.Contact, s.Cookie, s.IP)
	}
	if len(counts) == 0 {
		return "its id stands on all of them: give each sale its own"
	}
	most := slices.MaxFunc(slices.Sorted(maps.Keys(counts)), func(a, b string) int { return cmp.Compare(counts[a], counts[b]) })
	return fmt.Sprintf("the %s is on %d of the first %d: to see the others, copy the logs without it and explain the sale there",
		most, counts[most], len(l.Touches)+len(l.Sales))
}
