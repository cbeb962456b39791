package replay_test

import (
	"strings"
	"testing"

	"referee/engine"
	"referee/engine/replay"
	"referee/engine/replay/replaytest"
	"referee/model"
)

// TestResultsHoldNoFormulas: what a stranger wrote cannot act in the spreadsheet of
// whoever opens the results.
func TestResultsHoldNoFormulas(t *testing.T) {
	t.Parallel()
	world := replaytest.Files{
		Partners: "partner,parent,name\n@jim,,'=1+1\n-zoe,,Zoe\n",
		Touches: "touch_id,time,contact,cookie,ip,partner,kind\n" +
			"1,2026-01-01T10:00:00Z,,a,,@jim,click\n2,2026-01-01T10:00:00Z,,b,,-zoe,click\n",
		Sales: "sale_id,time,contact,cookie,ip,amount,product\n" +
			"\"=HYPERLINK(\"\"x\"\",1)\",2026-01-02T10:00:00Z,,a,,100.00,\n+49,2026-01-02T10:00:00Z,,b,,100.00,\n-7,2026-01-02T10:00:00Z,,b,,100.00,\n" +
			"7-,2026-01-02T10:00:00Z,,b,,100.00,\n'=,2026-01-02T10:00:00Z,,b,,100.00,\n",
	}
	load, _, err := replay.Read(t.Context(), sources(world), model.USD, replay.Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	if name := planOver(t, load).Catalog().Partners()[0].Name; name != "=1+1" {
		t.Errorf("the name is %q", name)
	}
	var commissions, sums strings.Builder
	var totals replay.Totals
	if err := load.Settle(t.Context(), planOver(t, load), 1, &commissions, &totals); err != nil {
		t.Fatal(err)
	}
	if err := load.Partners.WriteTotals(&sums, &totals); err != nil {
		t.Fatal(err)
	}
	const rows = replay.TotalsHeader + "'-zoe,4,4000\n'@jim,1,1000\n"
	if sums.String() != rows {
		t.Errorf("%s\nwant\n%s", sums.String(), rows)
	}
	want := "\"'=HYPERLINK(\"\"x\"\",1)\",'@jim,1,sale,1000,cookie\n'+49,'-zoe,1,sale,1000,cookie\n'-7,'-zoe,1,sale,1000,cookie\n" +
		"7-,'-zoe,1,sale,1000,cookie\n'=,'-zoe,1,sale,1000,cookie\n"
	if commissions.String() != want {
		t.Errorf("%s\nwant\n%s", commissions.String(), want)
	}
}

// planOver is a policy over the partners of a load: history and cookies, the latest.
func planOver(t *testing.T, load *replay.Load) *engine.Plan {
	t.Helper()
	policy, problems := model.CatalogDraft{Programs: replaytest.Programs()}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	catalog, err := load.Partners.Catalog(policy)
	if err != nil {
		t.Fatal(err)
	}
	draft := model.DefaultDraft()
	draft.Tracking = model.HistoryAndCookies
	settings, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return engine.Compile(settings, catalog)
}
