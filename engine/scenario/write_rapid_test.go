package scenario

import (
	"fmt"
	"net/netip"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/model"
)

// Whatever a case holds, it is the same after being written and read.
func TestWriteRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkRoundTrip(t, drawCase(t)) })
}

// draw makes one value; its label is not worth more than its type.
func draw[T any](t *rapid.T, g *rapid.Generator[T]) T { return g.Draw(t, fmt.Sprintf("%T", *new(T))) }

func optional[T any](t *rapid.T, g *rapid.Generator[T]) model.Optional[T] {
	if draw(t, rapid.Bool()) {
		return model.Some(draw(t, g))
	}
	return model.Optional[T]{}
}

// Texts are made of what quoting could get wrong; the model keeps control
// characters out.
var (
	texts20 = rapid.StringOfN(rapid.SampledFrom([]rune(`aZ09 "'\#=[]{},.$é→漢`+"\u202e\U0001f600\ufeff")), 1, 20, -1)
	orEmpty = rapid.OneOf(rapid.Just(""), texts20)
	amounts = rapid.Map(rapid.Int64Range(0, 1_000_000), func(n int64) model.Money { return model.Money(n) })
	rates   = rapid.Map(rapid.Int64Range(0, int64(model.Whole)), func(n int64) model.Rate { return model.Rate(n) })
	days    = rapid.IntRange(0, model.MaxTrackDays)
	moments = rapid.Map(rapid.Int64Range(0, 4_000_000_000_000_000_000), func(n int64) time.Time { return time.Unix(0, n).UTC() })
	ips     = rapid.SampledFrom([]netip.Addr{{}, netip.MustParseAddr("203.0.113.9"), netip.MustParseAddr("2001:db8::1")})
)

func drawCase(t *rapid.T) Case {
	catalog := drawCatalog(t)
	var events []model.Event
	for i := range draw(t, rapid.IntRange(0, 6)) {
		events = append(events, drawEvent(t, catalog, fmt.Sprint("order ", i)))
	}
	journal, problems := catalog.Journal(events)
	if problems != nil {
		t.Fatalf("journal: %v", problems)
	}
	settings, problems := drawDraft(t).Parse()
	if problems != nil {
		t.Fatalf("settings: %v", problems)
	}
	c := Case{Title: "T", Story: "S", Settings: settings, Catalog: catalog, Journal: journal}
	for _, e := range journal.Events() {
		if o, ok := e.(model.Order); ok {
			c.Wants = append(c.Wants, drawWant(t, o.ID, catalog))
		}
	}
	return c
}

func drawDraft(t *rapid.T) model.Draft {
	sale, percent := draw(t, rapid.Bool()), draw(t, rapid.Bool())
	return model.Draft{
		CodePrefix:        draw(t, rapid.StringMatching(`[a-zA-Z0-9_-]{0,8}`)),
		SkipNotifications: draw(t, rapid.Bool()),
		Credit:            draw(t, rapid.SampledFrom([]model.Credit{model.Latest, model.First})),
		Tracking:          draw(t, rapid.SampledFrom([]model.Tracking{model.OnlyCookies, model.HistoryAndCookies})),
		UseIP:             draw(t, rapid.Bool()),
		LinkURL:           draw(t, rapid.SampledFrom([]string{"", "https://www.example.com/a%20b"})),
		Levels:            draw(t, rapid.IntRange(1, model.MaxLevels)),
		PaySale:           sale,
		PayLead:           !sale || draw(t, rapid.Bool()),
		PayPercent:        percent,
		PayAmount:         !percent || draw(t, rapid.Bool()),
		PayIfUnused:       draw(t, rapid.Bool()),
	}
}

func drawCatalog(t *rapid.T) model.Catalog {
	code := draw(t, rapid.SampledFrom([]string{"USD", "JPY", "KWD"}))
	currency, err := model.ParseCurrency(code)
	if err != nil {
		t.Fatal(err)
	}
	d := model.CatalogDraft{Currency: currency, App: draw(t, orEmpty)}
	for _, name := range draw(t, rapid.SliceOfNDistinct(texts20, 0, 3, rapid.ID)) {
		d.Products = append(d.Products, model.Product{Code: name, Price: draw(t, amounts)})
	}
	for _, name := range draw(t, rapid.SliceOfNDistinct(texts20, 0, 3, rapid.ID)) {
		d.Programs = append(d.Programs, drawProgram(t, name, d.Products))
	}
	for i := range draw(t, rapid.IntRange(1, 4)) {
		d.Partners = append(d.Partners, drawPartner(t, i, d))
	}
	catalog, problems := d.Parse()
	if problems != nil {
		t.Fatalf("catalog: %v", problems)
	}
	return catalog
}

func drawProgram(t *rapid.T, name string, products []model.Product) model.Program {
	p := model.Program{
		Name:     name,
		Priority: draw(t, rapid.IntRange(-3, 3)),
		Payout:   draw(t, rapid.SampledFrom([]model.Payout{model.UpFront, model.OnPayment})),
		Default:  drawCard(t),
	}
	for _, product := range products {
		if draw(t, rapid.Bool()) {
			p.Products = append(p.Products, model.ProductRule{Product: product.Code, Card: drawCard(t)})
		}
	}
	return p
}

func drawCard(t *rapid.T) model.RateCard {
	role := func() model.RoleRates {
		return model.RoleRates{Amount: optional(t, amounts), Percent: optional(t, rates)}
	}
	row := func() model.RateRow { return model.RateRow{Lead: role(), Sale: role()} }
	return model.RateCard{Levels: [model.MaxLevels]model.RateRow{row(), row(), row()}, Unused: row()}
}

func drawPartner(t *rapid.T, i int, d model.CatalogDraft) model.Partner {
	p := model.Partner{
		Code:       fmt.Sprintf("p.%d@ü", i),
		Name:       draw(t, orEmpty),
		TrackDays:  optional(t, days),
		Inactive:   draw(t, rapid.Bool()),
		NotifyLead: draw(t, rapid.Bool()),
		NotifySale: draw(t, rapid.Bool()),
	}
	if i > 0 && draw(t, rapid.Bool()) {
		p.Parent = d.Partners[draw(t, rapid.IntRange(0, i-1))].Code
	}
	for _, program := range d.Programs {
		if draw(t, rapid.Bool()) {
			p.Programs = append(p.Programs, program.Name)
		}
	}
	if draw(t, rapid.Bool()) {
		slices.Reverse(p.Programs)
	}
	return p
}

func drawEvent(t *rapid.T, c model.Catalog, id string) model.Event {
	partner := rapid.SampledFrom(c.Partners())
	when := draw(t, moments)
	switch draw(t, rapid.IntRange(0, 4)) {
	case 0:
		return model.Click{At: when, Partner: draw(t, partner).Code, Browser: draw(t, texts20), Contact: draw(t, orEmpty), IP: draw(t, ips)}
	case 1:
		f := model.Form{At: when, Contact: draw(t, texts20), Browser: draw(t, orEmpty)}
		if rapid.Bool().Draw(t, "names its partner") {
			f.Partner, f.IP = draw(t, partner).Code, draw(t, ips)
		}
		return f
	case 2:
		return model.Referral{At: when, Partner: draw(t, partner).Code, Contact: draw(t, texts20),
			Type: draw(t, rapid.SampledFrom([]model.ReferralType{model.Manual, model.Permanent})), Days: optional(t, days)}
	case 3:
		return model.Clearing{At: when, Browser: draw(t, texts20)}
	}
	codes := []string{""}
	for _, p := range c.Partners() {
		codes = append(codes, p.Code)
	}
	return model.Order{
		At: when, ID: id, Contact: draw(t, orEmpty), Browser: draw(t, orEmpty), IP: draw(t, ips),
		Lines: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) model.Line { return drawLine(t, c) }), 1, 3).Draw(t, "lines"),
		Tax:   draw(t, amounts), Shipping: draw(t, amounts), Fee: draw(t, amounts), FinanceCharge: draw(t, amounts),
		Discount:    drawDiscount(t),
		SalePartner: optional(t, rapid.SampledFrom(codes)),
		LeadPartner: optional(t, rapid.SampledFrom(codes)),
	}
}

func drawLine(t *rapid.T, c model.Catalog) model.Line {
	l := model.Line{Product: draw(t, texts20), Quantity: draw(t, rapid.Int64Range(1, 50)), Price: draw(t, amounts), Discount: drawDiscount(t)}
	if products := c.Products(); len(products) > 0 && draw(t, rapid.Bool()) {
		p := draw(t, rapid.SampledFrom(products))
		l.Product, l.Price = p.Code, p.Price
	}
	return l
}

func drawDiscount(t *rapid.T) model.Discount {
	commissions := draw(t, rapid.Bool())
	switch draw(t, rapid.IntRange(0, 2)) {
	case 0:
		return model.Discount{Amount: draw(t, amounts) + 1, Commissions: commissions}
	case 1:
		return model.Discount{Percent: max(draw(t, rates), 1), Commissions: commissions}
	}
	return model.Discount{}
}

func drawWant(t *rapid.T, sale string, c model.Catalog) Want {
	codes := []string{}
	for _, p := range c.Partners() {
		codes = append(codes, p.Code)
	}
	money := rapid.MapOf(rapid.SampledFrom(codes), amounts)
	return Want{
		Sale:             sale,
		SalePartner:      optional(t, rapid.SampledFrom(append(codes, ""))),
		LeadPartner:      optional(t, rapid.SampledFrom(codes)),
		By:               optional(t, rapid.SampledFrom(engine.Rungs[:])),
		Payouts:          optional(t, money),
		Released:         optional(t, money),
		Clawback:         optional(t, money),
		Notified:         optional(t, rapid.SliceOfNDistinct(rapid.SampledFrom(codes), 0, 1, rapid.ID)),
		ReadingSensitive: optional(t, rapid.Bool()),
	}
}
