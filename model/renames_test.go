package model_test

import (
	"reflect"
	"testing"
	"time"

	"referee/model"
)

// then applies renames of partners, one after the other.
func then(pairs ...[2]string) model.Renames {
	var r model.Renames
	for _, p := range pairs {
		r = r.Then(model.PartnerTable, p[0], p[1])
	}
	return r
}

func TestRenamesAreKeptFromTheFirstCodeToTheLast(t *testing.T) {
	for name, c := range map[string]struct {
		renames model.Renames
		now     map[string]string
	}{
		"typed letter by letter": {then([2]string{"jim", "ji"}, [2]string{"ji", "jo"}), map[string]string{"jim": "jo", "ji": "ji"}},
		"taken back":             {then([2]string{"jim", "jo"}, [2]string{"jo", "jim"}), map[string]string{"jim": "jim"}},
		"swapped": {then([2]string{"jim", "x"}, [2]string{"zoe", "jim"}, [2]string{"x", "zoe"}),
			map[string]string{"jim": "zoe", "zoe": "jim"}},
		"a new row with a code given up": {then([2]string{"jim", "jo"}, [2]string{"jim", "kim"}), map[string]string{"jim": "jo"}},
	} {
		for was, now := range c.now {
			if got := c.renames.Now(model.PartnerTable, was); got != now {
				t.Errorf("%s: %q is called %q now, want %q", name, was, got, now)
			}
		}
		if got := c.renames.Now(model.LinkTable, "jim"); got != "jim" {
			t.Errorf("%s: a link was renamed with the partner, to %q", name, got)
		}
	}
}

// An order is followed in all that it names of the catalog, and only in that: a
// contact or a browser may be called like a partner.
func TestFollowingAnEvent(t *testing.T) {
	r := then([2]string{"jim", "jo"}).Then(model.ProductTable, "X", "Y").Then(model.LinkTable, "home", "start")
	at := time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC)
	order := model.Order{At: at, ID: "jim", Contact: "jim", Browser: "jim", Lines: []model.Line{{Product: "X", Quantity: 1}, {Product: "Z"}},
		SalePartner: model.Some("jim"), LeadPartner: model.Some("")}
	want := order
	want.Lines = []model.Line{{Product: "Y", Quantity: 1}, {Product: "Z"}}
	want.SalePartner = model.Some("jo")
	for _, c := range [][2]model.Event{
		{order, want},
		{model.Click{At: at, Partner: "jim", Link: "home", Contact: "jim"}, model.Click{At: at, Partner: "jo", Link: "start", Contact: "jim"}},
		{model.Referral{At: at, Partner: "jim", Contact: "jim"}, model.Referral{At: at, Partner: "jo", Contact: "jim"}},
		{model.Form{At: at, Contact: "jim"}, model.Form{At: at, Contact: "jim"}},
		{model.Form{At: at, Contact: "jim", Partner: "jim"}, model.Form{At: at, Contact: "jim", Partner: "jo"}},
	} {
		if got := r.Follow(c[0]); !reflect.DeepEqual(got, c[1]) {
			t.Errorf("got %+v\nwant %+v", got, c[1])
		}
	}
	if order.Lines[0].Product != "X" {
		t.Error("following an order wrote to it")
	}
}
