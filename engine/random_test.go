package engine_test

import (
	"fmt"

	"pgregory.net/rapid"

	"referee/model"
)

// world is a catalog and events drawn at random, from few partners, contacts,
// browsers, addresses and moments, so that they meet often.
type world struct {
	draft  model.CatalogDraft
	events []model.Event
	orders int
}

var (
	programNames = []string{"GOLD", "SILVER", "BRONZE"}
	productCodes = []string{"X", "Y"}
)

func drawSettings(t *rapid.T) model.Draft {
	yes := func(name string) bool { return rapid.Bool().Draw(t, name) }
	d := model.Draft{
		SkipNotifications: yes("S2 skip notifications"),
		Credit:            rapid.SampledFrom([]model.Credit{model.Latest, model.First}).Draw(t, "S3 credit"),
		Tracking:          rapid.SampledFrom([]model.Tracking{model.OnlyCookies, model.HistoryAndCookies}).Draw(t, "S4 tracking"),
		UseIP:             yes("S5 use IP"),
		Levels:            rapid.IntRange(1, model.MaxLevels).Draw(t, "S7 levels"),
		PayLead:           yes("S8 lead"),
		PayAmount:         yes("S9 amount"),
		PayIfUnused:       yes("S10 pay if unused"),
	}
	d.PaySale = !d.PayLead || yes("S8 sale too")
	d.PayPercent = !d.PayAmount || yes("S9 percent too")
	return d
}

func drawWorld(t *rapid.T) world {
	w := world{draft: drawCatalog(t)}
	w.orders = rapid.IntRange(1, 3).Draw(t, "orders")
	for range rapid.IntRange(0, 12).Draw(t, "events") {
		w.events = append(w.events, w.drawEvent(t))
	}
	for i := range w.orders {
		at := rapid.IntRange(0, len(w.events)).Draw(t, "place of the order")
		w.events = append(w.events[:at:at], append([]model.Event{w.drawOrder(t, i)}, w.events[at:]...)...)
	}
	return w
}

func drawCatalog(t *rapid.T) model.CatalogDraft {
	d := model.CatalogDraft{Products: []model.Product{{Code: "X"}, {Code: "Y"}}}
	for i, name := range programNames[:rapid.IntRange(0, len(programNames)).Draw(t, "programs")] {
		d.Programs = append(d.Programs, model.Program{
			Name: name, Priority: rapid.IntRange(0, 2).Draw(t, "priority"),
			Payout:  rapid.SampledFrom([]model.Payout{model.UpFront, model.UpFront, model.OnPayment}).Draw(t, "payout"),
			Default: drawCard(t),
		})
		for _, product := range productCodes[:rapid.IntRange(0, 2).Draw(t, "product rules")] {
			d.Programs[i].Products = append(d.Programs[i].Products, model.ProductRule{Product: product, Card: drawCard(t)})
		}
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "partners") {
		p := model.Partner{
			Code: fmt.Sprintf("p%d", i), Inactive: rapid.IntRange(0, 3).Draw(t, "inactive") == 0,
			NotifyLead: rapid.Bool().Draw(t, "notify on lead"), NotifySale: rapid.Bool().Draw(t, "notify on sale"),
			TrackDays: optional(t, "track days", rapid.IntRange(0, 6)),
		}
		if i > 0 && rapid.IntRange(0, 2).Draw(t, "has a parent") > 0 {
			p.Parent = fmt.Sprintf("p%d", rapid.IntRange(0, i-1).Draw(t, "parent"))
		}
		for _, program := range d.Programs {
			if rapid.IntRange(0, 3).Draw(t, "enrolled") > 0 {
				p.Programs = append(p.Programs, program.Name)
			}
		}
		d.Partners = append(d.Partners, p)
	}
	return d
}

func optional[T any](t *rapid.T, name string, value *rapid.Generator[T]) model.Optional[T] {
	if rapid.Bool().Draw(t, name+" is set") {
		return model.Some(value.Draw(t, name))
	}
	return model.Optional[T]{}
}

func drawCard(t *rapid.T) (card model.RateCard) {
	rates := func() model.RoleRates {
		return model.RoleRates{
			Amount:  optional(t, "amount", rapid.Custom(func(t *rapid.T) model.Money { return model.Money(rapid.IntRange(0, 5_000).Draw(t, "cents")) })),
			Percent: optional(t, "percent", rapid.Custom(func(t *rapid.T) model.Rate { return model.Rate(rapid.IntRange(0, 1_500_000).Draw(t, "ppm")) })),
		}
	}
	row := func() model.RateRow { return model.RateRow{Lead: rates(), Sale: rates()} }
	switch rapid.IntRange(0, 4).Draw(t, "kind of card") {
	case 0:
		return card // no rule
	case 1:
		return model.RateCard{Levels: [3]model.RateRow{row()}}
	}
	return model.RateCard{Levels: [3]model.RateRow{row(), row(), row()}, Unused: row()}
}
