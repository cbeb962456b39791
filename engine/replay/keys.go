package replay

import (
	"hash/maphash"
	"slices"
)

// key is the number of a contact, cookie or address that some sale has.
type key = int32

const (
	noKey   key = -1 // none is named
	foreign key = -2 // one that no sale has
)

// keys numbers names from 0 as they come. It does not hold the names but imprints of
// them: 96 bits of two hashes whose seeds are drawn anew each time, so that nobody can
// prepare names that share one. That any two of a hundred million names do has a chance of
// less than one in ten million million, which is less than that of a bit in memory that
// flips. So a search that finds something waits for memory twice, for the sieve and for
// the slot, and not for the name as well.
type keys struct {
	seeds seeds
	slots []slot   // of a power of two
	seen  []uint64 // the sieve: a bit for each first hash
	n     int
}

// seeds are the secret of the two hashes.
type seeds struct{ one, two maphash.Seed }

func newSeeds() seeds { return seeds{maphash.MakeSeed(), maphash.MakeSeed()} }

// imprint tells a name from others.
type imprint struct {
	second uint64 // the second hash
	first  uint32 // the upper half of the first
}

// slot is room for one name: its imprint, and the key + 1; 0 is free.
type slot struct {
	second        uint64
	first, number uint32
}

func (s *slot) imprint() imprint { return imprint{s.second, s.first} }

func newKeys(expected int, s seeds) *keys {
	k := &keys{seeds: s}
	size := 64
	for size < expected*3/2 {
		size *= 2
	}
	k.resize(size)
	return k
}

// resize makes room, and a sieve: some bits for each slot. It settles most misses by
// itself, and is small enough to stay at hand.
func (k *keys) resize(slots int) {
	k.slots, k.seen = make([]slot, slots), make([]uint64, slots*sieveBits/64)
}

// sieveBits is how many bits of the sieve there are for a slot: few, because other things
// are looked at all the time.
const sieveBits = 4

// len is how many names there are.
func (k *keys) len() int { return k.n }

// sift is what the sieve goes by.
func (k *keys) sift(name []byte) uint32 { return uint32(maphash.Bytes(k.seeds.one, name) >> 32) }

func (k *keys) second(name []byte) uint64 { return maphash.Bytes(k.seeds.two, name) }

func (k *keys) imprint(name []byte) imprint { return imprint{k.second(name), k.sift(name)} }

func (k *keys) home(second uint64) uint64 { return second & uint64(len(k.slots)-1) }

// bit is where the sieve has the bit of a first hash.
func (k *keys) bit(first uint32) (word, shift uint64) {
	bit := uint64(first) & uint64(len(k.seen)*64-1)
	return bit / 64, bit % 64
}

// sifted is 1 if a name may be there, else 0.
func (k *keys) sifted(first uint32) uint64 {
	word, shift := k.bit(first)
	return k.seen[word] >> shift & 1
}

// find is the number of a name, or foreign.
func (k *keys) find(name []byte) key {
	first := k.sift(name)
	if k.sifted(first) == 0 {
		return foreign
	}
	_, found := k.place(imprint{k.second(name), first})
	return found
}

// place is the slot of an imprint, or the free one where it belongs.
func (k *keys) place(p imprint) (at uint64, found key) {
	for at = k.home(p.second); ; at = (at + 1) & uint64(len(k.slots)-1) {
		switch slot := &k.slots[at]; {
		case slot.number == 0:
			return at, foreign
		case slot.second == p.second && slot.first == p.first:
			return at, key(slot.number) - 1
		}
	}
}

// add is the number of a name, and whether it is new.
func (k *keys) add(name []byte) (number key, added bool) { return k.addImprint(k.imprint(name)) }

func (k *keys) addImprint(p imprint) (number key, added bool) {
	at, number := k.place(p)
	if number != foreign {
		return number, false
	}
	if k.n >= len(k.slots)/8*7 {
		k.grow()
		at, _ = k.place(p)
	}
	k.put(at, slot{p.second, p.first, uint32(k.n + 1)})
	k.n++
	return key(k.n - 1), true
}

// addAll adds many.
func (k *keys) addAll(imprints []imprint) {
	for some := range slices.Chunk(imprints, batch) {
		k.warm(some)
		for _, p := range some {
			k.addImprint(p)
		}
	}
}

func (k *keys) put(at uint64, s slot) {
	k.slots[at] = s
	word, shift := k.bit(s.first)
	k.seen[word] |= 1 << shift
}

// grow makes room for twice as many.
func (k *keys) grow() {
	before := k.slots
	k.resize(2 * len(before))
	for _, s := range before {
		if s.number != 0 {
			at, _ := k.place(s.imprint())
			k.put(at, s)
		}
	}
}
