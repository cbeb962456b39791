package replay

import "context"

// scan goes through the rows of a file one after the other.
type scan struct {
	ctx    context.Context
	table  *table
	broken *badRows // where rows go that cannot be cut into columns; nil if nobody asks
	told   *Progress
	err    error // of the file, or of the context; there is none before the end
}

func (t *table) scan(ctx context.Context, broken *badRows) *scan {
	return &scan{ctx: ctx, table: t, broken: broken}
}

// all is the rows that can be cut into columns. Each is valid until the next.
func (s *scan) all(yield func(*record) bool) {
	feed := newFeed(s.table, s.table.whole(), pieceSize)
	var buffer []byte
	var marks marks
	var some rowBatch
	for s.err = s.ctx.Err(); s.err == nil; s.err = s.ctx.Err() {
		p, text, more, err := feed.take(&buffer)
		if s.err = err; err != nil || !more {
			return
		}
		s.told.read(0, p.to-p.from)
		rows := s.table.marked(text, p.from, &marks)
		for more := true; more; {
			more = some.fill(&rows)
			for i := range some.n {
				if !yield(&some.records[i]) {
					return
				}
			}
			if some.isBroken() && s.broken != nil {
				s.broken.add(some.broken.at, some.broken.fault)
			}
		}
	}
}
