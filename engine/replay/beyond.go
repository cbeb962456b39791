package replay

import (
	"context"
	"sync"
)

// beyond adds the cookies beyond the sales' to their names: those that no sale has, but
// that a row ties to a sale's contact. What else stands in such a browser is that
// contact's history too, wherever in the file it stands. So they must be known before
// any touch is left out.
func (s *touchScan) beyond(ctx context.Context, workers int) error {
	if s.names.contacts.len() == 0 {
		s.progress.read(0, len(s.table.Data)-s.table.body)
		return nil
	}
	feed := newFeed(s.table, s.table.whole(), pieceSize)
	crew, ctx := newCrew(ctx)
	var mu sync.Mutex
	var found [][]imprint
	for range workers {
		crew.start(func() error {
			w := &beyondWorker{scan: s}
			err := w.run(ctx, feed)
			mu.Lock()
			defer mu.Unlock()
			found = append(found, w.found)
			return err
		})
	}
	if err := crew.wait(); err != nil {
		return err
	}
	for _, some := range found {
		s.names.cookies.addAll(some)
	}
	return nil
}

// beyondWorker is one goroutine's part.
type beyondWorker struct {
	scan   *touchScan
	buffer []byte
	marks  marks
	rows   rowBatch
	search search
	firsts [batch]uint32 // of the cookies, as [keys.sift] gives them
	other  [batch]uint32
	number [2][batch]key // of contacts and cookies
	found  []imprint
}

// run takes piece after piece.
func (w *beyondWorker) run(ctx context.Context, feed *feed) error {
	for ctx.Err() == nil {
		p, text, more, err := feed.take(&w.buffer)
		if err != nil || !more {
			return err
		}
		rows := w.scan.table.marked(text, p.from, &w.marks)
		for more := true; more; {
			more = w.rows.fillTies(&rows)
			w.take()
		}
		w.scan.progress.read(0, p.to-p.from)
		if w.scan.tied.Load() > int64(w.scan.most) {
			return errMuch
		}
	}
	return nil
}

// take takes in what the rows at hand tie. One that is not right ties nothing; that it is
// not is told where it is read for good.
func (w *beyondWorker) take() {
	contact, cookie, names := &w.number[0], &w.number[1], w.scan.names
	w.rows.look(&w.search, touchContact, names.contacts, contact, &w.other)
	w.rows.look(&w.search, touchCookie, names.cookies, cookie, &w.firsts)
	w.search.end()
	for i := range w.rows.n {
		if contact[i] < 0 || cookie[i] != foreign {
			continue
		}
		r := &w.rows.records[i]
		if _, f := parseTouch(r, w.scan.partners, isAddress(r.field(touchAddress))); f == (fault{}) {
			w.found = append(w.found, imprint{names.cookies.second(r.field(touchCookie)), w.firsts[i]})
			w.scan.tied.Add(1)
		}
	}
}
