package replay_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/engine/replay"
	"referee/engine/replay/replaytest"
	"referee/model"
)

// everyPolicy is every combination of settings that a replay can tell apart: choose ×
// tracking × address × levels × roles × kinds × unused.
func everyPolicy(t testing.TB) (all []model.Settings) {
	t.Helper()
	boxes := [][2]bool{{true, false}, {false, true}, {true, true}}
	for _, credit := range []model.Credit{model.First, model.Latest} {
		for _, tracking := range []model.Tracking{model.OnlyCookies, model.HistoryAndCookies} {
			for n := range 2 * 2 * model.MaxLevels * len(boxes) * len(boxes) {
				d := model.DefaultDraft()
				d.Credit, d.Tracking = credit, tracking
				d.UseIP, n = n%2 == 1, n/2
				d.PayIfUnused, n = n%2 == 1, n/2
				d.Levels, n = 1+n%model.MaxLevels, n/model.MaxLevels
				d.PayLead, d.PaySale, n = boxes[n%3][0], boxes[n%3][1], n/3
				d.PayAmount, d.PayPercent = boxes[n][0], boxes[n][1]
				s, problems := d.Parse()
				if problems != nil {
					t.Fatal(problems)
				}
				all = append(all, s)
			}
		}
	}
	return all
}

// crowds are logs of several kinds: very crowded ones, where everybody meets, and
// sparser ones.
var crowds = []replaytest.Crowd{
	{Touches: 60, Sales: 12, Contacts: 3, Cookies: 4, Addresses: 3, Partners: 5, Days: 20, Step: 24 * time.Hour, Products: []string{"", "X", "Y", "Z"}},
	{Touches: 200, Sales: 40, Contacts: 20, Cookies: 30, Addresses: 12, Partners: 8, Days: 60, Step: 24 * time.Hour, Products: []string{"X", "Y"}},
	{Touches: 120, Sales: 30, Contacts: 6, Cookies: 40, Addresses: 40, Partners: 6, Days: 30, Step: time.Hour, Products: []string{"", "Z"}},
	{Touches: 30, Sales: 20, Contacts: 3, Cookies: 3, Addresses: 9, Partners: 9, Days: 8, Step: 48 * time.Hour, Products: []string{"X"}},         // all at once
	{Touches: 400, Sales: 60, Contacts: 2, Cookies: 3, Addresses: 2, Partners: 6, Days: 90, Step: time.Millisecond * 7, Products: []string{"Y"}}, // swept
	{Touches: 600, Sales: 50, Contacts: 25, Cookies: 2, Addresses: 40, Partners: 6, Days: 40, Step: time.Hour, Products: []string{"Y"}},          // histories of long runs
}

// TestReplayIsTheEngine: a replay pays the same rows as the same log made a journal,
// under every policy.
func TestReplayIsTheEngine(t *testing.T) {
	t.Parallel()
	policies := everyPolicy(t)
	seeds := uint64(8)
	if testing.Short() {
		seeds = 1
	}
	for i, crowd := range crowds {
		for seed := range seeds {
			t.Run(fmt.Sprintf("crowd %d, seed %d", i, seed), func(t *testing.T) {
				t.Parallel()
				partners, log := replaytest.Partners(seed, crowd.Partners), replaytest.Random(seed, crowd)
				load, catalog := read(t, partners, log)
				reference, err := replaytest.NewReference(log, catalog)
				if err != nil {
					t.Fatal(err)
				}
				for n, s := range policies {
					if testing.Short() && n%7 != i {
						continue
					}
					same(t, load, reference, s, catalog)
				}
			})
		}
	}
}

func same(t *testing.T, load *replay.Load, reference replaytest.Reference, s model.Settings, catalog model.Catalog) {
	t.Helper()
	wantRows, wantTotals := reference.Under(s)
	var rows, totals strings.Builder
	rows.WriteString(replay.CommissionsHeader)
	var sums replay.Totals
	if err := load.Settle(t.Context(), engine.Compile(s, catalog), 2, &rows, &sums); err != nil {
		t.Fatal(err)
	}
	if err := load.Partners.WriteTotals(&totals, &sums); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wantRows+wantTotals, rows.String()+totals.String()); diff != "" {
		t.Fatalf("%+v\n-engine +replay\n%s", s.Draft(), diff)
	}
}

// read writes a log down and reads it.
func read(t *testing.T, partners []model.Partner, log replay.Log) (*replay.Load, model.Catalog) {
	t.Helper()
	files := replaytest.Write(partners, log, model.USD)
	load, _, err := replay.Read(context.Background(), sources(files), model.USD, replay.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	policy, problems := model.CatalogDraft{Programs: replaytest.Programs()}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	catalog, err := load.Partners.Catalog(policy)
	if err != nil {
		t.Fatal(err)
	}
	return load, catalog
}

func sources(f replaytest.Files) replay.Files {
	return replay.Files{
		Partners: replay.Source{Name: "partners.csv", Data: []byte(f.Partners)},
		Touches:  replay.Source{Name: "touches.csv", Data: []byte(f.Touches)},
		Sales:    replay.Source{Name: "sales.csv", Data: []byte(f.Sales)},
	}
}

// TestPartsAreTheWhole: a log that is read in parts comes to the same rows, because
// each part knows what others tie.
func TestPartsAreTheWhole(t *testing.T) {
	t.Parallel()
	policies, seeds := everyPolicy(t), uint64(6)
	if testing.Short() {
		seeds = 1
	}
	for i, crowd := range crowds {
		for seed := range seeds {
			partners, log := replaytest.Partners(seed, crowd.Partners), replaytest.Random(seed, crowd)
			load, catalog := read(t, partners, log)
			files := sources(replaytest.Write(partners, log, model.USD))
			for n := i; n < len(policies); n += 41 {
				plan := engine.Compile(policies[n], catalog)
				var whole strings.Builder
				var parts settled
				var totals, sums replay.Totals
				if err := load.Settle(t.Context(), plan, 2, &whole, &totals); err != nil {
					t.Fatal(err)
				}
				loads, err := replay.InParts(t.Context(), files, model.USD, 1+uint64(n)%7)
				if err != nil {
					t.Fatal(err)
				}
				for _, part := range loads {
					parts.add(t, part, plan, &sums)
				}
				if diff := cmp.Diff(whole.String(), parts.text(t)); diff != "" {
					t.Fatalf("crowd %d, seed %d, %d parts, %+v\n-whole +parts\n%s", i, seed, len(loads), policies[n].Draft(), diff)
				}
				if diff := cmp.Diff(totals, sums); diff != "" {
					t.Fatal(diff)
				}
			}
		}
	}
}

// TestRangesOfKeys: a log that is large enough for its keys to be looked at in ranges comes
// to the rows of its parts, each of which is not.
func TestRangesOfKeys(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads 90,000 sales in ten parts")
	}
	files := sources(written(t, replaytest.World{Seed: 3, Touches: 300_000, Sales: 90_000, Partners: 50}))
	load, _, err := replay.Read(t.Context(), files, model.USD, replay.Options{Workers: 3})
	if err != nil {
		t.Fatal(err)
	}
	var whole, parts settled
	var totals, sums replay.Totals
	whole.add(t, load, planOver(t, load), &totals)
	loads, err := replay.InParts(t.Context(), files, model.USD, 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range loads {
		parts.add(t, part, planOver(t, part), &sums)
	}
	if whole.text(t) != parts.text(t) {
		t.Error("the rows differ")
	}
	if diff := cmp.Diff(totals, sums); diff != "" {
		t.Error(diff)
	}
	if totals.Rows() < 10_000 {
		t.Errorf("only %d rows", totals.Rows())
	}
}

// TestAnAddressThatIsNone: sixteen letters are not the address that has them for its bytes.
func TestAnAddressThatIsNone(t *testing.T) {
	files := logOf("1,2026-01-01T10:00:00Z,ann,,abcdefghijklmnop,jim,click\n", "a,2026-01-04T10:00:00Z,ann,,6162:6364:6566:6768:696a:6b6c:6d6e:6f70,100.00,\n")
	_, _, err := replay.Read(t.Context(), files, model.USD, replay.Options{Workers: 1})
	if bad, is := errors.AsType[*replay.BadRows](err); !is || !strings.Contains(bad.Named[0].What, "not an IP address") {
		t.Error(err)
	}
}
