package replay

// search looks for the names of many rows together. A single search waits for memory
// twice; done step by step for all, the waits overlap.
type search struct {
	names  [batch][]byte // of the column at hand
	open   [maxSearches * batch]opened
	opened int
}

// maxSearches is how many columns are looked up together.
const maxSearches = 3

// opened is a name that may be there.
type opened struct {
	in *keys
	imprint
	found *key
}

// look looks for the names of a column. An empty one is noKey; what the sieve stops is
// foreign; the others are looked for at the end. It leaves the first hashes.
func (s *search) look(k *keys, n int, found *[batch]key, firsts *[batch]uint32) {
	var left [batch]uint8
	some := 0
	for i, name := range s.names[:n] {
		if len(name) == 0 {
			found[i] = noKey
			continue
		}
		found[i] = foreign
		firsts[i] = k.sift(name)
		left[some%batch] = uint8(i)
		some++
	}
	for _, i := range left[:k.sieve(left[:some], firsts)] {
		s.open[s.opened] = opened{k, imprint{k.second(s.names[i]), firsts[i%batch]}, &found[i%batch]}
		s.opened++
	}
}

// end finds what is still open.
func (s *search) end() {
	warmed := uint32(0)
	for i := range s.open[:s.opened] {
		o := &s.open[i]
		warmed += o.in.slots[o.in.home(o.second)].number
	}
	for i := range s.open[:s.opened] {
		o := &s.open[i]
		_, *o.found = o.in.place(o.imprint)
	}
	s.opened = 0
	used(warmed)
}

// used keeps what is read only to have it at hand from being left out.
//
//go:noinline
func used(uint32) {}

// sieve keeps those that may be there.
func (k *keys) sieve(left []uint8, firsts *[batch]uint32) int {
	n := 0
	for _, i := range left {
		left[n] = i
		n += int(k.sifted(firsts[i%batch]))
	}
	return n
}

// warm fetches what a search for these will look at first, all at once.
func (k *keys) warm(imprints []imprint) {
	warmed := uint32(0)
	for i := range imprints {
		warmed += k.slots[k.home(imprints[i].second)].number
	}
	used(warmed)
}
