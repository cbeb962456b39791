package replay

import (
	"math/rand/v2"
	"testing"
)

// TestWindows holds the first and the last of a run to going through it.
func TestWindows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{1, 40, 1_000, 5_000, 40_000} {
		all := make([]window, n)
		for i := range all {
			at := r.Int64N(1_000)
			all[i] = window{at, at, always}
			if r.IntN(3) == 0 {
				all[i] = window{at, always, at}
			}
		}
		w := newWindows(n, func(i int) window { return all[i] })
		start, end := r.IntN(n/2+1), n-r.IntN(n/3+1)
		w.cover(start, end)
		for range 3_000 {
			from := start + r.IntN(end-start+1)
			to := from + r.IntN(end-from+1)
			m := r.Int64N(1_100) - 50
			if r.IntN(2) == 0 {
				m = []int64{998, 0, 999}[r.IntN(3)] // nearly none holds, or nearly all
			}
			for name, holds := range map[string]func(window) bool{
				"active":   func(w window) bool { return w.active > m },
				"inactive": func(w window) bool { return w.inactive > m },
				"closed":   func(w window) bool { return w.least <= m },
			} {
				first, last := -1, -1
				for i := from; i < to; i++ {
					if holds(all[i]) {
						if last = i; first < 0 {
							first = i
						}
					}
				}
				if got, gotLast := w.first(from, to, holds), w.last(from, to, holds); got != first || gotLast != last {
					t.Fatalf("%s at %d, %d to %d of %d: %d and %d, want %d and %d", name, m, from, to, n, got, gotLast, first, last)
				}
			}
		}
	}
}

// TestWindowsSkip: nothing holds anywhere in a long run, and that is known by few of them.
func TestWindowsSkip(t *testing.T) {
	const n = 1 << 20
	asked := 0
	w := newWindows(n, func(int) window { asked++; return window{5, 5, always} })
	w.cover(0, n)
	asked = 0
	if w.first(3, n-3, func(w window) bool { return w.active > 5 }) >= 0 || w.last(3, n-3, func(w window) bool { return w.least > 5 }) >= 0 {
		t.Error("something holds that does not")
	}
	if asked > 4<<spanBits {
		t.Errorf("%d of %d were asked", asked, n)
	}
}
