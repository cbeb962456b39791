package explain

import (
	"fmt"
	"slices"

	"referee/engine"
	"referee/model"
)

// Flip is a single setting that would credit somebody who is not the sale
// partner now, and pay that partner more than it gets now.
type Flip struct {
	Setting model.Setting
	To      string           // what to set, as [model.Draft.Set] reads it
	Partner engine.PartnerID // whom it would credit
	Now     model.Money      // what that partner gets for the order as it is, all its rows together, in minor units
	Paid    model.Money      // what it would get
	Text    string
}

// Flips tries the other value of each attribution setting (S3, S4, S5) on one
// order, and lists those that credit another sale partner and pay it more. Each
// was really run. A partner that several settings would credit is listed with
// the first of them in the page's order.
func Flips(plan *engine.Plan, c *engine.Case, o *engine.Outcome) []Flip {
	var flips []Flip
	now := plan.AppendRows(nil, c, &o.Decision, engine.OurReading)
	for _, draft := range others(plan.Settings().Draft()) {
		settings, problems := draft.Parse()
		if problems != nil {
			continue // cannot be: a valid value was exchanged for a valid one
		}
		flipped, rows := plan.Under(settings).Settle(nil, c)
		who := flipped.Sale.Partner
		if who == o.Sale.Partner || who == engine.Nobody || slices.ContainsFunc(flips, func(f Flip) bool { return f.Partner == who }) {
			continue
		}
		before, after := engine.PaidTo(now, who), engine.PaidTo(rows, who)
		if after > before {
			change := model.Diff(plan.Settings().Draft(), draft)[0]
			flips = append(flips, Flip{change.Setting, change.To, who, before, after, flipText(plan, change, before, after)})
		}
	}
	return flips
}

// others is a draft with one attribution setting exchanged each.
func others(d model.Draft) [3]model.Draft {
	choose, track, address := d, d, d
	choose.Credit = model.Latest + model.First - d.Credit
	track.Tracking = model.OnlyCookies + model.HistoryAndCookies - d.Tracking
	address.UseIP = !d.UseIP
	return [3]model.Draft{choose, track, address}
}

// flipText does not name the partner: it stands beside the name.
func flipText(plan *engine.Plan, change model.Change, before, after model.Money) string {
	currency, now := plan.Catalog().Currency(), "not paid now"
	if before != 0 {
		now = "paid " + currency.DisplayMoney(before) + " now"
	}
	return fmt.Sprintf("%s; %s if %s is %s", now, currency.DisplayMoney(after), change.Setting.Name(), change.Setting.Words(change.To))
}
