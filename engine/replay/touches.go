package replay

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
)

const (
	touchID = iota
	touchTime
	touchContact
	touchCookie
	touchAddress
	touchPartner
	touchKind
)

// touchScan reads touches.csv, on several goroutines. Rows that name no contact,
// cookie or address of a sale are dropped as they are, unparsed.
type touchScan struct {
	table    *table
	names    names
	partners *keys
	progress *Progress
	most     int          // how many touches may be kept
	tied     atomic.Int64 // how many are known that will be kept, because they tie a cookie
	rows     atomic.Int64 // how many have been read

	turns *turns
	kept  *touches

	mu  sync.Mutex
	bad []badRows
}

// run reads the file to its end, or until the context is.
func (s *touchScan) run(ctx context.Context, workers int) error {
	feed := newFeed(s.table, s.table.whole(), pieceSize)
	s.turns = newTurns()
	crew, ctx := newCrew(ctx)
	for range workers {
		crew.start(func() error {
			w := &touchWorker{scan: s}
			err := w.run(ctx, feed)
			s.mu.Lock()
			defer s.mu.Unlock()
			s.bad = append(s.bad, w.bad)
			return err
		})
	}
	return crew.wait()
}

// touchWorker is one goroutine's part.
type touchWorker struct {
	scan *touchScan
	bad  badRows
	kept []touch // of the piece at hand

	buffer    []byte
	marks     marks
	rows      rowBatch
	search    search
	addresses [batch]roomForAddress
	firsts    [batch]uint32 // of names, as [keys.sift] gives them: nobody asks
	contact   [batch]key
	cookie    [batch]key
	address   [batch]key
}

// run takes piece after piece: looks at its rows, and adds what is kept of them when it is
// the piece's turn.
func (w *touchWorker) run(ctx context.Context, feed *feed) error {
	done := false
	defer func() {
		if !done {
			w.scan.turns.end() // nobody waits for this worker
		}
	}()
	for ctx.Err() == nil {
		p, text, more, err := feed.take(&w.buffer)
		if err != nil || !more {
			done = err == nil
			return err
		}
		w.piece(p, text)
		if more, err := w.scan.turns.wait(p.number, nil, w.add); !more {
			return err
		}
	}
	return nil
}

// add returns errMuch if there are more than there is memory for.
func (w *touchWorker) add() error {
	w.scan.kept.add(w.kept)
	if w.scan.kept.len > w.scan.most {
		return errMuch
	}
	return nil
}

// piece looks at all rows of a piece.
func (w *touchWorker) piece(p piece, text []byte) {
	w.kept = w.kept[:0]
	rows, count := w.scan.table.marked(text, p.from, &w.marks), 0
	for more := true; more; {
		more = w.rows.fill(&rows)
		count += w.rows.count()
		w.batch()
	}
	w.scan.progress.read(count, p.to-p.from)
	w.scan.rows.Add(int64(count))
}

// batch keeps those of the rows that can reach a sale.
func (w *touchWorker) batch() {
	w.lookUp()
	for i := range w.rows.n {
		if w.contact[i] < 0 && w.cookie[i] < 0 && w.address[i] < 0 {
			continue
		}
		r := &w.rows.records[i]
		said, f := parseTouch(r, w.scan.partners, w.address[i] >= 0 || isAddress(r.field(touchAddress)))
		if f != (fault{}) {
			w.bad.add(r.at, f)
			continue
		}
		w.kept = append(w.kept, touch{said, w.contact[i], w.cookie[i], w.address[i]})
	}
	if w.rows.isBroken() {
		w.bad.add(w.rows.broken.at, w.rows.broken.fault)
	}
}

// lookUp finds the numbers of what the rows name.
func (w *touchWorker) lookUp() {
	s, names := &w.search, w.scan.names
	w.rows.look(s, touchCookie, names.cookies, &w.cookie, &w.firsts)
	w.rows.look(s, touchContact, names.contacts, &w.contact, &w.firsts)
	for i := range w.rows.n {
		s.names[i] = addressName(w.rows.records[i].field(touchAddress), &w.addresses[i])
	}
	s.look(names.addresses, w.rows.n, &w.address, &w.firsts)
	s.end()
}

// parsedTouch is what a row of touches.csv says, but for its names.
type parsedTouch struct {
	at   int64 // nanoseconds since 1970 UTC
	who  partner
	lead bool
}

// parseTouch reads a row whose address has been looked at.
func parseTouch(r *record, partners *keys, address bool) (t parsedTouch, f fault) {
	if t.at, f = parseTime(r.field(touchTime)); f != (fault{}) {
		return t, f
	}
	if t.who = partner(partners.find(r.field(touchPartner))); t.who < 0 {
		return t, fault{fmt.Sprintf("there is no partner %s", quoted(r.field(touchPartner))), "add the partner to partners.csv, or correct the code"}
	}
	switch string(r.field(touchKind)) {
	case "click":
	case "lead":
		if t.lead = true; len(r.field(touchContact)) == 0 {
			return t, fault{"a lead names no contact", "a lead is the form that brought a contact: name it, or make it a click"}
		}
	default:
		return t, fault{fmt.Sprintf("kind cannot be %s", quoted(r.field(touchKind))), "write click or lead"}
	}
	if !address {
		return t, faultAddress(r.field(touchAddress))
	}
	if f := checkText("contact", r.field(touchContact), r.plain); f != (fault{}) {
		return t, f
	}
	return t, checkText("cookie", r.field(touchCookie), r.plain)
}
