package replay_test

import (
	"bytes"
	"testing"

	"referee/engine/replay"
	"referee/model"
)

// TestBrokenRun: a run that ends too early, on a disk that lost some of it, is no result.
func TestBrokenRun(t *testing.T) {
	files := logOf("1,2026-01-01T10:00:00Z,ann,,,jim,click\n", "a,2026-01-04T10:00:00Z,ann,,,100.00,\nb,2026-01-04T10:00:00Z,ann,,,200.00,\n")
	parts, err := replay.InParts(t.Context(), files, model.USD, 2)
	if err != nil {
		t.Fatal(err)
	}
	var whole, run bytes.Buffer
	for _, part := range parts {
		if err := part.Settle(t.Context(), planOver(t, part), 1, &run, &replay.Totals{}); err != nil {
			t.Fatal(err)
		}
	}
	for end := range run.Len() + 1 {
		whole.Reset()
		err := replay.Merge(&whole, bytes.NewReader(run.Bytes()[:end]))
		between := end == 0 || end == run.Len()/2 || end == run.Len() // the two sales are as long as each other
		if (err == nil) != between {
			t.Errorf("%d of %d bytes: %q, %v", end, run.Len(), whole.String(), err)
		}
	}
	if got := whole.String(); got != "a,jim,1,sale,1000,history\nb,jim,1,sale,2000,history\n" {
		t.Errorf("%q", got)
	}
}
