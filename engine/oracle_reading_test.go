package engine_test

import (
	"maps"

	"referee/model"
)

// otherReadings settles both places where the vendor's sources disagree: would
// the other reading pay any partner differently (A7)?
func (o *oracle) otherReadings(v *verdict, order model.Order) {
	ours := payouts(v.Rows)
	if o.settings.Credit() == model.First && v.By != "hand" {
		v.Overall = !maps.Equal(ours, payouts(o.rows(order, o.earliest(v), v.Lead, false)))
	}
	v.Pool = !maps.Equal(ours, payouts(o.rows(order, v.Sale, v.Lead, true)))
}

// earliest is the partner of the earliest valid referral of all rungs that the
// settings switch on.
func (o *oracle) earliest(v *verdict) string {
	on := [3]bool{true, o.settings.Tracking() == model.HistoryAndCookies, o.settings.UseIP()}
	first := candidateWord{Row: len(o.events)}
	for rung, seen := range v.Seen {
		for _, c := range seen {
			if on[rung] && c.Status == "valid" && c.Row < first.Row {
				first = c
			}
		}
	}
	return first.Partner
}

// payouts adds up rounded rows by partner; who gets nothing is not in it.
func payouts(rows []payRow) map[string]int64 {
	sums := map[string]int64{}
	for _, r := range rows {
		if r.Calculated != 0 {
			sums[r.Partner] += r.Calculated
		}
	}
	return sums
}
