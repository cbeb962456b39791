package replay_test

import (
	"bytes"
	"io"
	"testing"

	"referee/engine"
	"referee/engine/replay"
	"referee/engine/replay/replaytest"
	"referee/model"
)

// written is a world in memory.
func written(t testing.TB, w replaytest.World) replaytest.Files {
	t.Helper()
	var files [3]bytes.Buffer
	for i, write := range []func(io.Writer) error{w.WritePartners, w.WriteTouches, w.WriteSales} {
		if err := write(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	return replaytest.Files{Partners: files[0].String(), Touches: files[1].String(), Sales: files[2].String()}
}

// BenchmarkRead reads a hundred-thousandth of a year's logs, as CSV.
func BenchmarkRead(b *testing.B) {
	files := sources(written(b, replaytest.World{Seed: 1, Touches: 200_000, Sales: 40_000, Partners: 1_000}))
	b.SetBytes(int64(len(files.Touches.Data) + len(files.Sales.Data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := replay.Read(b.Context(), files, model.USD, replay.Options{Workers: 2}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSettle settles a policy over what has been read, to CSV.
func BenchmarkSettle(b *testing.B) {
	files := sources(written(b, replaytest.World{Seed: 1, Touches: 200_000, Sales: 40_000, Partners: 1_000}))
	load, _, err := replay.Read(b.Context(), files, model.USD, replay.Options{Workers: 2})
	if err != nil {
		b.Fatal(err)
	}
	policy, _ := model.CatalogDraft{Programs: replaytest.Programs()}.Parse()
	catalog, err := load.Partners.Catalog(policy)
	if err != nil {
		b.Fatal(err)
	}
	plan := engine.Compile(everyPolicy(b)[300], catalog)
	b.ReportAllocs()
	for b.Loop() {
		if err := load.Settle(b.Context(), plan, 2, io.Discard, &replay.Totals{}); err != nil {
			b.Fatal(err)
		}
	}
}
