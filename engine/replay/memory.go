package replay

import (
	"context"
	"errors"
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
// the parts before; a part that takes too much is read again as a smaller one.
// The bad rows are complete after the last part. The errors are those of [Read]; an
// error ends it.
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
	s := share{log: l}
	s.sales = s.room() / (2*saleBytes + 2*touchBytes) // a guess; the parts tell
	if err := s.begin(ctx); err != nil {
		return err
	}
	row := 0
	for from := l.sales.body; from < len(l.sales.Data); {
		p, err := s.piece(from)
		if err != nil {
			return err
		}
		load, err := l.part(ctx, p)
		if errors.Is(err, errMuch) {
			s.sales *= 0.6
			continue
		}
		*skipped = l.skipped
		if err != nil {
			return err
		}
		load.row = row
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
	sales float64 // about how many sales the next part has
}

// begin finds out whether there will be several parts, and if so, whether ids can come
// twice at all.
func (s *share) begin(ctx context.Context) error {
	if first, err := s.piece(s.log.sales.body); err != nil || first.to == len(s.log.sales.Data) {
		return err
	}
	var seen ids
	var last column
	for r := range s.log.sales.records(ctx, nil) {
		id := r.fields[saleID]
		seen.column = last
		if last.len() > 0 && !seen.inCourse(id) {
			s.ids = &seenIDs{set: newIDSet(s.log.sales.rows(s.log.sales.whole())), twice: map[int]bool{}}
			break
		}
		last = column{append(last.names[:0], id...), append(last.ends[:0], uint32(len(id)))}
	}
	return ctx.Err()
}

// piece is the part of sales.csv from somewhere on.
func (s *share) piece(from int) (p piece, err error) {
	p = piece{from: from, to: len(s.log.sales.Data)}
	if s.Memory > 0 {
		rows := float64(s.log.sales.rows(s.log.sales.whole()))
		if size := float64(len(s.log.sales.Data)-s.log.sales.body) * s.sales / rows; float64(from)+size < float64(p.to) {
			p.to, err = s.end(from, int(size))
		}
	}
	left := (len(s.log.sales.Data) - from + p.to - from - 1) / (p.to - from) // parts of this size
	s.Progress.remaining(len(s.log.sales.Data) - from + left*len(s.touches.Data))
	return p, err
}

// end is where a part of about some size ends, and whether it is as small as one can be.
func (s *share) end(from, size int) (to int, err error) {
	feed := newFeed(s.log.sales, piece{from: from, to: len(s.log.sales.Data)}, min(size, pieceSize)+1)
	var buffer []byte
	for to = from; to-from < size || to == from; {
		p, _, more, err := feed.take(&buffer)
		if err != nil || !more {
			return len(s.log.sales.Data), err
		}
		to = p.to
		s.least = p.number == 0 && size < 2
	}
	return to, nil
}

// room is what of the memory is for rows.
func (l *log) room() float64 {
	ids := 0
	if l.ids != nil {
		ids = 8 * len(l.ids.set.slots)
	}
	return float64(max(l.Memory*8/10-otherBytes-int64(ids), l.Memory/4))
}

// learn takes in what a part came to. Of what it takes some is for its own sales, and
// some any part would take: touches of an address that everybody has, say. So parts are
// only ever made somewhat larger or smaller than the last.
func (s *share) learn(l *Load) {
	if took := float64(len(l.evidence.cookie)*saleBytes + l.Touches*touchBytes); took > 0 {
		s.sales = float64(l.count) * max(0.5, min(0.9*s.room()/took, 2))
	}
}

// mostTouches is how many touches there is memory for, besides some sales. It returns errMuch
// if there is none.
func (l *log) mostTouches(sales int) (int64, error) {
	if l.Memory == 0 || l.least {
		return math.MaxInt64, nil
	}
	if most := (l.room() - float64(sales)*saleBytes) / touchBytes; most > 0 {
		return int64(most), nil
	}
	return 0, errMuch
}

// seenIDs are the ids of sales in all parts so far. Parts may be read again.
type seenIDs struct {
	set   *idSet
	upTo  int          // rows that begin before this have been taken in
	twice map[int]bool // those of them whose id had come before
}

// hold reports whether the id of a row has come before, and keeps it. Nil holds nothing.
func (s *seenIDs) hold(at int, id []byte) bool {
	if s == nil {
		return false
	}
	if at >= s.upTo {
		s.upTo = at + 1
		if s.set.hold(id) {
			s.twice[at] = true
		}
	}
	return s.twice[at]
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

// hold reports whether an id is there already, and keeps it.
func (s *idSet) hold(id []byte) bool {
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
