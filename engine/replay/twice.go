package replay

import "context"

// shares is how many sales the smallest parts would have.
type shares [mostParts]int

// findTwice finds the sales of the whole file whose id has come before, and counts those
// that have not.
func (l *log) findTwice(ctx context.Context) (all shares, _ error) {
	read, rows := saleReader{currency: l.currency}, l.toldScan(ctx)
	var met ids
	for r := range rows.all {
		if _, f := read.parse(r); f != (fault{}) {
			continue
		}
		id := r.field(saleID)
		if met.len() > 0 && !met.inCourse(id) {
			return l.findTwiceBySet(ctx)
		}
		met.column = column{append(met.names[:0], id...), append(met.ends[:0], uint32(len(id)))}
		all.count(l, r)
	}
	return all, rows.err
}

func (s *shares) count(l *log, r *record) { s[ownerOf(r, l.owners)*mostParts/whole.to]++ }

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
func (l *log) findTwiceBySet(ctx context.Context) (all shares, _ error) {
	n, passes := l.sales.rows(l.sales.whole()), uint64(1)
	if l.Memory > 0 {
		passes += uint64(float64(n) * idBytes / l.room())
	}
	read, seeds := saleReader{currency: l.currency}, newSeeds()
	for pass := range passes {
		known, rows := newKeys(n/int(passes), seeds), l.toldScan(ctx)
		for r := range rows.all {
			p := known.imprint(r.field(saleID))
			if uint64(p.first)*passes>>32 != pass {
				continue
			}
			if _, f := read.parse(r); f != (fault{}) {
				continue
			}
			if _, added := known.addImprint(p); added {
				all.count(l, r)
			} else {
				l.twice[r.at] = true
			}
		}
		if rows.err != nil {
			return all, rows.err
		}
	}
	return all, nil
}
