package replay

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"referee/model"
)

// otherSales are the sales of other parts that bear on those of this one, because they
// tie its cookies or its contacts (A1, A4).
type otherSales struct {
	table   *table
	names   names
	own     piece
	read    saleReader
	twice   map[int]bool // rows that are none, because their id has come before
	workers int

	mu    sync.Mutex
	count int           // about how many they are
	found [][]otherSale // piece by piece
}

// otherSale is one of them.
type otherSale struct {
	row             int // where it begins in the file
	at              int64
	contact, cookie key
}

// around goes through the rows before and behind the part, piece by piece on several
// goroutines. For each piece there is a new function, which is called with its rows,
// and in the end with nil.
func (o *otherSales) around(ctx context.Context, each func() func(*record)) error {
	for _, p := range [...]piece{{from: o.table.body, to: o.own.from}, {from: o.own.to, to: len(o.table.Data)}} {
		feed := newFeed(o.table, p, pieceSize)
		crew, ctx := newCrew(ctx)
		for range o.workers {
			crew.start(func() error {
				var buffer []byte
				var marks marks
				var r record
				for ctx.Err() == nil {
					p, text, more, err := feed.take(&buffer)
					if err != nil || !more {
						return err
					}
					row, rows := each(), o.table.inTurn(text, p.from, &marks)
					for f, more := rows.next(&r); more; f, more = rows.next(&r) {
						if f == (fault{}) && !o.twice[r.at] {
							row(&r)
						}
						rows.spare = rows.spare[:0]
					}
					row(nil)
				}
				return nil
			})
		}
		if err := crew.wait(); err != nil {
			return err
		}
	}
	return nil
}

// findCookies makes the cookies in which this part's contacts bought elsewhere known
// before the touches are read.
func (o *otherSales) findCookies(ctx context.Context) error {
	found := newKeys(0, o.names.cookies.seeds, fine)
	err := o.around(ctx, func() func(*record) {
		here, count := newKeys(0, o.names.cookies.seeds, fine), 0
		return func(r *record) {
			if r == nil {
				o.mu.Lock()
				defer o.mu.Unlock()
				o.count += count
				for p := range here.all() {
					found.addPrint(p)
				}
				return
			}
			known, cookie := number(o.names.contacts, r.field(saleContact)) >= 0, r.field(saleCookie)
			if known || number(o.names.cookies, cookie) >= 0 {
				count++
			}
			if known && len(cookie) > 0 {
				here.add(cookie)
			}
		}
	})
	for p := range found.all() {
		o.names.cookies.addPrint(p)
	}
	return err
}

// collect adds the other sales in their place in the order of the file, and answers
// with where the part's own begin.
func (o *otherSales) collect(ctx context.Context, s *sales, beyond *keys) (first int, _ error) {
	err := o.around(ctx, func() func(*record) {
		var here []otherSale
		return func(r *record) {
			if r != nil {
				here = o.append(here, r, beyond)
				return
			}
			o.mu.Lock()
			defer o.mu.Unlock()
			o.found = append(o.found, here)
		}
	})
	all := slices.Concat(o.found...)
	if err != nil || len(all) == 0 {
		return 0, err
	}
	slices.SortFunc(all, func(a, b otherSale) int { return cmp.Compare(a.row, b.row) })
	first, _ = slices.BinarySearchFunc(all, o.own.from, func(one otherSale, from int) int { return cmp.Compare(one.row, from) })
	s.among(all[:first], all[first:])
	return first, nil
}

// append appends a sale if it ties a cookie or a contact of this part.
func (o *otherSales) append(here []otherSale, r *record, beyond *keys) []otherSale {
	contact, cookie := number(o.names.contacts, r.field(saleContact)), number(o.names.cookies, r.field(saleCookie))
	if cookie == foreign {
		if at := beyond.find(r.field(saleCookie)); at >= 0 {
			cookie = at + key(o.names.cookies.len())
		}
	}
	if contact < 0 && cookie < 0 {
		return here
	}
	p, f := o.read.parse(r)
	if f != (fault{}) {
		return here // where it is that part's own, it is refused
	}
	return append(here, otherSale{r.at, p.at, contact, cookie})
}

func number(k *keys, name []byte) key {
	if len(name) == 0 {
		return noKey
	}
	return k.find(name)
}

// among puts other sales before and behind.
func (s *sales) among(before, behind []otherSale) {
	own, n := s.len(), len(before)
	all := sales{products: s.products, id: s.id.among(n, len(behind))}
	for _, few := range [...][]otherSale{before, behind} {
		for _, one := range few {
			all.at, all.contact, all.cookie = append(all.at, one.at), append(all.contact, one.contact), append(all.cookie, one.cookie)
		}
	}
	all.at, all.contact, all.cookie = slices.Insert(all.at, n, s.at...), slices.Insert(all.contact, n, s.contact...), slices.Insert(all.cookie, n, s.cookie...)
	none := make([]key, all.len())
	for i := range none {
		none[i] = noKey
	}
	copy(none[n:], s.address)
	all.address, all.amount, all.product = none, make([]model.Money, all.len()), make([]int32, all.len())
	copy(all.amount[n:n+own], s.amount)
	copy(all.product[n:n+own], s.product)
	*s = all
}
