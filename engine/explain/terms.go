package explain

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/model"
)

// Section is a part of a policy told in words: what it is about, and a few sentences.
type Section struct {
	Title string
	Text  []string // paragraphs, each whole sentences
}

// Terms is a policy, settings and rates, as one would tell them to the partners:
// who is credited, what is paid, what their links look like, and of what they are
// told. Every setting has its say in it. It speaks of what a program shows and
// pays under the settings; what they hide is not promised to anybody (C8).
func Terms(of model.Policy) []Section {
	p := terms{of.Settings, of.Catalog}
	return []Section{
		{"Who is credited with an order", p.credit()},
		{"What is paid", p.pay()},
		{"Rates", p.rates()},
		{"Your link", p.link()},
		{"Messages", p.messages()},
	}
}

type terms struct {
	settings model.Settings
	catalog  model.Catalog
}

// order is the word for S3.
func (p terms) order() string {
	if p.settings.Credit() == model.First {
		return "first"
	}
	return "last"
}

// credit is the ladder as it is set (S3, S4, S5), and the windows (A2).
func (p terms) credit() []string {
	said := []string{fmt.Sprintf("When somebody clicks your link, a cookie in the browser remembers it. "+
		"An order that comes from a browser with such cookies is credited to one partner: the one whose link was clicked %s.", p.order())}
	if p.settings.Tracking() == model.HistoryAndCookies {
		said = append(said, fmt.Sprintf("If the browser holds none, we look at the customer's history: clicks that we know were the customer's, "+
			"and referrals entered by hand. There, too, the %s one counts. So orders by phone and from another device can be credited.", p.order()))
	} else {
		said = append(said, "Only cookies count. An order by phone, from another device, or after cookies were cleared has none, whoever brought the customer before.")
	}
	if p.settings.UseIP() {
		said = append(said, fmt.Sprintf("If nothing else is found, we look for clicks from the internet address that the order came from; the %s one counts.", p.order()))
	} else {
		said = append(said, "Internet addresses are not used to find a partner.")
	}
	return append(said, p.windows(),
		"We can set the partner on an order by hand, and that decides. A partner who is not active is passed over.")
}

// windows says how long clicks count, as far as it is the same for everybody.
func (p terms) windows() string {
	partners := p.catalog.Partners()
	for _, partner := range partners {
		if partner.TrackDays != partners[0].TrackDays {
			return "How long a click counts is agreed with each partner; an order later than that is too late, to the second."
		}
	}
	if len(partners) > 0 {
		if n, set := partners[0].TrackDays.Get(); set {
			return fmt.Sprintf("A click counts for %s of 24 hours; an order later than that is too late, to the second.", days(n))
		}
	}
	return "A click counts without an end."
}

// pay is S7 to S10: for what, how, and to whom.
func (p terms) pay() []string {
	return []string{p.roles(), p.kinds(), p.levels(), p.unused()}
}

func (p terms) roles() string {
	const never = " Nothing is ever paid for a customer who buys nothing."
	switch lead, sale := p.settings.PaysFor(model.Lead), p.settings.PaysFor(model.Sale); {
	case lead && sale:
		return "Each order pays twice: the partner who is credited with it, and the partner who first brought the customer." + never
	case lead:
		return "Each order pays the partner who first brought the customer, not the one who is credited with the order." + never
	}
	return "Each order pays the partner who is credited with it. Having brought the customer to us is not paid for by itself." + never
}

func (p terms) kinds() string {
	const base = " of the price of what was bought, after discounts that apply to commissions, without tax, shipping and charges"
	switch amount, percent := p.settings.PaysAs(model.Amount), p.settings.PaysAs(model.Percent); {
	case amount && percent:
		return "Commission is a fixed amount for each unit sold plus a share" + base + "."
	case amount:
		return "Commission is a fixed amount for each unit sold."
	}
	return "Commission is a share" + base + "."
}

func (p terms) levels() string {
	switch p.settings.Levels() {
	case 1:
		return "There is one level: whoever recruited you earns nothing on your orders, and you earn nothing on the orders of partners you recruit."
	case 2:
		return "There are two levels: the partner itself, and the partner who recruited it."
	}
	return "There are three levels: the partner itself, the partner who recruited it, and the one who recruited that one."
}

func (p terms) unused() string {
	switch {
	case p.settings.UnusedCounts():
		return "If nobody above you is paid, the rate for that case, where a program has one, takes the place of your level 1 rate."
	case p.settings.PayIfUnused():
		return "Rates for the case that nobody stands above you have no effect while there is one level."
	}
	return "What partners above you would have earned is not paid to anybody if there are none."
}

// link is S1 and S6, and how it will look (L1).
func (p terms) link() []string {
	link := "PAGE"
	if links := p.catalog.Links(); len(links) > 0 {
		link = links[0].Code
	}
	base := p.settings.URL(p.catalog.App(), link, "")
	return []string{fmt.Sprintf("Your link is %s followed by your code.", base)}
}

func (p terms) messages() []string {
	if p.settings.SkipNotifications() {
		return []string{"No messages are sent about web forms and orders."}
	}
	return []string{"You are told of web forms of customers you brought, and of orders you are credited with, if you asked for it. Partners above you are not."}
}

// rates lists what the programs show under the settings (C8), in the order they
// are asked (C3).
func (p terms) rates() []string {
	var said []string
	for _, row := range engine.RankedPrograms(p.catalog) {
		program := p.catalog.Programs()[row]
		for _, rule := range program.Cards() {
			if text := p.card(rule.Card); text != "" {
				said = append(said, program.Name+forProduct(rule.Product)+": "+text+due(program.Payout))
			}
		}
	}
	if len(said) == 0 {
		return []string{"No program has a rate that these settings pay."}
	}
	if len(p.catalog.Programs()) > 1 {
		said = append(said, "Of several programs you are in, the first in this list that has a rate for the product pays.")
	}
	return said
}

func forProduct(product string) string {
	if product == "" {
		return ""
	}
	return " for " + product
}

func due(p model.Payout) string {
	if p == model.OnPayment {
		return ". Due as the customer pays."
	}
	return "."
}

// card is the rates of a card that are shown, row by row.
func (p terms) card(card model.RateCard) string {
	var rows []string
	for i, row := range card.Levels[:p.settings.Levels()] {
		rows = p.row(rows, fmt.Sprintf("level %d", i+1), row)
	}
	if p.settings.UnusedCounts() {
		rows = p.row(rows, "level 1 with nobody above", card.Unused)
	}
	return strings.Join(rows, "; ")
}

func (p terms) row(rows []string, name string, row model.RateRow) []string {
	for _, role := range model.Roles {
		rates := row.For(role).Visible(p.settings)
		if !p.settings.PaysFor(role) || rates.IsBlank() {
			continue
		}
		var parts []string
		if amount, set := rates.Amount.Get(); set {
			parts = append(parts, p.catalog.Currency().DisplayMoney(amount)+" "+p.catalog.Currency().Code())
		}
		if percent, set := rates.Percent.Get(); set {
			parts = append(parts, percent.Percent()+" %")
		}
		rows = append(rows, fmt.Sprintf("%s, %s, %s", name, role, strings.Join(parts, " + ")))
	}
	return rows
}
