package replay

// batch is how many rows are looked up together.
const batch = 128

// rowBatch is some rows that are at hand together.
type rowBatch struct {
	records [batch]record
	n       int
}

// fill takes the next rows, those that are wanted if not all are. Those that cannot be
// cut into columns go elsewhere, if anybody asks. It counts them all.
func (b *rowBatch) fill(rows *splitter, bad *badRows, wanted func(*record) bool) (count int, more bool) {
	rows.spare = rows.spare[:0]
	for b.n = 0; b.n < batch; {
		r := &b.records[b.n]
		f, more := rows.next(r)
		if !more {
			return count, false
		}
		count++
		switch {
		case f != fault{}:
			if bad != nil {
				bad.add(r.at, f)
			}
		case wanted == nil || wanted(r):
			b.n++
		}
	}
	return count, true
}

// look looks for the names of a column, as [search.look] does.
func (b *rowBatch) look(s *search, field int, in *keys, found *[batch]key, firsts *[batch]uint32) {
	for i := range b.n {
		s.names[i] = b.records[i].field(field)
	}
	s.look(in, b.n, found, firsts)
}
