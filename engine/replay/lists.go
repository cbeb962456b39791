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

// keyRanges are all keys, cut into ranges.
type keyRanges struct {
	bounds []key   // where each begins, and at last the end
	first  []uint8 // by some keys together: the range that the first of them is in
}

const (
	rangeItems = 1 << 14 // below so many, cutting them up is not worth it
	maxRanges  = 16      // for a handful of workers
	someBits   = 8       // of some keys together
)

// rangesOf cuts keys into ranges with about as many items each.
func rangesOf(workers int, items ...starts) keyRanges {
	keys := items[0].keys()
	before := func(k int) (sum int) {
		for _, s := range items {
			sum += int(s[k])
		}
		return sum
	}
	n := min(before(keys)/rangeItems+1, max(maxRanges, 2*workers), 1<<8)
	r := keyRanges{make([]key, n+1), make([]uint8, keys>>someBits+1)}
	for i := range n {
		r.bounds[i] = key(sort.Search(keys, func(k int) bool { return before(k) >= before(keys)*i/n }))
	}
	r.bounds[0], r.bounds[n] = 0, key(keys)
	for i := range n {
		for at := (r.bounds[i] + 1<<someBits - 1) >> someBits; int(at) < len(r.first); at++ {
			r.first[at] = uint8(i)
		}
	}
	return r
}

func (r *keyRanges) len() int { return len(r.bounds) - 1 }

func (r *keyRanges) at(i int) keyRange { return keyRange{r.bounds[i], r.bounds[i+1]} }

// of is the range of a key.
func (r *keyRanges) of(k key) int {
	i := int(r.first[k>>someBits])
	for k >= r.bounds[i+1] {
		i++
	}
	return i
}

// sort lists the rows of a column, which is given in stretches, by the ranges of their keys.
// Those that have no key are in none; the items are counted already.
func (r *keyRanges) sort(items starts, columns ...[]key) rowsBy {
	by := rowsBy{starts: make([]int32, len(r.bounds)), rows: make([]int32, items[items.keys()])}
	for i, k := range r.bounds {
		by.starts[i] = items[k]
	}
	next, row := slices.Clone(by.starts), int32(0)
	for _, column := range columns {
		for _, k := range column {
			if k >= 0 {
				i := r.of(k)
				by.rows[next[i]] = row
				next[i]++
			}
			row++
		}
	}
	return by
}

// rowsBy is rows by ranges of keys, in each as they stand in the file.
type rowsBy struct{ starts, rows []int32 }

// of is the rows of a range.
func (b *rowsBy) of(i int) []int32 { return b.rows[b.starts[i]:b.starts[i+1]] }

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
	if n > cap(l.items) {
		l.items = make([]T, n)
	}
	l.beginIn(s, r, l.items[:n])
}

// beginIn has them put somewhere.
func (l *lists[T]) beginIn(s starts, r keyRange, items []T) {
	l.keyRange, l.starts, l.items = r, s, items
	l.next = append(l.next[:0], s[r.from:r.to]...)
}

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
