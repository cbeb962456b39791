package plain

import (
	"fmt"
	"strings"

	"referee/engine/scenario"
)

// Sum is what the change does to all samples together, in money.
func (c Change) Sum() scenario.Sum {
	_, sum := c.compareAll()
	return sum
}

// SumInWords is what a change comes to in money: "in 12 pinned cases 3 of 43 sales
// change: Zoe +200.00, Jim −100.00".
func SumInWords(s scenario.Sum) string {
	if apart := s.Apart("pinned case"); apart != "" {
		if s.Unfit = nil; s.Cases == 0 {
			return apart
		}
		return apart + "; " + SumInWords(s)
	}
	where := "in " + count(s.Cases, "pinned case")
	if s.Changed == 0 {
		return fmt.Sprintf("%s none of %s changes", where, count(s.Orders, "sale"))
	}
	var gains []string
	for _, g := range s.Gains {
		gains = append(gains, g.Name+" "+g.Currency.DisplayChange(g.Amount, "−"))
	}
	if len(gains) == 0 {
		gains = []string{"the same money"}
	}
	change := "changes"
	if s.Changed > 1 {
		change = "change"
	}
	return fmt.Sprintf("%s %d of %s %s: %s", where, s.Changed, count(s.Orders, "sale"), change, strings.Join(gains, ", "))
}
