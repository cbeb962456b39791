package replay

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"iter"
	"math"
	"slices"

	"referee/model"
)

// LeastMemory is the least that a replay can be bounded to, in bytes.
const LeastMemory = 64 << 20

// What a row costs in memory, about, while a part is read and settled; and what the
// program takes besides.
const (
	saleBytes  = 90
	touchBytes = 52
	otherBytes = 28 << 20
)

// Parts reads a log in parts that fit [Options.Memory]: each is the sales of some
// contacts, with all that bears on them, so that its answers are those of the whole. For
// each part both files are gone through twice. How much memory a part
// will take is known from the parts before; one that takes too much is read again as a
// smaller one. There is at least one part; if it is the only one, it is all of the log
// ([Load.Whole]). The bad rows are there after the last. The errors are those of [Read],
// and a [*Problem] if the log needs more memory; an error ends it.
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
	s := share{log: l, size: whole.to}
	if rows := l.sales.rows(l.sales.whole()); l.Memory > 0 {
		s.size = uint64(float64(whole.to) * min(1, l.room()/(float64(rows)*(saleBytes+2*touchBytes)))) // a guess; the parts tell
	}
	for from := uint64(0); from < whole.to; {
		p := s.next(from)
		if l.twice == nil && p != whole {
			if err := l.prepareParts(ctx); err != nil {
				return err
			}
		}
		load, err := l.part(ctx, p)
		if errors.Is(err, errMuch) {
			if err := s.shrink(p); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return err
		}
		from = p.to
		if load == nil {
			continue // the rest is read for its bad rows
		}
		if !yield(load) {
			return nil
		}
		if s.learn(load, p); (whole.to-p.to)/max(s.size, 1) > mostParts {
			return l.tooLittle()
		}
	}
	bad, err := l.bad(ctx)
	if err != nil {
		return err
	}
	*skipped = *bad
	if l.refuses() {
		return skipped
	}
	return nil
}

// prepareParts finds out what must be known of all sales before some are read.
func (l *log) prepareParts(ctx context.Context) error {
	l.twice, l.badTouches.told = map[int]bool{}, map[int]bool{}
	shares, err := l.findTwice(ctx)
	if err == nil && slices.Max(shares[:]) > l.mostSales() {
		err = l.tooLittle() // what one contact bought is needed together
	}
	return err
}

// errMuch is that a part takes more memory than there is.
var errMuch = errors.New("the part takes too much memory")

// part is which sales are read together: those whose owner's hash is in a range.
type part struct{ from, to uint64 }

// whole is all sales.
var whole = part{0, 1 << 32}

// owns reports whether a sale is of the part. All sales of a contact are of the same.
func (p part) owns(r *record, seed maphash.Seed) bool {
	if p == whole {
		return true
	}
	hash := ownerOf(r, seed)
	return hash >= p.from && hash < p.to
}

// ownerOf is the hash of whom a sale belongs to: its contact, or nobody else.
func ownerOf(r *record, seed maphash.Seed) uint64 {
	owner := r.field(saleContact)
	if len(owner) == 0 {
		owner = r.field(saleID)
	}
	return maphash.Bytes(seed, owner) >> 32
}

// of is about how many of so many sales are of the part.
func (p part) of(sales int) int {
	return int(float64(sales)*float64(p.to-p.from)/float64(whole.to)) + 1
}

// share is how large parts are.
type share struct {
	*log
	size uint64 // of the next part
}

// next is the part from somewhere on. The last ones are about as large as each other.
func (s *share) next(from uint64) part {
	size := max(s.size, 1)
	left := (whole.to - from + size - 1) / size
	p := part{from, from + (whole.to-from)/left}
	bytes := len(s.sales.Data) + 2*len(s.touches.Data)
	if p != whole {
		bytes += len(s.sales.Data) // for what other parts bear on it
	}
	s.Progress.remaining(int(left) * bytes)
	return p
}

// mostParts is about how many parts there may be: every part goes through all of the log.
const mostParts = 512

// shrink makes a part that took too much smaller. What very many sales share, a cookie,
// a contact or an address, any part must hold: if that alone is too much, it says so.
func (s *share) shrink(p part) error {
	if s.size = (p.to - p.from) / 2; p.to-p.from > whole.to/mostParts {
		return nil
	}
	return s.tooLittle()
}

// tooLittle is that there is no part that would fit.
func (l *log) tooLittle() error {
	return &Problem{File: l.sales.Name, What: fmt.Sprintf("%d MiB are too little memory for these logs: more than %d parts would be needed, or very many rows share a contact, a cookie or an address and are needed together", l.Memory>>20, mostParts),
		Fix: fmt.Sprintf("try --memory %dMiB; nothing was written", 2*l.Memory>>20)}
}

// room is what of the memory is for rows.
func (l *log) room() float64 { return float64(max(l.Memory/10*8-otherBytes, l.Memory/4)) }

// learn takes in what a part came to. Of what it takes some is for its own sales, and
// some any part would take: touches of an address that everybody has, say. So parts are
// only ever made somewhat larger or smaller than the last.
func (s *share) learn(l *Load, p part) {
	if took := float64(len(l.sales.at)*saleBytes + l.Touches*touchBytes); took > 0 && s.Memory > 0 {
		s.size = uint64(float64(p.to-p.from) * max(0.5, min(0.85*s.room()/took, 2)))
	}
}

// mostSales is how many sales there is memory for.
func (l *log) mostSales() int {
	if l.Memory == 0 {
		return math.MaxInt
	}
	return int(l.room() / saleBytes)
}

// mostTouches is how many touches there is memory for, besides some sales. It returns
// errMuch if there is none.
func (l *log) mostTouches(sales int) (int, error) {
	if l.Memory == 0 {
		return math.MaxInt, nil
	}
	if most := (l.room() - float64(sales)*saleBytes) / touchBytes; most > 0 {
		return int(most), nil
	}
	return 0, errMuch
}
