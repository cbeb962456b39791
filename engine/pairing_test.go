package engine_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/model"
)

// crew is a catalog of partners in one program that pays a share of each sale.
func crew(t *testing.T, percent model.Rate, partners ...model.Partner) model.Catalog {
	t.Helper()
	gold := model.Program{Name: "GOLD", Payout: model.UpFront}
	gold.Default.Levels[0].Sale.Percent = model.Some(percent)
	draft := model.CatalogDraft{Currency: model.USD, Programs: []model.Program{gold}}
	for _, p := range partners {
		p.Programs = []string{"GOLD"}
		draft.Partners = append(draft.Partners, p)
	}
	catalog, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return catalog
}

// sold is sales of 100.00, one for each of the partners, settled under a catalog.
func sold(t *testing.T, c model.Catalog, partners ...string) []engine.Settled {
	t.Helper()
	var events []model.Event
	at := time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC)
	for _, code := range partners {
		events = append(events, model.Order{At: at, ID: "of " + string(rune('a'+len(events))), Contact: "x", SalePartner: model.Some(code),
			Lines: []model.Line{{Product: "X", Quantity: 1, Price: 10000}}})
	}
	journal, problems := c.Journal(events)
	if problems != nil {
		t.Fatal(problems)
	}
	return engine.Compile(model.Defaults(), c).SettleAll(engine.Index(journal))
}

// effectByName is a comparison by name, because ids mean nothing to a reader.
func effectByName(p engine.Pairing, e engine.Effect) (changed int, deltas map[string]model.Money) {
	deltas = map[string]model.Money{}
	for _, d := range e.Partners {
		deltas[p.Partner(d.Partner).DisplayName()] = d.Delta
	}
	return e.Changed, deltas
}

func TestComparingAcrossCatalogs(t *testing.T) {
	const tenth, fifth = model.Whole / 10, model.Whole / 5
	jim, zoe, ann := model.Partner{Code: "jim"}, model.Partner{Code: "zoe"}, model.Partner{Code: "ann"}
	before := crew(t, fifth, jim, zoe)
	for name, c := range map[string]struct {
		after   model.Catalog
		by      []string // who brings the two sales, called as in the second catalog
		renamed model.Renames
		changed int
		deltas  map[string]model.Money
	}{
		"the rows in another order":    {crew(t, fifth, ann, zoe, jim), []string{"jim", "zoe"}, nil, 0, map[string]model.Money{}},
		"a rate":                       {crew(t, tenth, zoe, jim), []string{"jim", "zoe"}, nil, 2, map[string]model.Money{"jim": -1000, "zoe": -1000}},
		"a partner renamed":            {crew(t, fifth, zoe, model.Partner{Code: "jo"}), []string{"jo", "zoe"}, model.Renames{{Table: model.PartnerTable, From: "jim", To: "jo"}}, 0, map[string]model.Money{}},
		"the same without being told":  {crew(t, fifth, zoe, model.Partner{Code: "jo"}), []string{"jo", "zoe"}, nil, 1, map[string]model.Money{"jim": -2000, "jo": 2000}},
		"two swapped":                  {crew(t, fifth, jim, zoe), []string{"zoe", "jim"}, model.Renames{{Table: model.PartnerTable, From: "jim", To: "zoe"}, {Table: model.PartnerTable, From: "zoe", To: "jim"}}, 0, map[string]model.Money{}},
		"a partner taken out, one new": {crew(t, fifth, ann, zoe), []string{"ann", "zoe"}, nil, 1, map[string]model.Money{"jim": -2000, "ann": 2000}},
		"a partner switched off":       {crew(t, fifth, model.Partner{Code: "jim", Inactive: true}, zoe), []string{"jim", "zoe"}, nil, 1, map[string]model.Money{"jim": -2000}},
	} {
		t.Run(name, func(t *testing.T) {
			pair := engine.Pair(before, c.after, c.renamed)
			effect := pair.Compare(sold(t, before, "jim", "zoe"), sold(t, c.after, c.by...))
			changed, deltas := effectByName(pair, effect)
			if diff := cmp.Diff(c.deltas, deltas); diff != "" || changed != c.changed || effect.Orders != 2 {
				t.Errorf("%d of %d sales change, want %d\n%s", changed, effect.Orders, c.changed, diff)
			}
			delta := model.Money(0)
			for _, d := range deltas {
				delta += d
			}
			if effect.Delta != delta {
				t.Errorf("%d in all, the partners gain %d", effect.Delta, delta)
			}
		})
	}
}

// Under one catalog a pairing changes nothing.
func TestPairingACatalogWithItself(t *testing.T) {
	c := crew(t, model.Whole/5, model.Partner{Code: "jim"}, model.Partner{Code: "zoe"})
	settled := sold(t, c, "jim", "zoe")
	other := sold(t, c, "zoe", "zoe")
	pair := engine.Pair(c, c, nil)
	if diff := cmp.Diff(engine.Compare(settled, other), pair.Compare(settled, other)); diff != "" {
		t.Error(diff)
	}
}
