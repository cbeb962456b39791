//go:build unix

package ui_test

import (
	"slices"
	"testing"
	"time"

	"referee/ui/uitest"
)

// BenchmarkFirstFrame is the time from starting the program to the last row of
// its first frame, on a terminal that answers nothing.
func BenchmarkFirstFrame(b *testing.B) {
	path := seeded(b)
	var times []time.Duration
	for b.Loop() {
		began := time.Now()
		tm := start(b, path)
		tm.WaitUntil("there is a bottom bar", func(s *uitest.Screen) bool { return s.Cell(1, 35).Text == "?" })
		times = append(times, time.Since(began))
		b.StopTimer()
		tm.Press("ctrl+q")
		tm.Wait()
		b.StartTimer()
	}
	reportPercentiles(b, times)
}

// BenchmarkKeyToFrame is the time from a key that changes a setting to the cell
// that shows it, program, terminal and back.
func BenchmarkKeyToFrame(b *testing.B) {
	tm := start(b, seeded(b))
	tm.WaitFor("nothing changed")
	tm.Press("tab", "tab")
	tm.WaitFor("▸ How to choose")
	var x, y int
	tm.Look(func(s *uitest.Screen) { x, y, _ = s.Find("○ first") })
	var times []time.Duration
	shown := map[bool]string{true: "●", false: "○"}
	for first := true; b.Loop(); first = !first {
		began := time.Now()
		tm.Press("space")
		tm.WaitUntil("the choice is shown", func(s *uitest.Screen) bool { return s.Cell(x, y).Text == shown[first] })
		times = append(times, time.Since(began))
	}
	reportPercentiles(b, times)
}

// BenchmarkTwoThousandKeys is the time from two thousand keys in one write to
// the screen they end on.
func BenchmarkTwoThousandKeys(b *testing.B) {
	keys := append(manyKeys(2_000), "e", "n", "d")
	want := typedSlowly(b, keys)
	var times []time.Duration
	for b.Loop() {
		b.StopTimer()
		tm := start(b, seeded(b))
		tm.WaitFor("nothing changed")
		b.StartTimer()
		began := time.Now()
		tm.Press(keys...)
		tm.WaitUntil("the last key is shown", func(s *uitest.Screen) bool { return s.Text() == want })
		times = append(times, time.Since(began))
	}
	reportPercentiles(b, times)
}

// reportPercentiles reports the median and what one in twenty exceeds.
func reportPercentiles(b *testing.B, times []time.Duration) {
	b.Helper()
	slices.Sort(times)
	at := func(percent int) float64 {
		return float64(times[(len(times)-1)*percent/100].Microseconds()) / 1000
	}
	b.ReportMetric(at(50), "p50-ms")
	b.ReportMetric(at(95), "p95-ms")
}
