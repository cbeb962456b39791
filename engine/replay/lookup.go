package replay

// batch is how many rows are looked up together.
const batch = 128

// findAll finds the number of what each record has in a field, and gives the hashes of
// those that are not empty; an empty field is noKey. A single search waits for memory
// three times; done step by step for all records, the waits overlap.
func (k *keys) findAll(records []record, field int, found []key, hashes *[batch]uint64) {
	var left [batch]uint8
	n := 0
	for i := range records {
		name := &records[i].fields[field]
		if len(*name) == 0 {
			found[i] = noKey
			continue
		}
		found[i] = foreign
		hashes[i%batch] = k.hash(*name)
		left[n%batch] = uint8(i)
		n++
	}
	n = k.sift(left[:n], hashes)
	k.warm(left[:n], hashes)
	for _, i := range left[:n] {
		found[i] = k.seek(records[i].fields[field], hashes[i%batch])
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
		name := &k.names[slot-1]
		sum += uint64(name[0]) + uint64(name[len(name)-1]) // it may stand on two cache lines
	}
	return sum
}
