package replay_test

import (
	"io"
	"runtime"
	"testing"

	"referee/engine"
	"referee/engine/replay"
	"referee/engine/replay/replaytest"
	"referee/model"
)

// spent is what some work allocates: all bytes that were ever asked for, not those held
// at once, and in how many pieces. It does not depend on the machine.
func spent(t *testing.T, work func() error) (size, pieces int) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := work(); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc), int(after.Mallocs - before.Mallocs)
}

// TestMemoryPerRow holds what a replay asks for: some bytes for each sale, with the
// touches that a year's log has for one, and no piece of memory for any row.
func TestMemoryPerRow(t *testing.T) {
	world := replaytest.World{Seed: 1, Touches: 200_000, Sales: 40_000, Partners: 100}
	files := sources(written(t, world))
	var load *replay.Load
	size, pieces := spent(t, func() (err error) {
		load, _, err = replay.Read(t.Context(), files, model.USD, replay.Options{Workers: 2})
		return err
	})
	t.Logf("reading: %d bytes a sale, %d pieces", size/world.Sales, pieces)
	if most := 450; size/world.Sales > most {
		t.Errorf("reading asks for %d bytes a sale, more than %d", size/world.Sales, most)
	}
	if most := 3_000; pieces > most {
		t.Errorf("reading asks for %d pieces, more than %d", pieces, most)
	}
	policy, _ := model.CatalogDraft{Programs: replaytest.Programs()}.Parse()
	catalog, err := load.Partners.Catalog(policy)
	if err != nil {
		t.Fatal(err)
	}
	plan := engine.Compile(everyPolicy(t)[300], catalog)
	size, pieces = spent(t, func() error { return load.Settle(t.Context(), plan, 2, io.Discard, &replay.Totals{}) })
	t.Logf("settling: %d bytes, %d pieces", size, pieces)
	if size > 4<<20 || pieces > 500 {
		t.Errorf("settling asks for %d bytes in %d pieces", size, pieces)
	}
}

// TestMemoryDoesNotGrowWithTouches: ten times the touches, the same sales. More touches
// are those of people who never buy.
func TestMemoryDoesNotGrowWithTouches(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a million touches")
	}
	var sizes [2]int
	for i, touches := range [...]int{100_000, 1_000_000} {
		files := sources(written(t, replaytest.World{Seed: 1, Touches: touches, Sales: 20_000, Partners: 100}))
		sizes[i], _ = spent(t, func() error {
			_, _, err := replay.Read(t.Context(), files, model.USD, replay.Options{Workers: 2})
			return err
		})
	}
	t.Logf("%d bytes for 100,000 touches, %d for 1,000,000", sizes[0], sizes[1])
	if sizes[1] > sizes[0]*12/10 {
		t.Errorf("%d bytes for 100,000 touches, and %d for ten times as many", sizes[0], sizes[1])
	}
}
