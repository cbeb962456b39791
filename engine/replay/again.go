package replay

import (
	"context"
	"sync/atomic"
)

// look reads the touches, and looks a second time where it must.
func (s *touchScan) look(ctx context.Context, workers int) (sizes, error) {
	err := s.run(ctx, workers)
	size := sizes{s.names.contacts.len(), s.names.cookies.len() + s.beyond.len(), s.names.addresses.len()}
	if err == nil && s.beyond.len() > 0 {
		err = s.lookAgain(ctx, workers)
	}
	return size, err
}

// lookAgain looks a second time for cookies that no sale has, but that a row ties to a
// sale's contact: what else stands in that browser is the contact's history too. Where
// the first look left notes, it goes by them.
func (s *touchScan) lookAgain(ctx context.Context, workers int) error {
	for _, p := range s.pieces {
		if !p.noted {
			s.progress.expect(p.to - p.from)
		}
	}
	var next atomic.Int64
	return s.crew(ctx, workers, func(ctx context.Context, w *touchWorker) error {
		w.again = true
		for ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			if i >= len(s.pieces) {
				break
			}
			if err := w.pieceAgain(&s.pieces[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// pieceAgain looks at what of a piece may stand in one of those cookies.
func (w *touchWorker) pieceAgain(p *looked) error {
	rows := p.notes[:0]
	for _, n := range p.notes {
		if w.scan.beyond.sifted(n.first) != 0 {
			rows = append(rows, n)
		}
	}
	if p.noted && len(rows) == 0 {
		return nil
	}
	text, err := w.scan.table.read(p.from, p.to, &w.buffer)
	if err != nil {
		return err
	}
	w.kept = w.rooms.open()
	if split := w.scan.table.split(text, p.from); p.noted {
		w.noted(p.piece, rows, split)
	} else {
		w.scan.progress.read(w.take(p.piece, w.scan.table.inTurn(text, p.from, &w.marks)), p.to-p.from)
	}
	p.again, p.notes = w.rooms.close(w.kept), nil
	p.twice = inBoth(p.kept, p.again)
	if w.scan.held.Add(int64(len(p.again)-p.twice)) > w.scan.most {
		return errMuch
	}
	return nil
}

// noted takes the rows in that there are notes of.
func (w *touchWorker) noted(p piece, rows []note, split splitter) {
	for len(rows) > 0 {
		n := min(len(rows), batch)
		split.spare = split.spare[:0]
		for i, row := range rows[:n] {
			if split.at = int(row.at); split.quotes.clear < split.at {
				split.quotes.from(split.at)
			}
			split.next(&w.records[i]) // it was right the first time
		}
		w.batch(p, n)
		rows = rows[n:]
	}
}

// stay leaves the rows that stand in one of the extra cookies.
func (w *touchWorker) stay(n int) int {
	for i := range n {
		w.search.names[i] = w.records[i].field(touchCookie)
	}
	w.search.look(w.scan.beyond, n, &w.cookie, &w.firsts)
	w.search.end()
	left := 0
	for i, found := range w.cookie[:n] {
		if found >= 0 {
			w.records[left] = w.records[i]
			w.cookie[left] = found + key(w.scan.names.cookies.len())
			left++
		}
	}
	return left
}
