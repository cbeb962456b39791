package replay

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"iter"
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
	slots []uint64 // of a power of two: a tag in the upper half, the key + 1 in the lower; 0 is free
	names []short  // by key
	seen  []uint64 // a bit for each hash, many more than keys: mostly settles a miss by itself
	long  []byte   // names that are too long to be short
}

// short is a name that is short, as most are. Of a longer one it says where it stands
// among the long ones, and how long it is.
type short [24]byte

func newKeys(expected int, seed maphash.Seed) *keys {
	k := &keys{seed: seed, names: make([]short, expected)[:0]}
	size := 64
	for size < expected*3/2 {
		size *= 2
	}
	k.resize(size)
	return k
}

func (k *keys) resize(slots int) {
	k.slots, k.seen = make([]uint64, slots), make([]uint64, slots/8)
}

// len is how many names there are.
func (k *keys) len() int { return len(k.names) }

func (k *keys) hash(name []byte) uint64 { return maphash.Bytes(k.seed, name) }

// tag is what a name's slot is told by before the name itself is compared: some bits of
// the hash, and its length.
func tag(h uint64, name []byte) uint64 {
	return h>>40<<40 | uint64(min(len(name), len(short{})+1))<<32
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
	want := tag(h, name) >> 32
	for at = k.home(h); ; at = (at + 1) & uint64(len(k.slots)-1) {
		switch slot := k.slots[at]; {
		case slot == 0:
			return at, foreign
		case slot>>32 == want && k.is(key(slot&math.MaxUint32)-1, name):
			return at, key(slot&math.MaxUint32) - 1
		}
	}
}

// is reports whether a name of the right tag, which is of the right length, has a key.
func (k *keys) is(number key, name []byte) bool {
	if len(name) <= len(short{}) {
		return string(k.names[number][:len(name)]) == string(name)
	}
	return bytes.Equal(k.longer(number), name)
}

// longer is the name of a key if it is a long one.
func (k *keys) longer(number key) []byte {
	where := &k.names[number]
	from := binary.LittleEndian.Uint64(where[:])
	return k.long[from : from+binary.LittleEndian.Uint64(where[8:])]
}

// add is the number of a name, and whether it is new.
func (k *keys) add(name []byte) (number key, added bool) { return k.addHashed(name, k.hash(name)) }

func (k *keys) addHashed(name []byte, h uint64) (number key, added bool) {
	at, number := k.place(name, h)
	if number != foreign {
		return number, false
	}
	if k.len() >= len(k.slots)/4*3 {
		k.grow()
		at, _ = k.place(name, h)
	}
	var row short
	if len(name) <= len(row) {
		copy(row[:], name)
	} else {
		binary.LittleEndian.PutUint64(row[:], uint64(len(k.long)))
		binary.LittleEndian.PutUint64(row[8:], uint64(len(name)))
		k.long = append(k.long, name...)
	}
	k.names = append(k.names, row)
	k.slots[at] = tag(h, name) | uint64(k.len())
	k.sieve(h)
	return key(k.len() - 1), true
}

func (k *keys) sieve(h uint64) {
	bit := k.bit(uint32(h >> 32))
	k.seen[bit/64] |= 1 << (bit % 64)
}

// grow makes room for twice as many.
func (k *keys) grow() {
	before := k.slots
	k.resize(2 * len(before))
	for _, slot := range before {
		if slot == 0 {
			continue
		}
		h := k.hash(k.nameIn(slot))
		at := k.home(h)
		for k.slots[at] != 0 {
			at = (at + 1) & uint64(len(k.slots)-1)
		}
		k.slots[at] = slot
		k.sieve(h)
	}
}

// nameIn is the name in a slot.
func (k *keys) nameIn(slot uint64) []byte {
	number := key(slot&math.MaxUint32) - 1
	if n := int(slot >> 32 & 0xff); n <= len(short{}) {
		return k.names[number][:n]
	}
	return k.longer(number)
}

// all goes through the names, in no order.
func (k *keys) all() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, slot := range k.slots {
			if slot != 0 && !yield(k.nameIn(slot)) {
				return
			}
		}
	}
}
