package replay

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestKeyRanges: every key is in one range, every row that has a key is in its range as it
// stands in the file, and lists of each range hold what they should; also where a few keys
// have nearly all rows.
func TestKeyRanges(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, keys := range []int{0, 1, 3, 300, rangeItems, 5 * rangeItems, 40 * rangeItems} {
		column, by := make([]key, 3*keys/2), newStarts(keys)
		if keys == 3 { // few keys with many rows
			column = make([]key, 20*rangeItems)
		}
		for i := range column {
			switch r.IntN(10) {
			case 0:
				column[i] = noKey
			case 1:
				column[i] = foreign
			case 2:
				column[i] = key(r.IntN(1 + keys/100))
			default:
				column[i] = key(r.IntN(keys))
			}
		}
		by.countAll(column)
		by.sum()
		want := make([][]int32, keys)
		for row, k := range column {
			if k >= 0 {
				want[k] = append(want[k], int32(row))
			}
		}
		ranges := rangesOf(2, by)
		if n := ranges.len(); n < 1 || n > maxRanges || len(column) >= 20*rangeItems && n != maxRanges {
			t.Errorf("%d keys are cut into %d ranges", keys, n)
		}
		half := len(column) / 2
		rows := ranges.sort(by, column[:half], column[half:])
		var got lists[int32]
		met := key(0)
		for i := range ranges.len() {
			got.begin(by, ranges.at(i))
			for _, row := range rows.of(i) {
				got.put(column[row], row)
			}
			for ; met < got.to; met++ {
				if ranges.of(met) != i || !slices.Equal(got.of(met), want[met]) {
					t.Fatalf("key %d of %d: in range %d, not %d, with rows %v, want %v", met, keys, ranges.of(met), i, got.of(met), want[met])
				}
			}
		}
		if int(met) != keys {
			t.Errorf("%d of %d keys are in ranges", met, keys)
		}
	}
}
