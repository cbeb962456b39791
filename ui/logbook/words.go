package logbook

import (
	"fmt"

	"referee/engine"
	"referee/engine/replay"
	"referee/model"
	"referee/ui/text"
)

// Turned is a way in which sales change, in words: "cookie → history".
func Turned(t replay.Turn, arrow string) string {
	switch {
	case t.Before != t.After:
		return t.Before.String() + " " + arrow + " " + t.After.String()
	case t.SamePartner:
		return t.Before.String() + ": same partner, other lead or pay"
	}
	return t.Before.String() + ": another referral"
}

// Credited is who is credited with a sale, and by what: "Zoe by cookie".
func Credited(c model.Catalog, who engine.PartnerID, by engine.Rung) string {
	if who == engine.Nobody {
		return "nobody"
	}
	return who.Name(c) + " by " + by.String()
}

// Changes is how many sales of how many change: "1 of 4 sales changes".
func Changes(n, of int) string {
	verb := "change"
	if n == 1 {
		verb = "changes"
	}
	return text.Thousands(int64(n)) + " of " + text.Count(of, "sale ", "sales ") + verb
}

// Reached says how many touches could reach a sale, of how many.
func Reached(touches, rows int) string {
	return text.Thousands(int64(touches)) + " of " + text.Count(rows, "touch", "touches") + " could reach one"
}

// Skipped is how many rows were left out because they could not be read, and which came
// first; "" if none was.
func Skipped(rows *replay.BadRows) string {
	if rows.Count == 0 {
		return ""
	}
	return fmt.Sprintf("%s; the first: %v", text.Count(rows.Count, "row could not be read and was left out", "rows could not be read and were left out"), rows.Named[0])
}

// Unreached is what it means that no touch of so many could reach one of so many
// sales; "" if any could. So many rows of the log were left out.
func Unreached(touches, rows, sales, skipped int) string {
	switch {
	case touches > 0:
		return ""
	case sales == 0:
		return "No sale could be read from sales.csv, so there is nothing that a touch could reach."
	case rows == 0:
		return "touches.csv has no rows, so nobody can be credited. Put the clicks there, and read the log again."
	}
	reached := "0 of " + text.Count(rows, "touch", "touches") + " could reach a sale"
	if skipped > 0 {
		return reached + ". Mend the rows that were left out first: they may be those that could."
	}
	return reached + ": none names a contact, cookie or address that a sale has. " +
		"Usually the two files call people by other ids. Write the same contact and cookie ids into both, and read the log again."
}
