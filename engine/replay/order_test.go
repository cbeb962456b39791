package replay

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// TestTimeline holds the order of time to a stable sort, for rows that are in order, a few
// of which are late, or in none, with times that many rows share.
func TestTimeline(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for n := range 600 {
		times, unit := make([]int64, r.IntN(200)), int64(1)
		if n < 12 {
			times = make([]int64, r.IntN(4*chunkRows))
		}
		if n%2 == 0 {
			unit = int64(time.Second)
		}
		for i := range times {
			times[i] = int64(i) / 3 * unit
			if late := r.IntN(100); late < []int{0, 10, 100}[n%3] {
				times[i] -= r.Int64N(50) * unit
			}
		}
		referrals := make([]referral, len(times))
		for i, at := range times {
			referrals[i] = referral{at: at, id: -1}
		}
		want := make([]int, len(times))
		for i := range want {
			want[i] = i
		}
		slices.SortStableFunc(want, func(a, b int) int { return cmp.Compare(times[a], times[b]) })
		number(slices.Collect(slices.Chunk(referrals, chunkRows)))
		got := make([]int, len(times))
		for row, one := range referrals {
			got[one.id] = row
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%d rows: %v\nare in order %v\nwant %v", len(times), times, got, want)
		}
	}
}
