package model_test

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"referee/model"
)

func day(n int) time.Time { return time.Date(2026, 1, 1+n, 10, 0, 0, 0, time.UTC) }

// events is a journal with nothing wrong in it, one event of each kind that is
// reckoned with.
func events() []model.Event {
	return []model.Event{
		model.Click{At: day(1), Partner: "jim", Browser: "laptop", Contact: "katie", Link: "haircare"},
		model.Form{At: day(2), Contact: "katie", Browser: "laptop"},
		model.Referral{At: day(3), Partner: "ann", Contact: "katie", Type: model.Manual, Days: model.Some(90)},
		model.Clearing{At: day(4), Browser: "laptop"},
		model.Order{At: day(5), ID: "order-1", Contact: "katie", Browser: "laptop",
			Lines: []model.Line{{Product: "X", Quantity: 1, Price: 100_000}}},
	}
}

// TestJournalOrder: events come in order of time; at equal times they stay as
// they were given, and so does the slice that was given.
func TestJournalOrder(t *testing.T) {
	c, _ := sample().Parse()
	given := []model.Event{
		model.Form{At: day(3), Contact: "third"},
		model.Form{At: day(1), Contact: "first"},
		model.Form{At: day(1).In(time.FixedZone("", 3600)), Contact: "second"},
	}
	j, problems := c.Journal(given)
	if problems != nil {
		t.Fatal(problems)
	}
	var got []string
	for _, e := range j.Events() {
		got = append(got, e.(model.Form).Contact)
	}
	if strings.Join(got, " ") != "first second third" || given[0].(model.Form).Contact != "third" {
		t.Errorf("events come as %q, given is now %v", got, given)
	}
}

// TestJournalRefuses adds one wrong event to a right journal, and looks for the
// key that the refusal names.
func TestJournalRefuses(t *testing.T) {
	order := func(spoil func(*model.Order)) model.Event {
		o := events()[4].(model.Order)
		o.ID = "order-2"
		spoil(&o)
		return o
	}
	line := func(l model.Line) model.Event { return order(func(o *model.Order) { o.Lines = []model.Line{l} }) }
	off := func(d model.Discount) model.Event { return order(func(o *model.Order) { o.Discount = d }) }
	long := strings.Repeat("x", model.MaxText+1)
	for _, c := range []struct {
		name      string
		event     model.Event
		key, says string
	}{
		{"no time", model.Form{Contact: "katie"}, "at", "no time"},
		{"a slip in the year", model.Form{At: day(0).AddDate(-1800, 0, 0), Contact: "katie"}, "at", "226"},
		{"the year after the last", model.Form{At: time.Date(2201, 1, 1, 0, 0, 0, 0, time.UTC), Contact: "katie"}, "at", "2201"},
		{"an unknown partner", model.Click{At: day(1), Partner: "rob", Browser: "laptop"}, "click", `"rob"`},
		{"a click in no browser", model.Click{At: day(1), Partner: "jim"}, "browser", "empty"},
		{"an unknown link", model.Click{At: day(1), Partner: "jim", Browser: "laptop", Link: "nails"}, "link", `"nails"`},
		{"a contact too long", model.Click{At: day(1), Partner: "jim", Browser: "laptop", Contact: long}, "contact", "500"},
		{"a form of nobody", model.Form{At: day(1)}, "form", "empty"},
		{"a referral by an unknown partner", model.Referral{At: day(1), Partner: "rob", Contact: "katie", Type: model.Manual}, "refer", `"rob"`},
		{"a referral of nobody", model.Referral{At: day(1), Partner: "jim", Type: model.Manual}, "contact", "empty"},
		{"a referral of no type", model.Referral{At: day(1), Partner: "jim", Contact: "katie"}, "type", "no type"},
		{"days below zero", model.Referral{At: day(1), Partner: "jim", Contact: "katie", Type: model.Manual, Days: model.Some(-1)}, "days", "-1"},
		{"no browser to clear", model.Clearing{At: day(1)}, "clear", "empty"},
		{"an order without a name", order(func(o *model.Order) { o.ID = "" }), "sale", "empty"},
		{"a form of an unknown partner", model.Form{At: day(1), Contact: "katie", Partner: "rob"}, "partner", `"rob"`},
		{"a form from an address, of no partner", model.Form{At: day(1), Contact: "katie", IP: netip.MustParseAddr("203.0.113.9")}, "ip", "without a partner"},
		{"two orders of one name", order(func(o *model.Order) { o.ID = "order-1" }), "sale", "two orders"},
		{"a browser with a bell", order(func(o *model.Order) { o.Browser = "\a" }), "browser", "cannot be shown"},
		{"an unknown sale partner", order(func(o *model.Order) { o.SalePartner = model.Some("rob") }), "sale_partner", `"rob"`},
		{"an unknown lead partner", order(func(o *model.Order) { o.LeadPartner = model.Some("rob") }), "lead_partner", `"rob"`},
		{"a tax below zero", order(func(o *model.Order) { o.Tax = -1 }), "tax", "out of range"},
		{"a finance charge too large", order(func(o *model.Order) { o.FinanceCharge = model.MaxMoney + 1 }), "finance_charge", "out of range"},
		{"no lines", order(func(o *model.Order) { o.Lines = nil }), "lines", "0 lines"},
		{"too many lines", order(func(o *model.Order) { o.Lines = make([]model.Line, model.MaxLines+1) }), "lines", "1001 lines"},
		{"a line of nothing", line(model.Line{Quantity: 1}), "lines", "empty"},
		{"no quantity", line(model.Line{Product: "X"}), "lines", "quantity of 0"},
		{"a quantity too large", line(model.Line{Product: "X", Quantity: model.MaxQuantity + 1}), "lines", "quantity of 100001"},
		{"a price below zero", line(model.Line{Product: "X", Quantity: 1, Price: -1}), "lines", "out of range"},
		{"a price too large", line(model.Line{Product: "X", Quantity: 1, Price: model.MaxMoney + 1}), "lines", "out of range"},
		{"an order too large", line(model.Line{Product: "X", Quantity: 2, Price: model.MaxMoney}), "lines", "too large"},
		{"too many units on all lines", order(func(o *model.Order) {
			o.Lines = []model.Line{{Product: "X", Quantity: model.MaxQuantity}, {Product: "X", Quantity: 1}}
		}), "lines", "too large"},
		{"a discount below zero", off(model.Discount{Amount: -1}), "discount", "out of range"},
		{"a discount above 100 %", off(model.Discount{Percent: 1_000_001}), "discount", "out of range"},
		{"two discounts in one", off(model.Discount{Percent: 1, Amount: 1}), "discount", "both"},
		{"two discounts on a line", line(model.Line{Product: "X", Quantity: 1, Discount: model.Discount{Percent: 1, Amount: 1}}), "lines", "both"},
		{"a payment", model.Payment{At: day(6), Order: "order-1", Amount: 1}, "payment", "not yet"},
		{"a payment of no order", model.Payment{At: day(6), Order: "order-9"}, "payment", `"order-9"`},
		{"a refund", model.Refund{At: day(6), Order: "order-1"}, "refund", "not yet"},
		{"a refund of no order", model.Refund{At: day(6), Order: "order-9"}, "refund", `"order-9"`},
	} {
		catalog, _ := sample().Parse()
		_, problems := catalog.Journal(append(events(), c.event))
		if len(problems) != 1 {
			t.Errorf("%s: %d problems: %v", c.name, len(problems), problems)
			continue
		}
		p := problems[0]
		at := fmt.Sprintf("%s %d %s", p.Place.Table, p.Place.Row, p.Place.Key)
		if want := "event 5 " + c.key; at != want || !strings.Contains(p.What, c.says) || p.Hint == "" {
			t.Errorf("%s: at %q: %v; want at %q: %s", c.name, at, p, want, c.says)
		}
	}
}

// TestJournalTakes is what must not be refused: nobody set by hand, an order of
// 0.00, the limits themselves, a product that no catalog lists.
func TestJournalTakes(t *testing.T) {
	catalog, _ := sample().Parse()
	j, problems := catalog.Journal(append(events(),
		model.Order{At: time.Date(2200, 12, 31, 23, 59, 59, 0, time.UTC), ID: "largest", Contact: "katie", Browser: "laptop",
			SalePartner: model.Some(""), LeadPartner: model.Some("ann"),
			Lines: []model.Line{{Product: "unlisted", Quantity: model.MaxQuantity, Price: model.MaxMoney / model.MaxQuantity,
				Discount: model.Discount{Percent: 1_000_000, Commissions: true}}}},
		model.Order{At: time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC), ID: "free", Contact: "leo",
			Lines: []model.Line{{Product: "X", Quantity: 1}}},
	))
	if problems != nil || len(j.Events()) != 7 || j.Catalog().App() != "acme" {
		t.Errorf("%d events, %v", len(j.Events()), problems)
	}
}

// TestJournalLimits: the very limit is taken, one more is not.
func TestJournalLimits(t *testing.T) {
	catalog, _ := sample().Parse()
	orders := make([]model.Event, model.MaxOrders)
	for i := range orders {
		orders[i] = model.Order{At: day(1), ID: fmt.Sprint(i), Contact: "katie", Lines: []model.Line{{Product: "X", Quantity: 1}}}
	}
	most := orders[0].(model.Order)
	most.Lines = slices.Repeat(most.Lines, model.MaxLines)
	orders[0] = most
	if _, problems := catalog.Journal(orders); problems != nil {
		t.Error(problems)
	}
	most.ID = "one more"
	if _, problems := catalog.Journal(append(orders, most)); len(problems) != 1 || !strings.Contains(problems[0].What, "10001 orders") {
		t.Errorf("one order too many: %v", problems)
	}
}

// TestJournalReportsEverything: all problems of all events at once.
func TestJournalReportsEverything(t *testing.T) {
	catalog, _ := sample().Parse()
	_, problems := catalog.Journal([]model.Event{
		model.Click{Partner: "rob"}, // no time, no such partner, no browser
		model.Clearing{At: day(1)},
	})
	if len(problems) != 4 || problems[0].Place.Row != 0 || problems[3].Place.Row != 1 {
		t.Errorf("%v", problems)
	}
}

func TestDiscountOff(t *testing.T) {
	for _, c := range []struct {
		discount     model.Discount
		amount, want model.Money
	}{
		{model.Discount{}, 1_000, 0},
		{model.Discount{Amount: 300}, 1_000, 300},
		{model.Discount{Amount: 3_000}, 1_000, 1_000},  // never more than there is
		{model.Discount{Percent: 125_000}, 1_001, 125}, // 125.125
		{model.Discount{Percent: 125_000}, 1_004, 126}, // 125.5, half away from zero
		{model.Discount{Percent: 1_000_000}, 1_001, 1_001},
	} {
		if got := c.discount.Off(c.amount); got != c.want {
			t.Errorf("%+v off %d is %d, want %d", c.discount, c.amount, got, c.want)
		}
	}
}

// TestJournalRefusesStrangers: what only looks like an event would be taken for
// none by whoever reads the journal, without a word.
func TestJournalRefusesStrangers(t *testing.T) {
	c, _ := sample().Parse()
	form := model.Form{At: day(1), Contact: "katie"}
	var none *model.Form
	for name, e := range map[string]model.Event{
		"a pointer": &form, "a nil pointer": none, "nothing": nil, "a type around one": struct{ model.Form }{form},
	} {
		_, problems := c.Journal([]model.Event{form, e})
		if len(problems) != 1 || problems[0].Place.Row != 1 || !strings.HasSuffix(problems[0].What, "is not an event") {
			t.Errorf("%s: %v", name, problems)
		}
	}
}
