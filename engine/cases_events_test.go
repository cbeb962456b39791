package engine_test

import (
	"net/netip"
	"strings"
	"testing"

	"referee/model"
)

// click is one in the buyer's laptop.
func click(partner string, n int) model.Click {
	return model.Click{At: day(n), Partner: partner, Browser: "laptop"}
}

func clickIn(browser, partner string) model.Click {
	return model.Click{Partner: partner, Browser: browser}
}

// known is a click of a buyer who is known, so that it is history at once.
func known(partner string, n int) model.Click {
	return model.Click{At: day(n), Partner: partner, Browser: "laptop", Contact: "katie"}
}

// from is a click somewhere else, at an address.
func from(ip netip.Addr, partner string, n int) model.Click {
	return model.Click{At: day(n), Partner: partner, Browser: "library", IP: ip}
}

// buys is an order of one X at 1000.00 in the laptop.
func buys(n int) model.Order {
	return model.Order{At: day(n), ID: "order", Contact: "katie", Browser: "laptop", Lines: oneX}
}

func buysFrom(ip netip.Addr, browser string) model.Order {
	return model.Order{ID: "order", Contact: "katie", Browser: browser, IP: ip, Lines: oneX}
}

func byPhone(n int) model.Order {
	return model.Order{At: day(n), ID: "order", Contact: "katie", Lines: oneX}
}

// sells is a click and the order that comes of it.
func sells(partner string, quantity int64, price model.Money) []model.Event {
	order := buys(6)
	order.Lines = []model.Line{{Product: "X", Quantity: quantity, Price: price}}
	return []model.Event{click(partner, 1), order}
}

// set writes settings as they are typed on the command line.
func set(t *testing.T, d *model.Draft, assignments string) {
	t.Helper()
	for assignment := range strings.FieldsSeq(assignments) {
		key, value, _ := strings.Cut(assignment, "=")
		s, known := model.ParseSetting(key)
		if !known {
			t.Fatalf("no setting %q", key)
		}
		if err := d.Set(s, value); err != nil {
			t.Fatal(err)
		}
	}
}

// withRate is the catalog with one rate of GOLD's first level put in.
func withRate(t *testing.T, c model.Catalog, rate string) model.Catalog {
	t.Helper()
	if rate == "" {
		return c
	}
	d := c.Draft()
	gold := d.Programs[0]
	row := &gold.Default.Levels[0]
	kind, value, _ := strings.Cut(rate, " ")
	percent, err := model.ParsePercent(value)
	if err != nil {
		t.Fatal(err)
	}
	amount, err := c.Currency().ParseMoney(value)
	if err != nil {
		t.Fatal(err)
	}
	switch kind {
	case "lead":
		row.Lead.Percent = model.Some(percent)
	case "percent":
		row.Sale.Percent = model.Some(percent)
	case "amount":
		row.Sale.Amount = model.Some(amount)
	default:
		t.Fatalf("no rate %q", kind)
	}
	d.Programs = []model.Program{gold}
	c, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return c
}
