package logbook

import (
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
		return t.Before.String() + ": the same partner, paid differently"
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
