package replay

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"
)

// saleScan reads sales.csv, on several goroutines: each takes the rows of a piece apart
// by itself, and then adds them to each of the columns when it is their turn.
type saleScan struct {
	log  *log
	part part

	feed     *feed
	sales    *sales
	names    names
	ids      ids
	products map[string]int32
	turns    [4]*turns // of the rows, contacts, cookies and addresses

	drop     []int // rows whose id has come before
	badTwice badRows

	mu  sync.Mutex
	bad []badRows // of each goroutine
}

// readSales reads the sales of a part.
func (l *log) readSales(ctx context.Context, p part) (*sales, names, []badRows, error) {
	n, seed := p.of(l.sales.rows(l.sales.whole())), newSeeds()
	s := &saleScan{log: l, part: p, feed: newFeed(l.sales, l.sales.whole(), salePiece)}
	s.sales, s.ids, s.products = newSales(n), ids{expected: n, checked: p != whole}, map[string]int32{"": 0}
	s.names = names{newKeys(n/4, seed), newKeys(n/2, seed), newKeys(n/4, seed)} // a guess: they grow
	if p != whole {
		s.sales.place = make([]int64, n)[:0]
	}
	for i := range s.turns {
		s.turns[i] = newTurns()
	}
	crew, ctx := newCrew(ctx)
	for range l.Workers {
		crew.start(func() error { return s.work(ctx) })
	}
	if err := crew.wait(); err != nil {
		return nil, names{}, nil, err
	}
	s.sales.id = s.ids.column
	s.sales.without(s.drop)
	for _, row := range s.badTwice.rows {
		l.doubled[row.at] = true
	}
	return s.sales, s.names, append(s.bad, s.badTwice), nil
}

// salePiece is how much of the file is taken apart before it is added: it stays near
// the processor meanwhile.
const salePiece = 1 << 17

// work takes piece after piece.
func (s *saleScan) work(ctx context.Context) error {
	done := false
	defer func() {
		for _, t := range s.turns {
			if !done {
				t.end() // nobody waits for this worker
			}
		}
	}()
	b := saleBlock{scan: s, read: saleReader{currency: s.log.currency}}
	for ctx.Err() == nil {
		p, text, more, err := s.feed.take(&b.buffer)
		if err != nil || !more {
			done = err == nil
			s.mu.Lock()
			defer s.mu.Unlock()
			s.bad = append(s.bad, b.bad)
			return err
		}
		b.take(s.log.sales.marked(text, p.from, &b.marks))
		s.log.Progress.read(len(b.rows), p.to-p.from)
		if more, err := s.add(p.number, &b); !more {
			return err
		}
	}
	return nil
}

// add adds a block to each of the columns, in turn.
func (s *saleScan) add(number int, b *saleBlock) (more bool, err error) {
	for i, column := range [...]func() error{
		func() error { return s.addRows(b) },
		func() error { s.sales.contact = s.names.contacts.number(s.sales.contact, b.contacts); return nil },
		func() error { s.sales.cookie = s.names.cookies.number(s.sales.cookie, b.cookies); return nil },
		func() error {
			s.sales.address = s.names.addresses.number(s.sales.address, b.addresses)
			return nil
		},
	} {
		if more, err = s.turns[i].wait(number, nil, column); !more {
			return false, err
		}
	}
	return true, nil
}

// addRows returns errMuch if there are more than there is memory for.
func (s *saleScan) addRows(b *saleBlock) error {
	for i := range b.rows {
		r := &b.rows[i]
		f := s.ids.add(r.id)
		if s.ids.checked && s.log.twice[r.at] {
			f = faultTwice(r.id)
		}
		if f != (fault{}) {
			s.badTwice.add(r.at, f)
			s.drop = append(s.drop, s.sales.len())
		}
		if s.sales.place != nil {
			s.sales.place = append(s.sales.place, int64(r.at))
		}
		s.sales.at, s.sales.amount = append(s.sales.at, r.parsed.at), append(s.sales.amount, r.amount)
		s.sales.product = append(s.sales.product, s.product(r.product))
	}
	if s.sales.len() > s.log.mostSales() {
		return errMuch
	}
	return nil
}

func (s *saleScan) product(b []byte) int32 {
	if i, known := s.products[string(b)]; known {
		return i
	}
	name := string(b)
	s.sales.products = append(s.sales.products, name)
	s.products[name] = int32(len(s.sales.products) - 1)
	return s.products[name]
}

// saleBlock is the part's rows of a piece.
type saleBlock struct {
	scan   *saleScan
	read   saleReader
	buffer []byte
	marks  marks
	some   rowBatch
	room   roomForAddress
	rows   []saleRow
	bad    badRows

	contacts, cookies, addresses [][]byte
}

// saleRow is a row, but for the names that get numbers.
type saleRow struct {
	parsed
	at          int // where it begins in the file
	id, product []byte
}

// take takes the rows of a text apart. Bad ones leave nothing behind.
func (b *saleBlock) take(rows splitter) {
	rows.keeps = true // until all have been added
	b.rows, b.contacts, b.cookies, b.addresses = b.rows[:0], b.contacts[:0], b.cookies[:0], b.addresses[:0]
	for more := true; more; {
		more = b.some.fill(&rows)
		for i := range b.some.n {
			if r := &b.some.records[i]; b.scan.part.owns(r, b.scan.log.owners) {
				b.row(r)
			}
		}
		if b.some.isBroken() && b.scan.part.from == 0 { // else it is the first part's
			b.bad.add(b.some.broken.at, b.some.broken.fault)
		}
	}
}

// row takes a row.
func (b *saleBlock) row(r *record) {
	p, f := b.read.parse(r)
	if f != (fault{}) {
		b.bad.add(r.at, f)
		return
	}
	b.rows = append(b.rows, saleRow{p, r.at, r.field(saleID), r.field(saleProduct)})
	b.contacts, b.cookies = append(b.contacts, r.field(saleContact)), append(b.cookies, r.field(saleCookie))
	name := addressName(r.field(saleAddress), &b.room)
	if len(name) > 0 && &name[0] == &b.room[0] {
		name = slices.Clone(name)
	}
	b.addresses = append(b.addresses, name)
}

// number appends the numbers of names.
func (k *keys) number(numbers []key, names [][]byte) []key {
	var imprints [batch]imprint
	for len(names) > 0 {
		some := names[:min(batch, len(names))]
		names = names[len(some):]
		for i, name := range some {
			if len(name) > 0 {
				imprints[i%batch] = k.imprint(name)
			}
		}
		k.warm(imprints[:len(some)])
		for i, name := range some {
			number := noKey
			if len(name) > 0 {
				number, _ = k.addImprint(imprints[i%batch])
			}
			numbers = append(numbers, number)
		}
	}
	return numbers
}

var faultIDs = fault{fmt.Sprintf("the ids of all sales together are longer than %d GiB", (math.MaxUint32+1)>>30), "split the sales"}
