package replay

import (
	"slices"
	"sort"
)

// starts is where the items of each key begin, when all are listed by key, and at last
// where they end. They are counted, then summed up.
type starts []int32

func newStarts(keys int) starts { return make(starts, keys+1) }

func (s starts) keys() int { return len(s) - 1 }

// count counts an item of a key; noKey and foreign have none.
func (s starts) count(k key) {
	if k >= 0 {
		s[k+1]++
	}
}

func (s starts) countAll(column []key) {
	for _, k := range column {
		s.count(k)
	}
}

func (s starts) sum() {
	for k := range s.keys() {
		s[k+1] += s[k]
	}
}

// keyRange is some keys in a row. What is listed by the keys of one range at a time stays
// near the processor.
type keyRange struct{ from, to key }

// keyRanges are all keys, cut into ranges: where each begins, and at last the end.
type keyRanges []key

const (
	rangeKeys = 1 << 14 // below so many, cutting them up is not worth it
	maxRanges = 16      // what is to be listed is gone through once for each
)

// rangesOf cuts keys into ranges with about as many items each.
func rangesOf(workers int, items ...starts) keyRanges {
	keys := items[0].keys()
	n := min(keys/rangeKeys+1, max(maxRanges, 2*workers))
	before := func(k int) (sum int) {
		for _, s := range items {
			sum += int(s[k])
		}
		return sum
	}
	all := make(keyRanges, n+1)
	for i := range all {
		all[i] = key(sort.Search(keys, func(k int) bool { return before(k) >= before(keys)*i/n }))
	}
	all[0], all[n] = 0, key(keys)
	return all
}

func (r keyRanges) len() int { return len(r) - 1 }

func (r keyRanges) at(i int) keyRange { return keyRange{r[i], r[i+1]} }

// of is the range of a key: the last that begins at it or before.
func (r keyRanges) of(k key) int {
	i := 1
	for i < r.len() && r[i] <= k {
		i++
	}
	return i - 1
}

// lists are lists of items, one for each key of a range.
type lists[T any] struct {
	keyRange
	starts starts
	next   []int32 // by key of the range: where its next item goes
	items  []T
}

// begin makes room for the items of a range, where those of another one were.
func (l *lists[T]) begin(s starts, r keyRange) {
	n := int(s[r.to] - s[r.from])
	l.beginIn(s, r, slices.Grow(l.items[:0], n)[:n])
}

// beginIn has them put somewhere.
func (l *lists[T]) beginIn(s starts, r keyRange, items []T) {
	l.keyRange, l.starts, l.items = r, s, items
	l.next = append(l.next[:0], s[r.from:r.to]...)
}

// has reports whether a key is in the range.
func (l *lists[T]) has(k key) bool { return uint32(k-l.from) < uint32(l.to-l.from) }

// put puts an item where it belongs, and tells where among the items of the range. Its key
// must be in it.
func (l *lists[T]) put(k key, item T) (at int32) {
	next := &l.next[k-l.from]
	at = *next - l.starts[l.from]
	l.items[at] = item
	*next++
	return at
}

// of is the list of a key, which must be in the range.
func (l *lists[T]) of(k key) []T {
	first := l.starts[l.from]
	return l.items[l.starts[k]-first : l.starts[k+1]-first]
}
