package engine_test

import "referee/model"

// climb goes up the ladder (A3): the first rung with a valid referral wins.
func (o *oracle) climb(v *verdict, row int, order model.Order) {
	v.Seen[0] = o.cookies(row, order)
	v.Seen[1] = o.history(order)
	v.Seen[2] = o.address(order)
	hand, handSet := order.SalePartner.Get()
	asked := [5]bool{true, true, o.settings.Tracking() == model.HistoryAndCookies, o.settings.UseIP(), true}
	words := [5]string{"hand", "cookie", "history", "address", "nobody"}
	for i := range v.Ladder {
		finding, partner := "", ""
		switch {
		case i == 0 && handSet:
			finding, partner = "decides", hand
		case i == 0:
			finding = "not-set"
		case i == 4:
			finding = "decides"
		case i == 1 && order.Browser == "":
			finding = "no-browser"
		case i == 2 && order.Contact == "":
			finding = "no-contact"
		case i == 3 && !order.IP.IsValid():
			finding = "no-address"
		default:
			finding, partner = o.choose(v.Seen[i-1])
		}
		switch {
		case !asked[i]:
			finding = "not-asked"
		case v.By != "":
			finding = "not-reached"
		case finding == "decides":
			v.By, v.Sale = words[i], partner
		}
		v.Ladder[i] = rungWord{Finding: finding, Partner: partner}
		if 0 < i && i < 4 {
			v.Ladder[i].count(v.Seen[i-1])
		}
	}
}

// count is how many valid referrals a rung holds, and of how many partners.
func (w *rungWord) count(seen []candidateWord) {
	partners := map[string]bool{}
	for _, c := range seen {
		if c.Status == "valid" {
			w.Valid++
			partners[c.Partner] = true
		}
	}
	w.Partners = len(partners)
}

// choose picks from what a rung holds: among the valid ones the earliest under
// first, the latest under latest. Candidates come in order of time and row.
func (o *oracle) choose(from []candidateWord) (finding, partner string) {
	var partners []string
	reasons := map[string]bool{}
	for _, c := range from {
		if reasons[c.Status] = true; c.Status == "valid" {
			partners = append(partners, c.Partner)
		}
	}
	switch {
	case len(from) == 0:
		return "none-recorded", ""
	case len(partners) > 0 && o.settings.Credit() == model.First:
		return "decides", partners[0]
	case len(partners) > 0:
		return "decides", partners[len(partners)-1]
	case len(reasons) > 1:
		return "none-valid", ""
	}
	return from[0].Status, "" // the one reason they all have
}

// cookies lists the clicks of the order's browser. Cookies cleared at the very
// moment of the order are settled by the order in the file.
func (o *oracle) cookies(row int, order model.Order) (seen []candidateWord) {
	for i, e := range o.events {
		click, is := introduction(e)
		if !is || order.Browser == "" || click.Browser != order.Browser {
			continue
		}
		status := o.valid(i, order.At)
		if o.cleared(order.Browser, i, row) {
			status = "cleared"
		}
		if click.At.After(order.At) {
			status = "later"
		}
		seen = append(seen, candidateWord{i, click.Partner, status})
	}
	return seen
}

// cleared is whether a browser was cleared after one event and before another.
func (o *oracle) cleared(browser string, after, before int) bool {
	for i := after + 1; i < before; i++ {
		if c, is := o.events[i].(model.Clearing); is && c.Browser == browser {
			return true
		}
	}
	return false
}

// address lists everybody's clicks from the order's address.
func (o *oracle) address(order model.Order) (seen []candidateWord) {
	for i, e := range o.events {
		click, is := introduction(e)
		if !is || !order.IP.IsValid() || click.IP != order.IP {
			continue
		}
		status := o.valid(i, order.At)
		if click.At.After(order.At) {
			status = "later"
		}
		seen = append(seen, candidateWord{i, click.Partner, status})
	}
	return seen
}
