package cli

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/model"
	"referee/ui/plain"
)

// A revision may change the catalog and no setting.
func TestRevisionOfTheCatalog(t *testing.T) {
	before, after := mustRead(t, `partner = [{ code = "jim" }]`), mustRead(t, `partner = [{ code = "jim", name = "Jim", active = false }, { code = "zoe" }]`)
	r := revision{
		model.Revision{Number: 2, At: today.In(time.FixedZone("", 3600)), Note: "two\x1b partners", Settings: model.Defaults(), Catalog: 2},
		plain.Change{From: policyOf(before), To: policyOf(after)},
	}
	var out strings.Builder
	writeRevision(plain.NewLines(&out), r)
	want := `Revision 2, saved 20 Jan 2026 10:00 UTC: two· partners
  Partner jim changed:
    name: none → Jim
    active: yes → no
  Partner zoe added.
  In 0 pinned cases none of 0 sales changes
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	past := history([]revision{r})
	if past[0].Catalog != 2 || past[0].Changes == nil || len(past[0].Changes) != 0 || len(past[0].Rows) != 2 {
		t.Errorf("%+v", past[0])
	}
}
