package explain_test

import (
	"fmt"
	"net/netip"
	"time"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/model"
)

func drawSettings(t *rapid.T) model.Settings {
	yes := func(name string) bool { return rapid.Bool().Draw(t, name) }
	d := model.Draft{
		Credit:      rapid.SampledFrom([]model.Credit{model.Latest, model.First}).Draw(t, "S3 credit"),
		Tracking:    rapid.SampledFrom([]model.Tracking{model.OnlyCookies, model.HistoryAndCookies}).Draw(t, "S4 tracking"),
		UseIP:       yes("S5 use IP"),
		Levels:      rapid.IntRange(1, model.MaxLevels).Draw(t, "S7 levels"),
		PayLead:     yes("S8 lead"),
		PayAmount:   yes("S9 amount"),
		PayIfUnused: yes("S10 pay if unused"),
	}
	d.PaySale = !d.PayLead || yes("S8 sale too")
	d.PayPercent = !d.PayAmount || yes("S9 percent too")
	return parsed(t, d)
}

var codes = rapid.SampledFrom([]string{"ann", "bob", "jim", "zoe", "hal", "ina", "kim", "max"})

// drawEvents is some of everything, by few people within some forty days, so
// that they meet and windows close; and an order.
func drawEvents(t *rapid.T) []model.Event {
	moment := func() time.Time {
		return at("1 Jan 10:00").Add(time.Duration(rapid.IntRange(0, 80).Draw(t, "half days")) * 12 * time.Hour)
	}
	browser := rapid.SampledFrom([]string{"laptop", "tablet"})
	address := rapid.SampledFrom([]netip.Addr{{}, netip.MustParseAddr(cafe)})
	var events []model.Event
	for range rapid.IntRange(0, 6).Draw(t, "events") {
		var e model.Event
		switch rapid.IntRange(0, 6).Draw(t, "kind") {
		case 0:
			e = model.Clearing{At: moment(), Browser: browser.Draw(t, "browser")}
		case 1:
			e = model.Form{At: moment(), Contact: "katie", Browser: browser.Draw(t, "browser"), Partner: rapid.SampledFrom([]string{"", "jim", "zoe"}).Draw(t, "partner")}
		case 2:
			e = model.Referral{At: moment(), Partner: codes.Draw(t, "partner"), Contact: "katie", Type: model.Manual, Days: model.Some(2)}
		case 3:
			e = model.Referral{At: moment(), Partner: codes.Draw(t, "partner"), Contact: "katie", Type: model.Permanent}
		default:
			e = model.Click{At: moment(), Partner: codes.Draw(t, "partner"), Browser: browser.Draw(t, "browser"), IP: address.Draw(t, "address")}
		}
		events = append(events, e)
	}
	o := phone("1 Jan 10:00", of(model.Line{Product: rapid.SampledFrom([]string{"X", "Y"}).Draw(t, "product"), Quantity: 2, Price: 33_33}))
	o.At, o.IP = moment(), address.Draw(t, "address")
	if rapid.Bool().Draw(t, "online") {
		o.Browser = browser.Draw(t, "browser")
	}
	if rapid.IntRange(0, 5).Draw(t, "by hand") == 0 {
		o.SalePartner = model.Some(codes.Draw(t, "sale partner"))
	}
	return append(events, o)
}

// drawTold is a story of the cast, told under settings drawn at random.
func drawTold(t *rapid.T, catalog model.Catalog) told {
	journal, problems := catalog.Journal(drawEvents(t))
	if problems != nil {
		t.Fatalf("%v", problems)
	}
	return tellCase(engine.Index(journal), engine.Compile(drawSettings(t), catalog), 0)
}

// drawShop is a catalog of one chain of partners and one program, in a currency
// of 0, 2 or 3 decimals, with rates of up to four, and an order of theirs.
func drawShop(t *rapid.T) (model.Catalog, []model.Event) {
	currency, err := model.ParseCurrency(rapid.SampledFrom([]string{"USD", "JPY", "KWD"}).Draw(t, "currency"))
	if err != nil {
		t.Fatal(err)
	}
	d := model.CatalogDraft{Currency: currency, Programs: []model.Program{{Name: "5 % of 1", Payout: model.UpFront, Default: drawCard(t)}}}
	if rapid.Bool().Draw(t, "a rule for X") {
		d.Programs[0].Products = []model.ProductRule{{Product: "X", Card: drawCard(t)}}
	}
	for i, code := range []string{"a", "b", "c"}[:rapid.IntRange(1, 3).Draw(t, "partners")] {
		p := model.Partner{Code: code, Inactive: i > 0 && rapid.IntRange(0, 3).Draw(t, "inactive") == 0, Programs: []string{"5 % of 1"}}
		if i > 0 {
			d.Partners[i-1].Parent = code
		}
		d.Partners = append(d.Partners, p)
	}
	catalog, problems := d.Parse()
	if problems != nil {
		t.Fatalf("%v", problems)
	}
	return catalog, []model.Event{click("a", "5 Jan 10:00"), drawOrder(t)}
}

func drawCard(t *rapid.T) (card model.RateCard) {
	rates := func() (r model.RoleRates) {
		if rapid.Bool().Draw(t, "amount is set") {
			r.Amount = model.Some(model.Money(rapid.Int64Range(0, int64(model.MaxRateAmount)).Draw(t, "amount")))
		}
		if rapid.Bool().Draw(t, "percent is set") {
			r.Percent = model.Some(model.Rate(rapid.Int64Range(0, int64(model.MaxRate)).Draw(t, "ppm")))
		}
		return r
	}
	for i := range card.Levels {
		card.Levels[i] = model.RateRow{Lead: rates(), Sale: rates()}
	}
	card.Unused = model.RateRow{Lead: rates(), Sale: rates()}
	return card
}

func drawOrder(t *rapid.T) model.Order {
	o := order("6 Jan 10:00", of())
	o.Discount = drawDiscount(t)
	for i := range rapid.IntRange(1, 3).Draw(t, "lines") {
		o.Lines = append(o.Lines, model.Line{
			Product: fmt.Sprintf("%c", 'X'+i), Quantity: rapid.Int64Range(1, 2_000).Draw(t, "quantity"),
			Price: model.Money(rapid.Int64Range(0, 100_000_00).Draw(t, "price")), Discount: drawDiscount(t),
		})
	}
	return o
}

func drawDiscount(t *rapid.T) (d model.Discount) {
	switch rapid.IntRange(0, 3).Draw(t, "kind of discount") {
	case 0:
		d.Amount = model.Money(rapid.IntRange(0, 30_000).Draw(t, "off"))
	case 1:
		d.Percent = model.Rate(rapid.IntRange(0, 1_000_000).Draw(t, "percent off"))
	}
	d.Commissions = true
	return d
}
