package replay

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"iter"
	"math"

	"referee/model"
)

// LeastMemory is the least that a replay can be bounded to, in bytes.
const LeastMemory = 64 << 20

// What a row costs in memory, about, while a part is read and settled; and what the
// program takes besides.
const (
	saleBytes  = 250
	touchBytes = 70
	otherBytes = 24 << 20
)

// Parts reads a log in parts that fit [Options.Memory]: each is some sales, in the
// order of the file, with all that bears on them, so that its answers are those of the
// whole. The logs are gone through once for each part. How much memory a sale will take,
// with the touches it keeps and the sales of other parts that bear on it, is known from
// the parts before; a part that takes too much is read again as a smaller one. There is
// at least one part. The bad rows are complete after the last. The errors are those of
// [Read], and a [*Problem] if the log needs more memory; an error ends it.
func Parts(ctx context.Context, files Files, currency model.Currency, o Options, skipped *BadRows) iter.Seq2[*Load, error] {
	return func(yield func(*Load, error) bool) {
		l, err := open(files, currency, o)
		if err == nil {
			err = l.parts(ctx, skipped, func(load *Load) bool { return yield(load, nil) })
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// parts reads part after part, until that is not wanted any more.
func (l *log) parts(ctx context.Context, skipped *BadRows, yield func(*Load) bool) error {
	s := share{log: l, wanted: l.room() / (2*saleBytes + 2*touchBytes)} // a guess; the parts tell
	row := 0
	for from, first := l.sales.body, true; first || from < len(l.sales.Data); {
		p, err := s.piece(from)
		if err == nil && l.twice == nil && p.to < len(l.sales.Data) {
			err = l.findTwice(ctx)
		}
		if err != nil {
			return err
		}
		load, err := l.part(ctx, p)
		if errors.Is(err, errMuch) {
			if err := s.shrink(p); err != nil {
				return err
			}
			continue
		}
		*skipped = l.skipped
		if err != nil {
			return err
		}
		load.row, first = row, false
		row += load.Sales()
		s.learn(load)
		if from = p.to; !yield(load) {
			return nil
		}
	}
	return nil
}

// errMuch is that a part takes more memory than there is.
var errMuch = errors.New("the part takes too much memory")

// share is how large parts are.
type share struct {
	*log
	wanted float64 // about how many sales the next part has
}

// piece is the part of sales.csv from somewhere on.
func (s *share) piece(from int) (p piece, err error) {
	p, s.single = piece{from: from, to: len(s.sales.Data)}, false
	if s.Memory == 0 || from == p.to {
		s.Progress.remaining(p.to - from + len(s.touches.Data))
		return p, nil
	}
	rows := float64(s.sales.rows(s.sales.whole()))
	if size := float64(len(s.sales.Data)-s.sales.body) * s.wanted / rows; float64(from)+size < float64(p.to) {
		p.to, err = s.end(from, int(size))
	}
	left := (len(s.sales.Data) - from + p.to - from - 1) / (p.to - from) // parts of this size
	s.Progress.remaining(len(s.sales.Data) - from + left*len(s.touches.Data))
	return p, err
}

// end is where a part of about some size ends.
func (s *share) end(from, size int) (to int, err error) {
	feed := newFeed(s.sales, piece{from: from, to: len(s.sales.Data)}, min(size, pieceSize)+1)
	var buffer []byte
	for to = from; to-from < size || to == from; {
		p, _, more, err := feed.take(&buffer)
		if err != nil || !more {
			return len(s.sales.Data), err
		}
		to = p.to
		s.single = p.number == 0 && size < 2 // there is no smaller part
	}
	return to, nil
}

// mostParts is about how many parts there may be, unless a part is a single sale: every
// part goes through all of the log.
const mostParts = 64

// shrink makes a part that took too much smaller. What very many sales share, a cookie
// or a contact, any part must hold: if that alone is too much, it says so.
func (s *share) shrink(p piece) error {
	if s.wanted *= 0.6; p.to-p.from > len(s.sales.Data)/mostParts || s.wanted < 1 {
		return nil
	}
	return &Problem{File: s.sales.Name, What: fmt.Sprintf("%d MiB are too little memory for these logs: very many sales share a contact or a cookie, and are needed together", s.Memory>>20),
		Fix: fmt.Sprintf("try --memory %dMiB; nothing was written", 2*s.Memory>>20)}
}

// room is what of the memory is for rows.
func (l *log) room() float64 { return float64(max(l.Memory/10*8-otherBytes, l.Memory/4)) }

// learn takes in what a part came to. Of what it takes some is for its own sales, and
// some any part would take: touches of an address that everybody has, say. So parts are
// only ever made somewhat larger or smaller than the last.
func (s *share) learn(l *Load) {
	if took := float64(len(l.evidence.cookie)*saleBytes + l.Touches*touchBytes); took > 0 {
		s.wanted = float64(l.count) * max(0.5, min(0.9*s.room()/took, 2))
	}
}

// mostTouches is how many touches there is memory for, besides some sales. It returns
// errMuch if there is none.
func (l *log) mostTouches(sales int) (int64, error) {
	if l.Memory == 0 || l.single {
		return math.MaxInt64, nil
	}
	if most := (l.room() - float64(sales)*saleBytes) / touchBytes; most > 0 {
		return int64(most), nil
	}
	return 0, errMuch
}

// findTwice finds the sales of the whole file whose id has come before.
func (l *log) findTwice(ctx context.Context) error {
	l.twice = map[int]bool{}
	read := saleReader{currency: l.currency}
	var all ids
	for r := range l.sales.records(ctx, nil) {
		if _, f := read.parse(r); f != (fault{}) {
			continue
		}
		id := r.field(saleID)
		if all.len() > 0 && !all.inCourse(id) {
			return l.findTwiceBySet(ctx)
		}
		all.column = column{append(all.names[:0], id...), append(all.ends[:0], uint32(len(id)))}
	}
	return ctx.Err()
}

// findTwiceBySet does it for ids in any order.
func (l *log) findTwiceBySet(ctx context.Context) error {
	read, known := saleReader{currency: l.currency}, newIDSet()
	for r := range l.sales.records(ctx, nil) {
		if _, f := read.parse(r); f == (fault{}) && known.hold(r.field(saleID)) {
			l.twice[r.at] = true
		}
	}
	return ctx.Err()
}

// idSet holds ids by 64 bits of a hash whose seed nobody knows: among a hundred
// million ids, one in four thousand logs would have one taken for another, and be
// refused.
type idSet struct {
	seed  maphash.Seed
	slots []uint64
	n     int
}

func newIDSet() *idSet { return &idSet{seed: maphash.MakeSeed(), slots: make([]uint64, 64)} }

// hold reports whether an id is there already, and keeps it.
func (s *idSet) hold(id []byte) bool {
	if s.n >= len(s.slots)/4*3 {
		before := s.slots
		s.slots, s.n = make([]uint64, 2*len(before)), 0
		for _, h := range before {
			if h != 0 {
				s.put(h)
			}
		}
	}
	return s.put(maphash.Bytes(s.seed, id) | 1) // 0 is a free slot
}

func (s *idSet) put(h uint64) (held bool) {
	mask := uint64(len(s.slots) - 1)
	for at := h >> 1 & mask; ; at = (at + 1) & mask {
		switch s.slots[at] {
		case h:
			return true
		case 0:
			s.slots[at] = h
			s.n++
			return false
		}
	}
}
