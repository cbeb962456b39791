package explain

import (
	"fmt"
	"slices"

	"referee/engine"
	"referee/model"
)

// Flip is a single setting that would pay somebody who is not the sale partner
// now: what to set, whom it pays, and what.
type Flip struct {
	Setting model.Setting
	To      string
	Partner engine.PartnerID
	Paid    model.Money
	Text    string
}

// Flips tries the other value of each attribution setting (S3, S4, S5) on one
// order, and lists those that credit another sale partner. Each was really run.
func Flips(plan *engine.Plan, c *engine.Case, o *engine.Outcome) []Flip {
	var flips []Flip
	var rows []engine.Row
	for _, draft := range others(plan.Settings().Draft()) {
		settings, problems := draft.Parse()
		if problems != nil {
			continue // cannot be: three valid values were exchanged for valid ones
		}
		other := engine.Compile(settings, plan.Catalog())
		var flipped engine.Outcome
		flipped, rows = other.Settle(rows[:0], c)
		who := flipped.Sale.Partner
		if who == o.Sale.Partner || who == engine.Nobody || slices.ContainsFunc(flips, func(f Flip) bool { return f.Partner == who }) {
			continue
		}
		change := model.Diff(plan.Settings().Draft(), draft)[0]
		flips = append(flips, flipTo(plan, change, who, engine.PaidTo(rows, who)))
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

func flipTo(plan *engine.Plan, change model.Change, who engine.PartnerID, paid model.Money) Flip {
	text := fmt.Sprintf("not paid; %s = %s would pay %s",
		change.Setting.Name(), change.Setting.Words(change.To), plan.Catalog().Currency().DisplayMoney(paid))
	return Flip{change.Setting, change.To, who, paid, text}
}
