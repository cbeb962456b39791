package replay

import (
	"context"
	"hash/maphash"
	"iter"
	"slices"

	"referee/model"
)

// LeastMemory is the least that a replay can be bounded to, in bytes.
const LeastMemory = 64 << 20

// What a row costs in memory, about, while a part is read and settled.
const (
	saleBytes  = 700
	touchBytes = 200
	idBytes    = 16
)

// Parts reads a log in parts that fit [Options.Memory]: each is some sales, in the
// order of the file, with all that bears on them, so that its answers are those of the
// whole. The logs are gone through once for each part. The bad rows are complete after
// the last part. The errors are those of [Read]; an error ends it.
func Parts(ctx context.Context, files Files, currency model.Currency, o Options, skipped *BadRows) iter.Seq2[*Load, error] {
	return func(yield func(*Load, error) bool) {
		l, err := open(files, currency, o)
		if err != nil {
			yield(nil, err)
			return
		}
		pieces := l.pieces()
		o.Progress.expect(len(files.Sales.Data) + len(pieces)*len(files.Touches.Data))
		if len(pieces) > 1 {
			l.ids = newIDSet(l.sales.rows(l.sales.whole()))
		}
		row := 0
		for _, p := range pieces {
			load, err := l.part(ctx, p)
			*skipped = l.skipped
			if err != nil {
				yield(nil, err)
				return
			}
			load.row = row
			row += load.Sales()
			if !yield(load, nil) {
				return
			}
		}
	}
}

// pieces are the parts of sales.csv: as many as it takes if every touch could reach a
// sale.
func (l *log) pieces() []piece {
	if l.Memory == 0 {
		return []piece{l.sales.whole()}
	}
	sales, touches := int64(l.sales.rows(l.sales.whole())), int64(l.touches.rows(l.touches.whole()))
	room := max(l.Memory-sales*idBytes, l.Memory/4)
	parts := (sales*saleBytes+touches*touchBytes)/room + 1
	var pieces []piece
	size := (len(l.sales.Data)-l.sales.body)/int(parts) + 1
	for p := l.sales.whole(); p.from < len(l.sales.Data); p.from = p.to {
		p.to = l.sales.cut(p.from, p.from+size)
		pieces = append(pieces, p)
	}
	return pieces
}

// idSet holds ids by 64 bits of a hash whose seed nobody knows: among a hundred
// million ids, one in four thousand logs would have one taken for another, and be
// refused.
type idSet struct {
	seed  maphash.Seed
	slots []uint64
}

func newIDSet(expected int) *idSet {
	size := 64
	for size < expected*3/2 {
		size *= 2
	}
	return &idSet{maphash.MakeSeed(), make([]uint64, size)}
}

// hold reports whether an id is there already, and keeps it. No set holds nothing.
func (s *idSet) hold(id []byte) bool {
	if s == nil {
		return false
	}
	h := maphash.Bytes(s.seed, id) | 1 // 0 is a free slot
	mask := uint64(len(s.slots) - 1)
	for at := h >> 1 & mask; ; at = (at + 1) & mask {
		switch s.slots[at] {
		case h:
			return true
		case 0:
			s.slots[at] = h
			return false
		}
	}
}

// otherSales are the sales of other parts that bear on those of this one, because they
// tie its cookies or its contacts (A1, A4).
type otherSales struct {
	table *table
	names names
	own   piece
	read  saleReader
}

// around goes through the rows before and behind the part.
func (o *otherSales) around(ctx context.Context, row func(*record, bool)) {
	for _, p := range [...]piece{{from: o.table.body, to: o.own.from}, {from: o.own.to, to: len(o.table.Data)}} {
		rows := o.table.split(o.table.Data[p.from:p.to], p.from)
		var r record
		for n := 0; n%4096 != 0 || ctx.Err() == nil; n++ {
			f, more := rows.next(&r)
			if !more {
				break
			}
			if f == (fault{}) {
				row(&r, p.from < o.own.from)
			}
			rows.spare = rows.spare[:0]
		}
		o.table.done(p.from, p.to)
	}
}

// findCookies makes the cookies in which this part's contacts bought elsewhere known
// before the touches are read.
func (o *otherSales) findCookies(ctx context.Context) {
	o.around(ctx, func(r *record, _ bool) {
		if name := r.fields[saleContact]; len(name) > 0 && len(r.fields[saleCookie]) > 0 && o.names.contacts.find(name) >= 0 {
			o.names.cookies.add(r.fields[saleCookie])
		}
	})
}

// collect adds the other sales in their place in the order of the file, and answers
// with where the part's own begin.
func (o *otherSales) collect(ctx context.Context, s *sales, beyond *keys) (first int) {
	var before, behind sales
	o.around(ctx, func(r *record, isBefore bool) {
		contact, cookie := o.number(o.names.contacts, r.fields[saleContact]), o.number(o.names.cookies, r.fields[saleCookie])
		if cookie == foreign {
			if at := beyond.find(r.fields[saleCookie]); at >= 0 {
				cookie = at + key(o.names.cookies.len())
			}
		}
		if contact < 0 && cookie < 0 {
			return
		}
		p, f := o.read.parse(r)
		if f != (fault{}) {
			return // where it is that part's own, it is refused
		}
		side := &behind
		if isBefore {
			side = &before
		}
		side.at, side.contact, side.cookie = append(side.at, p.at), append(side.contact, contact), append(side.cookie, cookie)
	})
	n, m := len(before.at), len(behind.at)
	if n+m == 0 {
		return 0
	}
	s.at = slices.Concat(before.at, s.at, behind.at)
	s.contact, s.cookie = slices.Concat(before.contact, s.contact, behind.contact), slices.Concat(before.cookie, s.cookie, behind.cookie)
	s.address = slices.Concat(none(n), s.address, none(m))
	s.amount = slices.Concat(make([]model.Money, n), s.amount, make([]model.Money, m))
	s.product, s.id = slices.Concat(make([]int32, n), s.product, make([]int32, m)), s.id.among(n, m)
	return n
}

func (o *otherSales) number(k *keys, name []byte) key {
	if len(name) == 0 {
		return noKey
	}
	return k.find(name)
}

// none is no key, n times.
func none(n int) []key {
	keys := make([]key, n)
	for i := range keys {
		keys[i] = noKey
	}
	return keys
}
