package model

import (
	"fmt"
	"slices"
	"strings"
)

// Notice is something true about settings that were accepted, and worth
// saying. It never blocks (N1 to N8).
type Notice struct {
	Rule    string  // "N1" to "N8"
	Setting Setting // the field it stands beside
	Text    string  // one sentence
}

// Surroundings is what notices are drawn from besides the settings.
type Surroundings struct {
	Catalog         Catalog
	EnteredReferral bool     // there are manual or permanent referrals (N3)
	Saved           Settings // the settings these would replace, or the zero Settings (N7)
}

// Notices lists what is worth saying about settings, by rule and then in the
// page's order.
func Notices(s Settings, around Surroundings) []Notice {
	n := notices{settings: s, programs: around.Catalog.Programs()}
	n.sayAbout(around)
	n.deadBoxes()
	n.hiddenValues()
	for _, p := range n.programs {
		n.lowerUnused(p)
	}
	n.oldLinks(around.Saved)
	for _, p := range n.programs {
		n.overPaid(p)
	}
	return n.list
}

// Fresh lists the notices of now that were not true before: what a change of
// settings is worth saying about, and not what has long been known.
func Fresh(now, before []Notice) []Notice {
	var fresh []Notice
	for _, n := range now {
		if !slices.Contains(before, n) {
			fresh = append(fresh, n)
		}
	}
	return fresh
}

type notices struct {
	settings Settings
	programs []Program
	list     []Notice
}

func (n *notices) say(rule string, s Setting, text string, args ...any) {
	n.list = append(n.list, Notice{rule, s, fmt.Sprintf(text, args...)})
}

// sayAbout covers N1 to N3: settings that undo or outlive one another.
func (n *notices) sayAbout(around Surroundings) {
	s := n.settings
	if s.PayIfUnused() && s.Levels() == 1 {
		n.say("N1", PayIfUnused, "Pay if unused has no effect with one level.")
	}
	if s.Tracking() == OnlyCookies && s.UseIP() {
		n.say("N2", UseIPAddress, "Sales without a cookie can still be paid by address, although only cookies are tracked.")
	}
	if s.Tracking() == OnlyCookies && around.EnteredReferral {
		n.say("N3", TrackingMethod, "Manual and permanent referrals exist; with only cookies they never bring a sale commission.")
	}
}

// oldLinks is N7.
func (n *notices) oldLinks(saved Settings) {
	if saved.IsZero() {
		return
	}
	if saved.CodePrefix() != n.settings.CodePrefix() {
		n.say("N7", CodePrefix, "Links already handed out keep the old prefix.")
	}
	if saved.LinkURL() != n.settings.LinkURL() {
		n.say("N7", CustomLinkURL, "Links already handed out keep the old address.")
	}
}

// lowerUnused is N6: the unused row replaces the level 1 row, so where it is
// lower a partner without a parent earns less than one with a parent. Amounts
// and percents cannot be weighed against each other, so a row counts as lower
// when something in it is and nothing is higher.
func (n *notices) lowerUnused(p Program) {
	s := n.settings
	if !s.UnusedCounts() {
		return
	}
	for _, rule := range p.Cards() {
		for _, role := range Roles {
			unused, level1 := rule.Card.Unused.For(role).Visible(s), rule.Card.Levels[0].For(role).Visible(s)
			if s.PaysFor(role) && !unused.IsBlank() && lower(unused, level1) {
				n.say("N6", PayIfUnused, "%s pays less when unused than level 1 does (%s%s): honoured as it stands.",
					p.Name, role, forProduct(rule.Product))
			}
		}
	}
}

func lower(a, b RoleRates) bool {
	amount, percent := a.Amount.Or(0)-b.Amount.Or(0), a.Percent.Or(0)-b.Percent.Or(0)
	return amount <= 0 && percent <= 0 && (amount < 0 || percent < 0)
}

// overPaid is N8, reckoned on percents alone: what a flat amount is of a sale
// depends on the sale. One order can pay both roles, and each either by its
// levels or by its unused row.
func (n *notices) overPaid(p Program) {
	for _, rule := range p.Cards() {
		sum := Rate(0)
		for _, role := range Roles {
			sum += n.mostPaid(rule.Card, role)
		}
		if sum > Whole {
			n.say("N8", PayAs, "The rates of %s%s add up to %s %% of a sale.", p.Name, forProduct(rule.Product), sum.Percent())
		}
	}
}

func (n *notices) mostPaid(card RateCard, role Role) Rate {
	s := n.settings
	if !s.PaysFor(role) {
		return 0
	}
	sum := Rate(0)
	for _, row := range card.Levels[:s.Levels()] {
		sum += row.For(role).Visible(s).Percent.Or(0)
	}
	if unused := card.Unused.For(role).Visible(s); s.UnusedCounts() && !unused.IsBlank() {
		sum = max(sum, unused.Percent.Or(0))
	}
	return sum
}

func forProduct(code string) string {
	if code == "" {
		return ""
	}
	return " for " + code
}

func list(names []string) string {
	if len(names) > 3 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:3], ", "), len(names)-3)
	}
	return strings.Join(names, ", ")
}
