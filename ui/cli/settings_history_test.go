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
	before := model.Revision{Number: 1, Settings: model.Defaults(), Catalog: 1}
	r := model.Revision{Number: 2, At: today.In(time.FixedZone("", 3600)), Note: "two\x1b partners", Settings: model.Defaults(), Catalog: 2}
	var out strings.Builder
	writeRevision(plain.NewLines(&out), r, before)
	want := "Revision 2, saved 20 Jan 2026 10:00 UTC: two· partners\n  The catalog: changed\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	past := history([]model.Revision{before, r})
	if past[1].Catalog != 2 || len(past[1].Changes) != 0 || past[1].Changes == nil {
		t.Errorf("%+v", past[1])
	}
}
