package replay

// slab gives out short pieces of memory from large ones.
type slab[T any] struct {
	free []T
	size int // of the last large piece
}

// A large piece holds twice as many items as the one before, from a few to very many.
const (
	firstSlab = 1 << 8
	lastSlab  = 1 << 14
)

// open is an empty piece to append to with more. It ends with close; one that does not
// is written over.
func (s *slab[T]) open() []T { return s.free[:0] }

// more appends an item to the open piece.
func (s *slab[T]) more(piece []T, item T) []T {
	if len(piece) == cap(piece) {
		s.size = max(firstSlab, min(2*s.size, lastSlab), 2*len(piece))
		s.free = append(make([]T, 0, s.size), piece...)
		piece = s.free
	}
	return append(piece, item)
}

// close gives the open piece away: what comes next stands behind it.
func (s *slab[T]) close(piece []T) []T {
	s.free = piece[len(piece):]
	return piece[:len(piece):len(piece)]
}
