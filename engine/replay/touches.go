package replay

import (
	"context"
	"fmt"
	"sync"

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
	row     int64            // where it begins in the file
	partner engine.PartnerID // of a lead, its complement: below zero
	contact key
	cookie  key
	address key
}

// touchScan reads touches.csv, on several goroutines. Rows that name no contact,
// cookie or address of a sale are dropped as they are, unparsed.
type touchScan struct {
	feed     *feed
	names    names
	partners map[string]engine.PartnerID
	progress *Progress
	extra    *keys // in the second look: cookies beyond those of the sales

	mu     sync.Mutex
	pieces [][]touch // what was kept, piece by piece
	bad    []badRows
	beyond *keys // cookies beyond the sales' that a row ties to a sale's contact
}

// run reads the file to its end, or until the context is.
func (s *touchScan) run(ctx context.Context, workers int) error {
	s.beyond = newKeys(0)
	crew, ctx := newCrew(ctx)
	for range workers {
		crew.start(func() error {
			w := &touchWorker{touchScan: s, beyond: newKeys(0)}
			for p, ok := s.feed.take(); ok && ctx.Err() == nil; p, ok = s.feed.take() {
				w.piece(p)
			}
			w.report()
			return nil
		})
	}
	return crew.wait()
}

// touchWorker is one goroutine's part.
type touchWorker struct {
	*touchScan
	bad    badRows
	beyond *keys

	records   [batch]record
	addresses [batch]address
	contact   [batch]key
	cookie    [batch]key
	address   [batch]key
	kept      []touch
}

func (w *touchWorker) piece(p piece) {
	rows := w.feed.table.split(w.feed.table.Data[p.from:p.to], p.from)
	w.kept = w.kept[:0]
	count := 0
	for more := true; more; {
		n := 0
		rows.spare = rows.spare[:0]
		for n < batch {
			var f fault
			if f, more = rows.next(&w.records[n]); !more {
				break
			}
			if f == (fault{}) {
				n++
			} else if w.extra == nil {
				w.bad.add(w.records[n].at, f)
			}
		}
		w.batch(n)
		count += n
	}
	w.feed.table.done(p.from, p.to)
	w.progress.read(count, p.to-p.from)
	w.keep(p.number)
}

// keep hands over what was kept of a piece.
func (w *touchWorker) keep(number int) {
	kept := append([]touch(nil), w.kept...)
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.pieces) <= number {
		w.pieces = append(w.pieces, nil)
	}
	w.pieces[number] = kept
}

func (w *touchWorker) report() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.touchScan.bad = append(w.touchScan.bad, w.bad)
	for i := range key(w.beyond.len()) {
		w.touchScan.beyond.add(w.beyond.name(i))
	}
}

// batch keeps those of the rows that can reach a sale.
func (w *touchWorker) batch(n int) {
	if w.extra != nil {
		n = w.lookAgain(n)
	}
	w.lookUp(n)
	for i := range n {
		r := &w.records[i]
		if w.contact[i] < 0 && w.cookie[i] < 0 && w.address[i] < 0 {
			continue
		}
		t, f := w.parse(r, i)
		if f != (fault{}) {
			if w.extra == nil || t.contact < 0 && t.address < 0 { // else the first look has said so
				w.bad.add(r.at, f)
			}
			continue
		}
		if t.contact >= 0 && t.cookie == foreign {
			w.beyond.add(r.fields[touchCookie])
		}
		w.kept = append(w.kept, t)
	}
}

// lookAgain leaves the rows that stand in one of the extra cookies.
func (w *touchWorker) lookAgain(n int) int {
	var names [batch][]byte
	var found [batch]key
	for i := range n {
		names[i] = w.records[i].fields[touchCookie]
	}
	w.extra.findAll(names[:n], found[:n])
	left := 0
	for i := range n {
		if found[i] >= 0 {
			w.records[left] = w.records[i]
			w.cookie[left] = found[i] + key(w.names.cookies.len())
			left++
		}
	}
	return left
}

// lookUp finds the numbers of what the rows name.
func (w *touchWorker) lookUp(n int) {
	var names [batch][]byte
	column := func(field int) [][]byte {
		for i := range n {
			names[i] = w.records[i].fields[field]
		}
		return names[:n]
	}
	if w.extra == nil {
		w.names.cookies.findAll(column(touchCookie), w.cookie[:n])
	}
	w.names.contacts.findAll(column(touchContact), w.contact[:n])
	for i := range n {
		names[i] = nil
		if field := w.records[i].fields[touchAddress]; len(field) > 0 {
			var ok bool
			if w.addresses[i], ok = parseAddress(field); ok {
				names[i] = w.addresses[i][:]
			}
		}
	}
	w.names.addresses.findAll(names[:n], w.address[:n])
}

// parse reads a row that is kept.
func (w *touchWorker) parse(r *record, i int) (touch, fault) {
	t := touch{row: int64(r.at), contact: w.contact[i], cookie: w.cookie[i], address: w.address[i]}
	said, f := parseTouch(r, w.partners, t.address != noKey || len(r.fields[touchAddress]) == 0)
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
func parseTouch(r *record, partners map[string]engine.PartnerID, address bool) (t parsedTouch, f fault) {
	if t.at, f = parseTime(r.fields[touchTime]); f != (fault{}) {
		return t, f
	}
	var known bool
	if t.partner, known = partners[string(r.fields[touchPartner])]; !known {
		return t, fault{fmt.Sprintf("there is no partner %s", quoted(r.fields[touchPartner])), "add the partner to partners.csv, or correct the code"}
	}
	switch string(r.fields[touchKind]) {
	case "click":
	case "lead":
		if t.lead = true; len(r.fields[touchContact]) == 0 {
			return t, fault{"a lead names no contact", "a lead is the form that brought a contact: name it, or make it a click"}
		}
	default:
		return t, fault{fmt.Sprintf("kind cannot be %s", quoted(r.fields[touchKind])), "write click or lead"}
	}
	if !address {
		return t, faultAddress(r.fields[touchAddress])
	}
	if f := checkText("contact", r.fields[touchContact]); f != (fault{}) {
		return t, f
	}
	return t, checkText("cookie", r.fields[touchCookie])
}
