package model

import "fmt"

// Catalog is who and what a referral program consists of: partners, programs,
// products and links, with the currency all of their amounts are in. Only
// [CatalogDraft.Parse] makes one, so parents form no cycle and every partner's
// parent and programs are there. A program's rule may be for a product that is not
// listed, because an order may sell one. The slices it hands out are not to be
// written to.
//
// Catalogs compare equal when they are the same one, so what was worked out on a
// catalog can be kept with it; two that merely say the same do not. The zero
// Catalog is empty.
type Catalog struct{ held *held }

// held is what a catalog was parsed from, and where everything in it is.
type held struct {
	d        CatalogDraft
	partners map[string]int
	products map[string]int
	links    map[string]int
	parents  []int
}

// CatalogDraft is a catalog as it is typed or read from a file. Rows are
// referred to by their code; problems name the table and the row.
type CatalogDraft struct {
	Currency Currency
	App      string // the workspace's app name, for links (L1)
	Partners []Partner
	Programs []Program
	Products []Product
	Links    []Link
}

// Names of the tables of a catalog, as they stand in a [Place].
const (
	PartnerTable = "partner"
	ProgramTable = "program"
	ProductTable = "product"
	LinkTable    = "link"
)

// Limits of a catalog. They are far above what a person keeps and, because each
// partner can be in each program, keep a hostile one from costing more than a
// moment.
const (
	MaxPartners = 20_000
	MaxPrograms = 500
)

// Parse checks every row and reference, and answers with a catalog or with
// every problem at once. It is the only way to a catalog, from a file as from
// the database, so every limit is held to here.
func (d CatalogDraft) Parse() (Catalog, Problems) {
	c := &held{d: d}
	var problems Problems
	tooMany(&problems, PartnerTable, len(d.Partners), MaxPartners)
	tooMany(&problems, ProgramTable, len(d.Programs), MaxPrograms)
	if len(problems) > 0 {
		return Catalog{}, problems
	}
	if d.Currency == (Currency{}) {
		c.d.Currency = USD
	}
	c.partners = uniqueCodes(&problems, PartnerTable, len(d.Partners), func(i int) string { return d.Partners[i].Code })
	c.products = uniqueTexts(&problems, ProductTable, "code", len(d.Products), func(i int) string { return d.Products[i].Code })
	c.links = uniqueCodes(&problems, LinkTable, len(d.Links), func(i int) string { return d.Links[i].Code })
	programs := uniqueTexts(&problems, ProgramTable, "name", len(d.Programs), func(i int) string { return d.Programs[i].Name })
	checkText(&problems, Place{Row: -1, Key: "app"}, "the app name", d.App, false)
	for i, p := range d.Partners {
		checkPartner(&problems, i, p, programs)
	}
	for i, p := range d.Programs {
		checkProgram(&problems, i, p)
	}
	for i, p := range d.Products {
		if p.Price < 0 || p.Price > MaxMoney {
			problems.add(Place{ProductTable, i, "price"}, "write a price that is not negative", "the price of %q is out of range", p.Code)
		}
	}
	for i, l := range d.Links {
		if why := webAddress(l.URL); l.URL != "" && why != "" {
			problems.add(Place{LinkTable, i, "url"}, "write it like https://www.example.com/page", "the URL of link %q %s", l.Code, why)
		}
	}
	c.parents = c.findParents(&problems)
	if len(problems) > 0 {
		return Catalog{}, problems
	}
	return Catalog{c}, nil
}

func tooMany(problems *Problems, table string, n, most int) {
	if n > most {
		problems.add(Place{Table: table, Row: most}, fmt.Sprintf("at most %d", most), "there are %d %ss", n, table)
	}
}

func uniqueCodes(problems *Problems, table string, n int, code func(int) string) map[string]int {
	for i := range n {
		checkCode(problems, Place{table, i, "code"}, "a "+table, code(i))
	}
	return unique(problems, table, "code", n, code)
}

func uniqueTexts(problems *Problems, table, key string, n int, text func(int) string) map[string]int {
	for i := range n {
		checkText(problems, Place{table, i, key}, "the "+key+" of a "+table, text(i), true)
	}
	return unique(problems, table, key, n, text)
}

func unique(problems *Problems, table, key string, n int, name func(int) string) map[string]int {
	rows := make(map[string]int, n)
	for i := range n {
		if _, taken := rows[name(i)]; taken && name(i) != "" {
			problems.add(Place{table, i, key}, "give each its own "+key, "there are two %ss %q", table, name(i))
			continue
		}
		rows[name(i)] = i
	}
	return rows
}

func checkPartner(problems *Problems, row int, p Partner, programs map[string]int) {
	at := func(key string) Place { return Place{PartnerTable, row, key} }
	checkText(problems, at("name"), "the partner's name", p.Name, false)
	if days, set := p.TrackDays.Get(); set && (days < 0 || days > MaxTrackDays) {
		problems.add(at("track_days"), fmt.Sprintf("0 to %d, or leave it out: never expires", MaxTrackDays), "track_days cannot be %d", days)
	}
	for _, name := range p.Programs {
		if _, known := programs[name]; !known {
			problems.add(at("programs"), "add the program, or correct its name", "partner %q is in program %q, which does not exist", p.Code, name)
		}
	}
}

func checkProgram(problems *Problems, row int, p Program) {
	at := func(key string) Place { return Place{ProgramTable, row, key} }
	if p.Payout != UpFront && p.Payout != OnPayment {
		problems.add(at("payout"), `write "up-front" or "on-payment"`, "program %q does not say when it pays", p.Name)
	}
	if p.Priority < -MaxPriority || p.Priority > MaxPriority {
		problems.add(at("priority"), fmt.Sprintf("%d to %d", -MaxPriority, MaxPriority), "the priority of program %q cannot be %d", p.Name, p.Priority)
	}
	seen := map[string]bool{}
	for i, rule := range p.Products {
		at := Place{ProgramTable + "." + ProductTable, row, fmt.Sprint(i)}
		checkText(problems, at, fmt.Sprintf("the product of a rule of program %q", p.Name), rule.Product, true)
		if seen[rule.Product] {
			problems.add(at, "keep one of them", "program %q has two rules for product %q", p.Name, rule.Product)
		}
		seen[rule.Product] = true
	}
	for _, rule := range p.Cards() {
		rule.Card.check(problems, at("default"), p.Name)
	}
}

// check holds the amounts and rates to the limits that keep sums in range.
func (c RateCard) check(problems *Problems, at Place, program string) {
	rows := append(c.Levels[:], c.Unused)
	for _, row := range rows {
		for _, role := range Roles {
			amount, percent := row.For(role).Amount.Or(0), row.For(role).Percent.Or(0)
			if amount < 0 || amount > MaxRateAmount || percent < 0 || percent > MaxRate {
				problems.add(at, fmt.Sprintf("at most %d minor units or %s %%", MaxRateAmount, MaxRate.Percent()),
					"a rate of program %q is out of range", program)
				return
			}
		}
	}
}
