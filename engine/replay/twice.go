package replay

import "context"

// findTwice finds the sales of the whole file whose id has come before.
func (l *log) findTwice(ctx context.Context) error {
	l.twice = map[int]bool{}
	read, rows := saleReader{currency: l.currency}, l.toldScan(ctx)
	var all ids
	for r := range rows.all {
		if _, f := read.parse(r); f != (fault{}) {
			continue
		}
		id := r.field(saleID)
		if all.len() > 0 && !all.inCourse(id) {
			return l.findTwiceBySet(ctx)
		}
		all.column = column{append(all.names[:0], id...), append(all.ends[:0], uint32(len(id)))}
	}
	return rows.err
}

// toldScan goes through the sales once more than was expected.
func (l *log) toldScan(ctx context.Context) *scan {
	rows := l.sales.scan(ctx, nil)
	rows.told = l.Progress
	l.Progress.expect(len(l.sales.Data))
	return rows
}

// idBytes is what an id takes while ids are looked up, at most.
const idBytes = 64

// findTwiceBySet does it for ids in any order: as many at a time as there is memory for.
func (l *log) findTwiceBySet(ctx context.Context) error {
	n, passes := l.sales.rows(l.sales.whole()), uint64(1)
	if l.Memory > 0 {
		passes += uint64(float64(n) * idBytes / l.room())
	}
	read, seeds := saleReader{currency: l.currency}, newSeeds()
	for pass := range passes {
		known, rows := newKeys(n/int(passes), seeds, coarse), l.toldScan(ctx)
		for r := range rows.all {
			p := known.print(r.field(saleID))
			if uint64(p.first)*passes>>32 != pass {
				continue
			}
			if _, f := read.parse(r); f == (fault{}) {
				if _, added := known.addPrint(p); !added {
					l.twice[r.at] = true
				}
			}
		}
		if rows.err != nil {
			return rows.err
		}
	}
	return nil
}
