package replay_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/engine/replay"
	"referee/engine/replay/replaytest"
	"referee/model"
)

// TestExcerptNamesTheFirst: of very many bad rows those that come first in the file are named,
// also if it turns out only in the end that they are bad.
func TestExcerptNamesTheFirst(t *testing.T) {
	sales := strings.Repeat("1,2026-01-04T10:00:00Z,ann,k,,100.00,\n", 2) + strings.Repeat("2,2026-01-04T10:00:00Z,ann,k,,much,\n", replay.MaxProblems)
	_, err := replay.Excerpt(t.Context(), logOf("", sales), model.USD, "1", false)
	bad, is := errors.AsType[*replay.BadRows](err)
	if !is || bad.Count != replay.MaxProblems+1 || bad.Named[0].Line != 3 || !strings.Contains(bad.Named[0].What, "twice") && !strings.Contains(bad.Named[0].What, "before") {
		t.Errorf("%v", err)
	}
}

// TestExcerptReadsAsTheReplayDoes: what a replay leaves out or refuses, an excerpt
// does too.
func TestExcerptReadsAsTheReplayDoes(t *testing.T) {
	t.Parallel()
	files := sources(replaytest.Files{
		Partners: "partner,parent,name\njim,,Jim\n",
		Touches: "touch_id,time,contact,cookie,ip,partner,kind\n" +
			"good,2026-01-01T10:00:00Z,,laptop,,jim,click\n" +
			"clack,2026-01-01T10:00:00Z,,laptop,,jim,clack\n" +
			"unknown,2026-01-01T10:00:00Z,,laptop,,rob,click\n" +
			"nobody's lead,2026-01-01T10:00:00Z,,laptop,,jim,lead\n" +
			"elsewhere,2026-01-01T10:00:00Z,,kiosk,,rob,click\n",
		Sales: "sale_id,time,contact,cookie,ip,amount,product\n" +
			"other,2026-01-02T10:00:00Z,,kiosk,,1.00,\n" +
			"sale,never,,laptop,,1.00,\n" +
			"sale,2026-01-03T10:00:00Z,,laptop,,1.00,\n" +
			"other,2026-01-04T10:00:00Z,eve,laptop,,1.00,\n" +
			"bad,2026-01-04T10:00:00Z,,far away,,much,\n",
	})
	log, err := replay.Excerpt(t.Context(), files, model.USD, "sale", true)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, touch := range log.Touches {
		got = append(got, touch.ID)
	}
	for _, sale := range log.Sales {
		got = append(got, sale.ID+" "+sale.At.Format("02"))
	}
	if diff := cmp.Diff([]string{"good", "sale 03"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	_, err = replay.Excerpt(t.Context(), files, model.USD, "sale", false)
	if bad, is := errors.AsType[*replay.BadRows](err); !is || bad.Count != 5 {
		t.Errorf("%v, want the five bad rows", err)
	}
	for sale, line := range map[string]int{"bad": 6, "none": 0} {
		_, err := replay.Excerpt(t.Context(), files, model.USD, sale, true)
		if p, is := errors.AsType[*replay.Problem](err); !is || p.Line != line || p.Hint() == "" {
			t.Errorf("%s: %v, want line %d", sale, err, line)
		}
	}
}

// TestExcerptPaysAsTheReplayDoes: every sale that an excerpt shows is paid as in the log, not
// only the one that it was made for; and those that it holds for their ties are no sales.
func TestExcerptPaysAsTheReplayDoes(t *testing.T) {
	t.Parallel()
	policies, shown, ties := everyPolicy(t), 0, 0
	for i, crowd := range crowds[:4] {
		for seed := range uint64(3) {
			partners, log := replaytest.Partners(seed, crowd.Partners), replaytest.Random(seed, crowd)
			files := sources(replaytest.Write(partners, log, model.USD))
			load, catalog := read(t, partners, log)
			s := policies[(i*31+int(seed)*17)%len(policies)]
			whole := rowsOf(t, load, s, catalog)
			for _, sale := range log.Sales[:12] {
				some, err := replay.Excerpt(t.Context(), files, model.USD, sale.ID, false)
				if err != nil {
					t.Fatal(err)
				}
				reference, err := replaytest.NewReference(some, catalog)
				if err != nil {
					t.Fatal(err)
				}
				got, _ := reference.Under(s)
				want := replay.CommissionsHeader
				for _, one := range some.Sales {
					if one.Tie {
						ties++
						continue
					}
					shown++
					want += whole[one.ID]
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("crowd %d, seed %d, the sale %s: -log +excerpt\n%s", i, seed, sale.ID, diff)
				}
			}
		}
	}
	if shown < 200 || ties < 200 {
		t.Errorf("%d sales and %d ties were looked at", shown, ties)
	}
}

// rowsOf is the commissions of each sale.
func rowsOf(t *testing.T, load *replay.Load, s model.Settings, catalog model.Catalog) map[string]string {
	t.Helper()
	var rows strings.Builder
	if err := load.Settle(t.Context(), engine.Compile(s, catalog), 1, &rows, &replay.Totals{}); err != nil {
		t.Fatal(err)
	}
	of := map[string]string{}
	for line := range strings.Lines(rows.String()) {
		id, _, _ := strings.Cut(line, ",")
		of[id] += line
	}
	return of
}
