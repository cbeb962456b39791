package engine_test

import (
	"fmt"
	"net/netip"
	"time"

	"pgregory.net/rapid"

	"referee/model"
)

// drawTime is a multiple of twelve hours, so that equal times and the very
// moments of expiry come up often.
func drawTime(t *rapid.T) time.Time {
	return day(0).Add(time.Duration(rapid.IntRange(0, 20).Draw(t, "half days")) * 12 * time.Hour)
}

func (w world) drawPartner(t *rapid.T) string {
	return rapid.SampledFrom(w.draft.Partners).Draw(t, "partner").Code
}

var (
	contacts  = rapid.SampledFrom([]string{"katie", "leo", "p0"}) // p0 is a partner too
	browsers  = rapid.SampledFrom([]string{"laptop", "phone"})
	addresses = rapid.SampledFrom([]netip.Addr{{}, netip.MustParseAddr("203.0.113.9"), netip.MustParseAddr("2001:db8::1")})
)

func (w world) drawEvent(t *rapid.T) model.Event {
	at := drawTime(t)
	switch rapid.IntRange(0, 9).Draw(t, "kind of event") {
	case 0:
		return model.Clearing{At: at, Browser: browsers.Draw(t, "browser")}
	case 1:
		f := model.Form{At: at, Contact: contacts.Draw(t, "contact"), Browser: maybe(t, browsers, "browser")}
		if rapid.Bool().Draw(t, "names its partner") {
			f.Partner, f.IP = w.drawPartner(t), addresses.Draw(t, "address")
		}
		return f
	case 2, 3:
		return model.Referral{
			At: at, Partner: w.drawPartner(t), Contact: contacts.Draw(t, "contact"),
			Type: rapid.SampledFrom([]model.ReferralType{model.Manual, model.Permanent}).Draw(t, "type"),
			Days: optional(t, "days", rapid.IntRange(0, 6)),
		}
	}
	return model.Click{At: at, Partner: w.drawPartner(t), Browser: browsers.Draw(t, "browser"),
		Contact: maybe(t, contacts, "contact"), IP: addresses.Draw(t, "address")}
}

func maybe(t *rapid.T, some *rapid.Generator[string], name string) string {
	return optional(t, name, some).Or("")
}

// prices are everyday ones, often the same on several lines, and now and then the
// largest an order has room for.
var prices = rapid.OneOf(
	rapid.SampledFrom([]int64{1_000, 3_333, 9_999}),
	rapid.Int64Range(0, 20_000),
	rapid.Int64Range(0, int64(model.MaxMoney)/20),
)

func (w world) drawOrder(t *rapid.T, i int) model.Order {
	o := model.Order{
		At: drawTime(t), ID: fmt.Sprintf("order-%d", i), Contact: rapid.OneOf(contacts, contacts, contacts, rapid.Just("")).Draw(t, "buyer"),
		Browser: maybe(t, browsers, "browser"), IP: addresses.Draw(t, "address"),
		Tax: 800, Shipping: 500, Fee: 300, FinanceCharge: 200, Discount: drawDiscount(t),
	}
	if rapid.IntRange(0, 5).Draw(t, "set by hand") == 0 {
		o.SalePartner = model.Some(maybe(t, rapid.Custom(w.drawPartner), "sale partner"))
	}
	if rapid.IntRange(0, 5).Draw(t, "lead set by hand") == 0 {
		o.LeadPartner = model.Some(maybe(t, rapid.Custom(w.drawPartner), "lead partner"))
	}
	for range rapid.IntRange(1, 4).Draw(t, "lines") {
		o.Lines = append(o.Lines, model.Line{
			Product:  rapid.SampledFrom([]string{"X", "Y", "Z"}).Draw(t, "product"),
			Quantity: rapid.Int64Range(1, 5).Draw(t, "quantity"),
			Price:    model.Money(prices.Draw(t, "price")),
			Discount: drawDiscount(t),
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
	default:
		return d
	}
	d.Commissions = rapid.Bool().Draw(t, "lowers commissions")
	return d
}
