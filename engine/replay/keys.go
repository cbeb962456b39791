package replay

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"iter"
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
//
// A table is far larger than the processor's caches, and waiting for memory is nearly
// all that a search costs: a name stands in its slot, so it is waited for once.
type keys struct {
	seed  maphash.Seed
	slots []slot // of a power of two
	n     int
	seen  []uint64 // a bit for each hash, many more than keys: mostly settles a miss by itself
	long  []byte   // names that are too long for a slot
}

// slot is a name and its number.
type slot struct {
	tag  uint32 // some bits of the hash and the length of the name; 0 is a free slot
	key  key
	name [inSlot]byte
}

// inSlot is how long a name may be that stands in its slot. Of a longer one the slot
// says where it stands among the long names.
const inSlot = 24

func newKeys(expected int, seed maphash.Seed) *keys {
	k := &keys{seed: seed}
	size := 64
	for size < expected {
		size *= 2
	}
	k.resize(size)
	return k
}

func (k *keys) resize(slots int) {
	k.slots, k.seen = make([]slot, slots), make([]uint64, slots/8)
}

// len is how many names there are.
func (k *keys) len() int { return k.n }

func (k *keys) hash(name []byte) uint64 { return maphash.Bytes(k.seed, name) }

// tag is what a name's slot is told by before the name itself is compared.
func tag(h uint64, name []byte) uint32 {
	return uint32(h>>40)<<8 | uint32(min(len(name), inSlot+1)) + 1
}

func (k *keys) home(h uint64) uint64 { return h & uint64(len(k.slots)-1) }

// bit is where the sieve has the bit of a hash, by its upper half.
func (k *keys) bit(upper uint32) uint64 { return uint64(upper) & uint64(len(k.seen)*64-1) }

// sifted reports whether a name may be there, by the upper half of its hash.
func (k *keys) sifted(upper uint32) bool {
	bit := k.bit(upper)
	return k.seen[bit/64]>>(bit%64)&1 != 0
}

// find is the number of a name, or foreign.
func (k *keys) find(name []byte) key {
	h := k.hash(name)
	if !k.sifted(uint32(h >> 32)) {
		return foreign
	}
	return k.seek(name, h)
}

func (k *keys) seek(name []byte, h uint64) key {
	_, found := k.place(name, h)
	return found
}

// place is the slot of a name, or the free one where it belongs.
func (k *keys) place(name []byte, h uint64) (at uint64, found key) {
	want := tag(h, name)
	for at = k.home(h); ; at = (at + 1) & uint64(len(k.slots)-1) {
		switch s := &k.slots[at]; {
		case s.tag == 0:
			return at, foreign
		case s.tag == want && k.holds(s, name):
			return at, s.key
		}
	}
}

// holds reports whether a slot of the right tag, which is of the right length, holds a
// name.
func (k *keys) holds(s *slot, name []byte) bool {
	if len(name) <= inSlot {
		return string(s.name[:len(name)]) == string(name)
	}
	return bytes.Equal(k.nameOf(s), name)
}

// nameOf is the name in a slot.
func (k *keys) nameOf(s *slot) []byte {
	if n := s.tag&0xff - 1; n <= inSlot {
		return s.name[:n]
	}
	from := binary.LittleEndian.Uint64(s.name[:])
	return k.long[from : from+binary.LittleEndian.Uint64(s.name[8:])]
}

// add is the number of a name, and whether it is new.
func (k *keys) add(name []byte) (number key, added bool) { return k.addHashed(name, k.hash(name)) }

func (k *keys) addHashed(name []byte, h uint64) (number key, added bool) {
	at, number := k.place(name, h)
	if number != foreign {
		return number, false
	}
	if k.n >= len(k.slots)/4*3 {
		k.grow()
		at, _ = k.place(name, h)
	}
	s := &k.slots[at]
	s.tag, s.key = tag(h, name), key(k.n)
	if k.n++; len(name) <= inSlot {
		copy(s.name[:], name)
	} else {
		binary.LittleEndian.PutUint64(s.name[:], uint64(len(k.long)))
		binary.LittleEndian.PutUint64(s.name[8:], uint64(len(name)))
		k.long = append(k.long, name...)
	}
	bit := k.bit(uint32(h >> 32))
	k.seen[bit/64] |= 1 << (bit % 64)
	return s.key, true
}

// grow makes room for twice as many.
func (k *keys) grow() {
	before := k.slots
	k.resize(2 * len(before))
	for i := range before {
		if s := &before[i]; s.tag != 0 {
			h := k.hash(k.nameOf(s))
			at := k.home(h)
			for k.slots[at].tag != 0 {
				at = (at + 1) & uint64(len(k.slots)-1)
			}
			k.slots[at] = *s
			bit := k.bit(uint32(h >> 32))
			k.seen[bit/64] |= 1 << (bit % 64)
		}
	}
}

// all goes through the names, in no order.
func (k *keys) all() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for i := range k.slots {
			if s := &k.slots[i]; s.tag != 0 && !yield(k.nameOf(s)) {
				return
			}
		}
	}
}
