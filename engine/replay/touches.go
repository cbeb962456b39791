package replay

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"referee/engine"
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

// touch is a row of touches.csv that can reach a sale.
type touch struct {
	at      int64            // nanoseconds since 1970 UTC
	partner engine.PartnerID // of a lead, its complement: below zero
	contact key
	cookie  key
	address key
}

// keptTouch is a touch as it was read.
type keptTouch struct {
	touch
	row int64 // where it begins in the file
}

// note is a row that was not kept whole, because no sale has its cookie: a row further
// on may yet tie that cookie to a sale's contact.
type note struct {
	first uint32 // of the cookie, as [keys.sift] gives it
	at    uint32 // where the row begins in its piece
}

// noteShare is how many notes are kept for each sale: enough for a log with a handful
// of touches to a sale, and no more, so that memory does not grow with the touches.
const noteShare = 4

// looked is what was made of a piece of touches.csv.
type looked struct {
	piece
	kept  []keptTouch
	notes []note
	noted bool        // notes are complete
	again []keptTouch // what the second look kept
	twice int         // how many rows both kept
}

// touchScan reads touches.csv, on several goroutines. Rows that name no contact,
// cookie or address of a sale are dropped as they are, unparsed.
type touchScan struct {
	table    *table
	names    names
	partners *keys
	progress *Progress
	most     int64        // how many touches may be kept
	held     atomic.Int64 // how many are
	rows     atomic.Int64 // how many have been read
	notes    atomic.Int64 // how many more may be kept

	mu     sync.Mutex
	pieces []looked
	bad    []badRows
	beyond *keys // cookies beyond the sales' that a row ties to a sale's contact
}

// run reads the file to its end, or until the context is.
func (s *touchScan) run(ctx context.Context, workers int) error {
	s.beyond = newKeys(0, s.names.cookies.seeds, fine)
	feed := newFeed(s.table, s.table.whole(), pieceSize)
	return s.crew(ctx, workers, func(ctx context.Context, w *touchWorker) error {
		w.beyond = newKeys(0, s.names.cookies.seeds, fine)
		for {
			p, text, ok, err := feed.take(&w.buffer)
			if !ok || ctx.Err() != nil {
				return err
			}
			if w.piece(p, text); s.held.Load() > s.most {
				return errMuch
			}
		}
	})
}

// crew has workers do something, and takes in what they found.
func (s *touchScan) crew(ctx context.Context, workers int, work func(context.Context, *touchWorker) error) error {
	crew, ctx := newCrew(ctx)
	for range workers {
		crew.start(func() error {
			w := &touchWorker{scan: s}
			err := work(ctx, w)
			w.report()
			return err
		})
	}
	return crew.wait()
}

// touchWorker is one goroutine's part.
type touchWorker struct {
	scan   *touchScan
	bad    badRows
	beyond *keys
	again  bool // this is the second look

	buffer    []byte
	marks     marks
	records   [batch]record
	search    search
	addresses [batch]roomForAddress
	firsts    [batch]uint32 // of the cookies, as [keys.sift] gives them
	contact   [batch]key
	cookie    [batch]key
	address   [batch]key
	kept      []keptTouch
	notes     []note
	rooms     slab[keptTouch]
	noteRooms slab[note]
}

// piece looks at all rows of a piece.
func (w *touchWorker) piece(p piece, text []byte) {
	w.kept, w.notes = w.rooms.open(), w.noteRooms.open()
	count := w.take(p, w.scan.table.inTurn(text, p.from, &w.marks))
	w.scan.progress.read(count, p.to-p.from)
	w.scan.rows.Add(int64(count))
	one := looked{piece: p, kept: w.rooms.close(w.kept)}
	w.scan.held.Add(int64(len(one.kept)))
	n := int64(len(w.notes))
	if one.noted = n == 0 || w.scan.notes.Add(-n) >= 0; one.noted {
		one.notes = w.noteRooms.close(w.notes)
	} else {
		w.scan.notes.Add(n)
	}
	w.scan.mu.Lock()
	defer w.scan.mu.Unlock()
	for len(w.scan.pieces) <= p.number {
		w.scan.pieces = append(w.scan.pieces, looked{})
	}
	w.scan.pieces[p.number] = one
}

// take takes a piece in batch by batch, and counts its rows.
func (w *touchWorker) take(p piece, rows splitter) (count int) {
	for more := true; more; {
		n := 0
		rows.spare = rows.spare[:0]
		for n < batch {
			var f fault
			if f, more = rows.next(&w.records[n]); !more {
				break
			}
			count++
			if f == (fault{}) {
				n++
			} else if !w.again {
				w.bad.add(w.records[n].at, f)
			}
		}
		w.batch(p, n)
	}
	return count
}

func (w *touchWorker) report() {
	w.scan.mu.Lock()
	defer w.scan.mu.Unlock()
	w.scan.bad = append(w.scan.bad, w.bad)
	if w.beyond != nil {
		for p := range w.beyond.all() {
			w.scan.beyond.addImprint(p)
		}
	}
}

// batch keeps those of the rows that can reach a sale.
func (w *touchWorker) batch(p piece, n int) {
	if w.again {
		n = w.stay(n)
	}
	w.lookUp(n)
	for i := range n {
		r := &w.records[i]
		if w.cookie[i] == foreign {
			w.notes = w.noteRooms.more(w.notes, note{w.firsts[i], uint32(r.at - p.from)})
		}
		if w.contact[i] < 0 && w.cookie[i] < 0 && w.address[i] < 0 {
			continue
		}
		t, f := w.parse(r, i)
		if f != (fault{}) {
			if !w.again || t.contact < 0 && t.address < 0 { // else the first look has said so
				w.bad.add(r.at, f)
			}
			continue
		}
		if t.contact >= 0 && t.cookie == foreign {
			w.beyond.add(r.field(touchCookie))
		}
		w.kept = w.rooms.more(w.kept, t)
	}
}

// lookUp finds the numbers of what the rows name.
func (w *touchWorker) lookUp(n int) {
	s, records := &w.search, w.records[:n]
	var firsts [batch]uint32
	if !w.again {
		for i := range records {
			s.names[i] = records[i].field(touchCookie)
		}
		s.look(w.scan.names.cookies, n, &w.cookie, &w.firsts)
	}
	for i := range records {
		s.names[i] = records[i].field(touchContact)
	}
	s.look(w.scan.names.contacts, n, &w.contact, &firsts)
	for i := range records {
		s.names[i] = addressName(records[i].field(touchAddress), &w.addresses[i])
	}
	s.look(w.scan.names.addresses, n, &w.address, &firsts)
	s.end()
}

// parse reads a row that is kept.
func (w *touchWorker) parse(r *record, i int) (keptTouch, fault) {
	t := keptTouch{touch{contact: w.contact[i], cookie: w.cookie[i], address: w.address[i]}, int64(r.at)}
	known := t.address >= 0 || len(r.field(touchAddress)) == 0
	if !known {
		_, known = parseAddress(r.field(touchAddress))
	}
	said, f := parseTouch(r, w.scan.partners, known)
	t.at, t.partner = said.at, said.partner
	if said.lead {
		t.partner = ^t.partner
	}
	return t, f
}

// parsedTouch is what a row of touches.csv says, but for its names.
type parsedTouch struct {
	at      int64
	partner engine.PartnerID
	lead    bool
}

// parseTouch reads a row whose address has been looked at.
func parseTouch(r *record, partners *keys, address bool) (t parsedTouch, f fault) {
	if t.at, f = parseTime(r.field(touchTime)); f != (fault{}) {
		return t, f
	}
	if t.partner = engine.PartnerID(partners.find(r.field(touchPartner))); t.partner < 0 {
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
