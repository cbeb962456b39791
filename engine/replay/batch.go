package replay

// batch is how many rows are looked up together.
const batch = 128

// rowBatch is some rows that are at hand together.
type rowBatch struct {
	records [batch]record
	n       int
}

// fill takes the next rows, and counts them. Those that cannot be cut into columns go
// elsewhere.
func (b *rowBatch) fill(rows *splitter, bad *badRows) (count int, more bool) {
	rows.spare = rows.spare[:0]
	for b.n = 0; b.n < batch; {
		r := &b.records[b.n]
		f, more := rows.next(r)
		if !more {
			return count, false
		}
		if count++; f == (fault{}) {
			b.n++
		} else {
			bad.add(r.at, f)
		}
	}
	return count, true
}

// fillTies takes the next rows that tie a browser to somebody, and no others.
func (b *rowBatch) fillTies(rows *splitter) (more bool) {
	rows.spare = rows.spare[:0]
	for b.n = 0; b.n < batch; {
		rows.skip(touchContact)
		r := &b.records[b.n]
		f, more := rows.next(r)
		if !more {
			return false
		}
		if f == (fault{}) && len(r.field(touchContact)) > 0 && len(r.field(touchCookie)) > 0 {
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
