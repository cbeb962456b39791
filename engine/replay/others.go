package replay

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

// otherSales are the sales of other parts that bear on those of this one: they tie its
// cookies to contacts of theirs (A1). Its own contacts have all their sales in it.
type otherSales struct {
	*log
	names names
	own   part
	most  int64 // how many there is memory for
	count atomic.Int64

	mu    sync.Mutex
	found []otherSale
}

// otherSale is one of them.
type otherSale struct {
	place  int64 // where it begins in the file
	at     int64
	cookie key
}

// collect finds them, and adds them in their place in the order of the file.
func (o *otherSales) collect(ctx context.Context, s *sales) error {
	feed := newFeed(o.sales, o.sales.whole(), pieceSize)
	crew, ctx := newCrew(ctx)
	for range o.Workers {
		crew.start(func() error {
			w := &otherWorker{otherSales: o, read: saleReader{currency: o.currency}}
			err := w.run(ctx, feed)
			o.mu.Lock()
			defer o.mu.Unlock()
			o.found = append(o.found, w.here...)
			return err
		})
	}
	if err := crew.wait(); err != nil {
		return err
	}
	slices.SortFunc(o.found, func(a, b otherSale) int { return cmp.Compare(a.place, b.place) })
	s.among(o.found)
	return nil
}

// otherWorker is one goroutine's part.
type otherWorker struct {
	*otherSales
	read   saleReader
	buffer []byte
	marks  marks
	here   []otherSale
}

// run takes piece after piece.
func (w *otherWorker) run(ctx context.Context, feed *feed) error {
	var some rowBatch
	for ctx.Err() == nil {
		p, text, more, err := feed.take(&w.buffer)
		if err != nil || !more {
			return err
		}
		rows := w.sales.marked(text, p.from, &w.marks)
		for more := true; more; {
			more = some.fill(&rows)
			for i := range some.n {
				w.take(&some.records[i])
			}
		}
		w.Progress.read(0, p.to-p.from)
		if w.count.Load() > w.most {
			return errMuch
		}
	}
	return nil
}

// take takes a sale in, if it ties a cookie of this part.
func (w *otherWorker) take(r *record) {
	cookie := r.field(saleCookie)
	if len(cookie) == 0 || len(r.field(saleContact)) == 0 {
		return
	}
	number := w.names.cookies.find(cookie)
	if number < 0 || w.own.owns(r, w.owners) {
		return
	}
	p, f := w.read.parse(r)
	if f != (fault{}) || w.twice[r.at] {
		return // where it is that part's own, it is refused
	}
	w.here = append(w.here, otherSale{int64(r.at), p.at, number})
	w.count.Add(1)
}

// among puts other sales in their place: from the end, so that none is in the way.
func (s *sales) among(others []otherSale) {
	from, to := s.len(), s.len()+len(others)
	s.others = len(others)
	s.at, s.amount, s.product = longer(s.at, to), longer(s.amount, to), longer(s.product, to)
	s.contact, s.cookie, s.address = longer(s.contact, to), longer(s.cookie, to), longer(s.address, to)
	s.place, s.id.ends = longer(s.place, to), longer(s.id.ends, to)
	for len(others) > 0 {
		to--
		if last := &others[len(others)-1]; from == 0 || s.place[from-1] < last.place {
			end := uint32(0)
			if from > 0 {
				end = s.id.ends[from-1]
			}
			s.at[to], s.amount[to], s.product[to], s.place[to], s.id.ends[to] = last.at, 0, 0, last.place, end
			s.contact[to], s.cookie[to], s.address[to] = foreign, last.cookie, noKey
			others = others[:len(others)-1]
			continue
		}
		from--
		s.at[to], s.amount[to], s.product[to], s.place[to], s.id.ends[to] = s.at[from], s.amount[from], s.product[from], s.place[from], s.id.ends[from]
		s.contact[to], s.cookie[to], s.address[to] = s.contact[from], s.cookie[from], s.address[from]
	}
}

// longer is a column with room for so many rows.
func longer[T any](column []T, rows int) []T {
	return slices.Grow(column, rows-len(column))[:rows]
}
