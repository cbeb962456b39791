package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referee/engine"
	"referee/engine/replay"
)

// The peer must give the same rows, or its time means nothing: both policies, on a
// small log of the kind that is measured.
func TestPeerIsRight(t *testing.T) {
	folder, out := t.TempDir(), t.TempDir()
	if err := generate(folder, 30_000, 6_000); err != nil {
		t.Fatal(err)
	}
	b := &bench{log: folder}
	load, err := b.read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	db, err := openDuck(out)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for i, policy := range []struct {
		text string
		duck *strings.Replacer
	}{{firstPolicy, first}, {secondPolicy, second}} {
		loading, decide, write := duckText(folder, out, policy.duck)
		if i > 0 {
			loading = "" // it is loaded
		}
		if _, err := db.ExecContext(t.Context(), loading+decide+write); err != nil {
			t.Fatal(err)
		}
		commissions, totals := replayed(t, load, policy.text)
		for name, want := range map[string][]byte{"commissions.csv": commissions, "totals.csv": totals} {
			got, err := os.ReadFile(filepath.Join(out, name))
			if err != nil {
				t.Fatal(err)
			}
			if err := sameLines(bytes.NewReader(got), bytes.NewReader(want)); err != nil {
				t.Errorf("policy %d: %s: %v", i+1, name, err)
			}
		}
		for _, reason := range []string{",cookie\n", ",history\n", ",ip\n"}[:3-i] {
			if !bytes.Contains(commissions, []byte(reason)) {
				t.Errorf("policy %d: nobody is credited by%s", i+1, strings.Trim(reason, "\n"))
			}
		}
	}
}

func replayed(t *testing.T, load *replay.Load, policy string) (commissions, totals []byte) {
	t.Helper()
	c, err := policyCase("policy", policy)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := load.Partners.Catalog(c.Catalog)
	if err != nil {
		t.Fatal(err)
	}
	var rows, sums bytes.Buffer
	_, _ = io.WriteString(&rows, replay.CommissionsHeader)
	var total replay.Totals
	if err := load.Settle(t.Context(), engine.Compile(c.Settings, catalog), 2, &rows, &total); err != nil {
		t.Fatal(err)
	}
	if err := load.Partners.WriteTotals(&sums, &total); err != nil {
		t.Fatal(err)
	}
	return rows.Bytes(), sums.Bytes()
}
