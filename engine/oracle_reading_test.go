package engine_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"referee/model"
)

// otherReadings settles both places where the vendor's sources disagree: would
// the other reading pay any partner differently (A7)?
func (o *oracle) otherReadings(v *verdict, order model.Order) {
	ours := payouts(v.Rows)
	if o.settings.Credit() == model.First && v.By != "hand" {
		if other := payouts(o.rows(order, o.earliest(v), v.Lead, false)); !maps.Equal(ours, other) {
			v.Overall = payoutWords(other)
		}
	}
	if o.settings.PayIfUnused() {
		if other := payouts(o.rows(order, v.Sale, v.Lead, true)); !maps.Equal(ours, other) {
			v.Pool = payoutWords(other)
		}
	}
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

// payoutWords writes payouts by partner, in minor units: "bob 10000, jim 20000".
func payoutWords(payouts map[string]int64) string {
	var words []string
	for _, partner := range slices.Sorted(maps.Keys(payouts)) {
		words = append(words, fmt.Sprintf("%s %d", partner, payouts[partner]))
	}
	if len(words) == 0 {
		return "nothing"
	}
	return strings.Join(words, ", ")
}
