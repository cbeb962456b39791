package replay

import (
	"context"
	"fmt"
	"hash/maphash"
	"math"
	"sync/atomic"

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
	table   *table
	at      []int64
	amount  []model.Money
	product []int32 // into products
	id      column

	contact, cookie, address []key

	products []string // the first is the empty one
}

// names are the contacts, cookies and addresses that sales have.
type names struct{ contacts, cookies, addresses *keys }

func (s *sales) len() int { return len(s.at) }

// readSales reads sales.csv: one goroutine takes rows apart while another numbers
// their names, block by block.
func readSales(ctx context.Context, t *table, p piece, currency model.Currency, ids *idSet, progress *Progress) (*sales, names, badRows, error) {
	guess := t.rows(p)
	read := &saleReader{
		sales: &sales{table: t, products: []string{""}, at: make([]int64, 0, guess), amount: make([]model.Money, 0, guess),
			product: make([]int32, 0, guess),
			contact: make([]key, 0, guess), cookie: make([]key, 0, guess), address: make([]key, 0, guess)},
		currency: currency, seen: map[string]int32{"": 0}, progress: progress, piece: p,
	}
	number := newNumbering(guess)
	number.before = ids
	if err := number.run(ctx, read); err != nil {
		return nil, names{}, badRows{}, err
	}
	bad := read.bad
	bad.merge(number.bad)
	read.sales.id = number.ids.column
	number.drop(read.sales)
	return read.sales, number.names, bad, nil
}

// saleBlock is the names of some rows on their way to being numbered.
type saleBlock struct {
	from    int // the number of its first row
	at      []int
	columns [4]column // id, contact, cookie and address
	users   atomic.Int32
}

const saleBlockRows = 2048

// saleReader takes rows apart.
type saleReader struct {
	*sales
	currency model.Currency
	seen     map[string]int32
	bad      badRows
	progress *Progress
	piece    piece // of the file
	room     address
	long     [4]int // bytes of each kind of name
}

func (s *saleReader) rows(ctx context.Context, free <-chan *saleBlock, put func(*saleBlock)) {
	rows := s.table.split(s.table.Data[s.piece.from:s.piece.to], s.piece.from)
	var r record
	told := 0
	for more := true; more && ctx.Err() == nil; {
		b := <-free
		b.clear(len(s.at))
		for len(b.at) < saleBlockRows {
			var f fault
			if f, more = rows.next(&r); !more {
				break
			}
			if f == (fault{}) {
				f = s.row(&r, b)
			}
			if f != (fault{}) {
				s.bad.add(r.at, f)
			}
		}
		s.progress.read(len(b.at), rows.at-told)
		told = rows.at
		put(b)
	}
}

// parsed is what a row of sales.csv says, but for its names.
type parsed struct {
	at     int64
	amount model.Money
	ip     []byte
}

// parse reads a row.
func (s *saleReader) parse(r *record) (p parsed, f fault) {
	if p.at, f = parseTime(r.fields[saleTime]); f != (fault{}) {
		return p, f
	}
	for _, text := range [...]struct {
		what  string
		field int
	}{{"sale_id", saleID}, {"contact", saleContact}, {"cookie", saleCookie}, {"product", saleProduct}} {
		if f := checkText(text.what, r.fields[text.field]); f != (fault{}) {
			return p, f
		}
	}
	if len(r.fields[saleID]) == 0 {
		return p, fault{"the sale has no id", "give each sale its own"}
	}
	if p.amount, f = s.money(r.fields[saleAmount]); f != (fault{}) {
		return p, f
	}
	if len(r.fields[saleAddress]) > 0 {
		a, ok := parseAddress(r.fields[saleAddress])
		if !ok {
			return p, faultAddress(r.fields[saleAddress])
		}
		p.ip = append(s.room[:0], a[:]...)
	}
	return p, fault{}
}

// row takes one row; one with a fault leaves nothing behind.
func (s *saleReader) row(r *record, b *saleBlock) fault {
	p, f := s.parse(r)
	if f != (fault{}) {
		return f
	}
	for _, n := range s.long {
		if n > math.MaxUint32-MaxRow {
			return fault{"the names of all sales together are longer than 4 GiB", "split the sales"}
		}
	}
	s.at, s.amount = append(s.at, p.at), append(s.amount, p.amount)
	s.product = append(s.product, s.productOf(r.fields[saleProduct]))
	b.at = append(b.at, r.at)
	for i, name := range [...][]byte{r.fields[saleID], r.fields[saleContact], r.fields[saleCookie], p.ip} {
		b.columns[i].add(name)
		s.long[i] += len(name)
	}
	return fault{}
}

func faultTwice(id []byte) fault {
	return fault{fmt.Sprintf("the sale_id %s comes twice", quoted(id)), "give each sale its own"}
}

func faultAddress(b []byte) fault {
	return fault{fmt.Sprintf("%s is not an IP address", quoted(b)), "write it like 203.0.113.9 or 2001:db8::1, or leave it empty"}
}

// money reads an amount as the currency does.
func (s *saleReader) money(b []byte) (model.Money, fault) {
	amount, err := s.currency.ParseMoney(string(b))
	if err != nil {
		return 0, fault{err.Error(), "write it like " + s.currency.FormatMoney(123_456)}
	}
	return amount, fault{}
}

func (s *saleReader) productOf(b []byte) int32 {
	if i, known := s.seen[string(b)]; known {
		return i
	}
	name := string(b)
	s.products = append(s.products, name)
	s.seen[name] = int32(len(s.products) - 1)
	return s.seen[name]
}

// numbering gives names their numbers, and finds ids that come twice.
type numbering struct {
	names
	ids    ids
	before *idSet // ids of other parts of the file, or nil
	twice  []int  // rows to be dropped
	bad    badRows
}

func newNumbering(expected int) *numbering {
	seed := maphash.MakeSeed()
	return &numbering{names: names{newKeys(expected/4, seed), newKeys(expected/4, seed), newKeys(expected/4, seed)}}
}

// run has one goroutine take rows apart and two number their names, block by block.
func (n *numbering) run(ctx context.Context, read *saleReader) error {
	free := make(chan *saleBlock, 4)
	for range cap(free) {
		free <- &saleBlock{}
	}
	crew, ctx := newCrew(ctx)
	number := func(work func(*saleBlock)) chan<- *saleBlock {
		blocks := make(chan *saleBlock, cap(free))
		crew.start(func() (err error) {
			for b := range blocks {
				if err == nil {
					err = Guarded(func() error { work(b); return nil })
				}
				if b.users.Add(-1) == 0 {
					free <- b // after a crash too: the reader may be waiting for it
				}
			}
			return err
		})
		return blocks
	}
	s := read.sales
	first := number(func(b *saleBlock) {
		for _, row := range n.ids.add(&b.columns[0], n.before) {
			n.bad.add(b.at[row], faultTwice(b.columns[0].name(row)))
			n.twice = append(n.twice, b.from+row)
		}
		s.contact = n.number(s.contact, n.contacts, b, 1)
	})
	second := number(func(b *saleBlock) {
		s.cookie = n.number(s.cookie, n.cookies, b, 2)
		s.address = n.number(s.address, n.addresses, b, 3)
	})
	crew.start(func() error {
		defer close(first)
		defer close(second)
		read.rows(ctx, free, func(b *saleBlock) {
			b.users.Store(2)
			first <- b
			second <- b
		})
		return nil
	})
	return crew.wait()
}

func (b *saleBlock) clear(from int) {
	b.from, b.at = from, b.at[:0]
	for i := range b.columns {
		b.columns[i].clear()
	}
}

// number appends the numbers of one name of each row.
func (n *numbering) number(numbers []key, k *keys, b *saleBlock, column int) []key {
	names := &b.columns[column]
	var hashes [batch]uint64
	var named [batch]uint8
	for from := 0; from < len(b.at); from += batch {
		rows, left := min(batch, len(b.at)-from), 0
		for i := range rows {
			if name := names.name(from + i); len(name) > 0 {
				hashes[i], named[left] = k.hash(name), uint8(i)
				left++
			}
		}
		k.warm(named[:left], &hashes)
		for i := range rows {
			name, number := names.name(from+i), noKey
			if len(name) > 0 {
				number, _ = k.addHashed(name, hashes[i])
			}
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// drop takes out the rows whose id had come before.
func (n *numbering) drop(s *sales) {
	s.at, s.amount = without(s.at, n.twice), without(s.amount, n.twice)
	s.product, s.id = without(s.product, n.twice), s.id.without(n.twice)
	s.contact, s.cookie, s.address = without(s.contact, n.twice), without(s.cookie, n.twice), without(s.address, n.twice)
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
