package replay

// batch is how many rows are looked up together.
const batch = 128

// findAll numbers many names at once, and gives the hashes of those that are not
// empty; an empty name is noKey. A single search waits for memory twice; done step by
// step for all names, the waits overlap.
func (k *keys) findAll(names [][]byte, found []key, hashes *[batch]uint64) {
	var left [batch]uint8
	n := 0
	for i, name := range names {
		if len(name) == 0 {
			found[i] = noKey
			continue
		}
		found[i] = foreign
		hashes[i] = k.hash(name)
		left[n] = uint8(i)
		n++
	}
	n = k.sift(left[:n], hashes)
	k.warm(left[:n], hashes)
	for _, i := range left[:n] {
		found[i] = k.seek(names[i], hashes[i%batch])
	}
}

// sift keeps those that may be there.
func (k *keys) sift(left []uint8, hashes *[batch]uint64) int {
	n := 0
	for _, i := range left {
		bit := k.bit(uint32(hashes[i%batch] >> 32))
		left[n] = i
		n += int(k.seen[bit/64] >> (bit % 64) & 1)
	}
	return n
}

// warm fetches what a search for these will look at first, all at once. The sum is
// nothing to anybody, but must be made, or nothing would be fetched.
//
//go:noinline
func (k *keys) warm(left []uint8, hashes *[batch]uint64) (sum uint64) {
	var taken [batch]uint32
	n := 0
	for _, i := range left {
		slot := uint32(k.slots[k.home(hashes[i%batch])])
		taken[n%batch] = slot
		n += int(min(slot, 1))
	}
	for _, slot := range taken[:n] {
		sum += uint64(k.names[slot-1][0])
	}
	return sum
}
