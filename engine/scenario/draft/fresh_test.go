package draft_test

import (
	"testing"
	"time"

	"referee/engine/scenario/draft"
	"referee/model"
)

var today = time.Date(2026, 1, 20, 10, 30, 15, 0, time.UTC)

// A fresh case parses for every catalog there can be, and so does what is added to it.
func TestAFreshCaseNeedsNothing(t *testing.T) {
	yen, err := model.ParseCurrency("JPY")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []model.CatalogDraft{{}, {Currency: yen}, {Partners: []model.Partner{{Code: "nobody", Inactive: true}}}, {Products: []model.Product{{Code: " at 4", Price: 1}}}, reader.Catalog().Draft()} {
		catalog, problems := d.Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		r := draft.NewReader(catalog)
		c := r.Fresh("new", today)
		if parsed := r.Parse(c); parsed.Problems != nil {
			t.Errorf("%+v: %v", d, parsed.Problems)
		}
		for _, k := range draft.Kinds {
			for row := range len(c.Events) + 1 {
				e := r.Blank(c, row, k, today)
				parsed := r.Parse(c.Insert(row, e))
				for _, p := range parsed.Problems {
					if p.Place.Row != row || e.Text(field(draft.Item)) == "" == (k == draft.Order && len(catalog.Products()) > 0) && p.Place.Key == "at" {
						t.Errorf("a %v in row %d: %v", k, row, p)
					}
				}
			}
		}
	}
}
