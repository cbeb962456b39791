package model

import (
	"strings"
	"unicode/utf8"
)

// Draft is what is typed and ticked: any Draft can exist, right or wrong.
// It is comparable, so an undo step is a copy and "changed" is !=.
type Draft struct {
	CodePrefix        string   // S1
	SkipNotifications bool     // S2
	Credit            Credit   // S3
	Tracking          Tracking // S4
	UseIP             bool     // S5
	LinkURL           string   // S6
	Levels            int      // S7
	PayLead           bool     // S8
	PaySale           bool     // S8
	PayAmount         bool     // S9
	PayPercent        bool     // S9
	PayIfUnused       bool     // S10
}

// MaxPrefix bounds the prefix (S1), in characters.
const MaxPrefix = 32

// DefaultDraft is the page as a new program finds it (table S).
func DefaultDraft() Draft {
	return Draft{Credit: Latest, Tracking: OnlyCookies, Levels: 2, PaySale: true, PayPercent: true}
}

// Parse is the one door from what was typed to [Settings]. It answers with
// settings, or with every problem at once (the table S of the rules).
func (d Draft) Parse() (Settings, Problems) {
	var problems Problems
	if trimmed := strings.TrimRight(d.LinkURL, "/"); trimmed != "" { // a lone slash is no empty URL
		d.LinkURL = trimmed
	}
	d.checkPrefix(&problems)
	if d.Credit != Latest && d.Credit != First {
		problems.add(HowToChoose.place(), `"latest" or "first"`, "How to choose a referral partner is not chosen")
	}
	if d.Tracking != OnlyCookies && d.Tracking != HistoryAndCookies {
		problems.add(TrackingMethod.place(), `"only-cookies" or "history-and-cookies"`, "The tracking method is not chosen")
	}
	d.checkLinkURL(&problems)
	if d.Levels < 1 || d.Levels > MaxLevels {
		problems.add(NumberOfLevels.place(), "1, 2 or 3", "A program has 1, 2 or 3 levels, not %d", d.Levels)
	}
	if !d.PayLead && !d.PaySale {
		problems.add(PayFor.place(), "tick lead, sale or both", "Nobody would ever be paid: neither lead nor sale is ticked")
	}
	if !d.PayAmount && !d.PayPercent {
		problems.add(PayAs.place(), "tick amount, percent or both", "Every payout would be 0: neither amount nor percent is ticked")
	}
	if len(problems) > 0 {
		return Settings{}, problems
	}
	return Settings{d}, nil
}

func (d Draft) checkPrefix(problems *Problems) {
	if n := utf8.RuneCountInString(d.CodePrefix); n > MaxPrefix {
		problems.add(CodePrefix.place(), "shorten it", "The prefix has %d characters, at most %d are possible", n, MaxPrefix)
	}
	for _, r := range d.CodePrefix {
		if !isPrefixRune(r) {
			problems.add(CodePrefix.place(), "use letters, digits, - and _", "The prefix cannot hold %q", r)
			return
		}
	}
}

// isPrefixRune keeps to ASCII: the prefix goes into a URL as it is.
func isPrefixRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_'
}

func (d Draft) checkLinkURL(problems *Problems) {
	const hint = "write it like https://www.example.com/partners"
	refuse := func(why string) { problems.add(CustomLinkURL.place(), hint, "The link URL %s", why) }
	if d.LinkURL == "" {
		return
	}
	switch why := webAddress(d.LinkURL); {
	case why != "":
		refuse(why)
	case strings.Contains(d.LinkURL, "?"):
		refuse(`has a query ("?"): the partner's code is added at the end of the path`)
	case strings.Contains(d.LinkURL, "#"):
		refuse(`has a fragment ("#"): the partner's code is added at the end of the path`)
	}
}
