package replay

// batch is how many rows are looked up together.
const batch = 128

// rowBatch is some rows that are at hand together.
type rowBatch struct {
	records [batch]record
	n       int
	broken  badRow // the row behind them, if it cannot be cut into columns
}

// fill takes the next rows. Those before are gone, unless the splitter keeps them.
func (b *rowBatch) fill(rows *splitter) (more bool) {
	rows.release()
	b.broken = badRow{}
	for b.n = 0; b.n < batch; {
		if n := rows.cut(b.records[b.n:]); n > 0 {
			b.n += n
			continue
		}
		r := &b.records[b.n]
		f, more := rows.next(r)
		if !more {
			return false
		}
		if f != (fault{}) {
			b.broken = badRow{r.at, f}
			return true
		}
		b.n++
	}
	return true
}

// isBroken reports whether there is a broken row behind the others.
func (b *rowBatch) isBroken() bool { return b.broken.fault != (fault{}) }

// count is how many rows there are, a broken one included.
func (b *rowBatch) count() int {
	if b.isBroken() {
		return b.n + 1
	}
	return b.n
}

// fillTies takes the next rows that tie a browser to somebody, and no others.
func (b *rowBatch) fillTies(rows *splitter) (more bool) {
	rows.release()
	for b.n = 0; b.n < batch; {
		rows.skip(touchContact)
		r := &b.records[b.n]
		if rows.cut(b.records[b.n:b.n+1]) == 0 {
			f, more := rows.next(r)
			if !more {
				return false
			}
			if f != (fault{}) {
				continue
			}
		}
		if len(r.field(touchContact)) > 0 && len(r.field(touchCookie)) > 0 {
			b.n++
		}
	}
	return true
}

// look looks for the names of a column, as [search.look] does.
func (b *rowBatch) look(s *search, field int, in *keys, found *[batch]key, firsts *[batch]uint32) {
	for i := range b.n {
		s.names[i] = b.records[i].field(field)
	}
	s.look(in, b.n, found, firsts)
}
