package replay

import (
	"bytes"
	"hash/maphash"
	"math"
)

// key is the number of a contact, cookie or address that some sale has.
type key = int32

const (
	noKey   key = -1 // none is named
	foreign key = -2 // one that no sale has
)

// keys numbers names from 0 as they come. It compares whole names, never only
// their hashes. The seed of the hash is drawn anew each time, so that nobody can
// prepare names that collide; no answer depends on it.
type keys struct {
	seed  maphash.Seed
	slots []uint64 // the upper half of the hash and the key's number + 1; 0 is free
	mask  uint64
	seen  []uint64 // a bit for each hash, many more than keys: mostly settles a miss by itself
	sieve uint64
	ends  []uint32 // where each name ends in names
	names []byte
}

func newKeys(expected int) *keys {
	size := uint64(64)
	for size < uint64(expected)*3/2 {
		size *= 2
	}
	k := &keys{seed: maphash.MakeSeed(), slots: make([]uint64, size), mask: size - 1, seen: make([]uint64, size/16), sieve: size*4 - 1}
	k.ends, k.names = make([]uint32, 1, expected+1), make([]byte, 0, 16*expected)
	return k
}

// len is how many names there are.
func (k *keys) len() int { return len(k.ends) - 1 }

// name is the name of a key.
func (k *keys) name(i key) []byte { return k.names[k.ends[i]:k.ends[i+1]] }

func (k *keys) hash(name []byte) uint64 { return maphash.Bytes(k.seed, name) }

// find is the number of a name, or foreign.
func (k *keys) find(name []byte) key {
	h := k.hash(name)
	if !k.mayHold(h) {
		return foreign
	}
	return k.seek(name, h)
}

func (k *keys) mayHold(h uint64) bool {
	bit := h >> 20 & k.sieve
	return k.seen[bit/64]>>(bit%64)&1 != 0
}

func (k *keys) seek(name []byte, h uint64) key {
	for at := h & k.mask; ; at = (at + 1) & k.mask {
		slot := k.slots[at]
		if slot == 0 {
			return foreign
		}
		if slot>>32 == h>>32 {
			if i := key(slot&math.MaxUint32) - 1; bytes.Equal(k.name(i), name) {
				return i
			}
		}
	}
}

// add is the number of a name, and whether it is new.
func (k *keys) add(name []byte) (i key, added bool) { return k.addHashed(name, k.hash(name)) }

func (k *keys) addHashed(name []byte, h uint64) (i key, added bool) {
	if k.mayHold(h) {
		if i := k.seek(name, h); i != foreign {
			return i, false
		}
	}
	if uint64(k.len()+1)*4 > k.mask*3 {
		k.grow()
	}
	k.names = append(k.names, name...)
	k.ends = append(k.ends, uint32(len(k.names)))
	i = key(k.len() - 1)
	k.put(i, h)
	return i, true
}

func (k *keys) put(i key, h uint64) {
	at := h & k.mask
	for k.slots[at] != 0 {
		at = (at + 1) & k.mask
	}
	k.slots[at] = h>>32<<32 | uint64(i+1)
	bit := h >> 20 & k.sieve
	k.seen[bit/64] |= 1 << (bit % 64)
}

func (k *keys) grow() {
	size := (k.mask + 1) * 2
	k.slots, k.mask = make([]uint64, size), size-1
	k.seen, k.sieve = make([]uint64, size/16), size*4-1
	for i := range key(k.len()) {
		k.put(i, k.hash(k.name(i)))
	}
}

// warm fetches what adding these names will look at, all at once: one after the
// other, each would wait for memory.
func (k *keys) warm(hashes []uint64) (sum uint64) {
	for _, h := range hashes {
		sum += k.slots[h&k.mask]
	}
	for _, h := range hashes {
		sum += k.seen[(h>>20&k.sieve)/64]
	}
	return sum
}
