package replay

import (
	"bytes"
	"math"
)

// batch is how many rows are looked up together.
const batch = 128

// findAll numbers many names at once. Tables are far larger than the processor's
// caches, so a single search waits for memory three times; done step by step for
// all names, the waits overlap. An empty name is noKey.
func (k *keys) findAll(names [][]byte, found []key) {
	var hashes [batch]uint64
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
	n = k.sift(left[:n], &hashes)
	k.probe(left[:n], &hashes, names, found)
}

// sift keeps those that may be there.
func (k *keys) sift(left []uint8, hashes *[batch]uint64) int {
	n := 0
	for _, i := range left {
		bit := hashes[i%batch] >> 20 & k.sieve
		left[n] = i
		n += int(k.seen[bit/64] >> (bit % 64) & 1)
	}
	return n
}

// probe looks where each name should stand, and searches on where another does.
func (k *keys) probe(left []uint8, hashes *[batch]uint64, names [][]byte, found []key) {
	var slots [batch]uint64
	for at, i := range left {
		slots[at] = k.slots[hashes[i%batch]&k.mask]
	}
	var from, to [batch]uint32
	for at := range left {
		if number := slots[at] & math.MaxUint32; number > 0 {
			from[at], to[at] = k.ends[number-1], k.ends[number]
		}
	}
	for at, i := range left {
		if slots[at]>>32 == hashes[i%batch]>>32 && bytes.Equal(k.names[from[at]:to[at]], names[i]) {
			found[i] = key(slots[at]&math.MaxUint32) - 1
		} else if slots[at] != 0 {
			found[i] = k.seek(names[i], hashes[i%batch])
		}
	}
}
