package plain_test

import (
	"bytes"
	"slices"
	"testing"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/plain"
)

// Nobody noted that a link was given another code: the rows are told as one that
// changed, not as one that went and one that came.
func TestARenamedRowHasChanged(t *testing.T) {
	from := scenario.SampleCatalog()
	d := from.Draft()
	d.Links = slices.Clone(d.Links)
	was := d.Links[0].Code
	d.Links[0].Code = "start"
	to, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	var out bytes.Buffer
	lines := plain.NewLines(&out)
	plain.Change{From: model.Policy{Catalog: from}, To: model.Policy{Catalog: to}}.WriteCatalog(lines)
	if want := "Link start changed: code: " + was + " → start\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}
