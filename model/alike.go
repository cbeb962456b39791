package model

import (
	"fmt"
	"strings"
)

// Alike is what renames lead from one catalog to another by the look of them, for
// when nobody noted them: a row whose code is gone is taken for the one with a new
// code that is like it, if there is only one. A partner is like one of the same
// name, a program like one of the same rates, a product like one of the same price,
// a link like one to the same page. It is a guess, and whoever acts on it says so.
func Alike(from, to Catalog) Renames {
	if from == to {
		return nil
	}
	currency := func(c Catalog) func(Program) string {
		return func(p Program) string { return likeness(p, c.Currency()) }
	}
	var renames Renames
	renames = append(renames, alikeRows(PartnerTable, from.Partners(), to.Partners(), partnerCode,
		func(p Partner) string { return p.Name }, func(p Partner) string { return p.Name })...)
	renames = append(renames, alikeRows(ProgramTable, from.Programs(), to.Programs(), programName, currency(from), currency(to))...)
	price := func(p Product) string { return fmt.Sprint(p.Price) }
	renames = append(renames, alikeRows(ProductTable, from.Products(), to.Products(), productCode, price, price)...)
	page := func(l Link) string { return l.URL }
	return append(renames, alikeRows(LinkTable, from.Links(), to.Links(), linkCode, page, page)...)
}

// DiffAlike is [DiffRenamed] where nobody noted which rows were given another code:
// those that are alike are taken for the same.
func DiffAlike(from, to Catalog) []CatalogChange { return DiffRenamed(from, to, Alike(from, to)) }

// likeness is a program but for its name; "" if it has no rates to tell it by.
func likeness(p Program, currency Currency) string {
	var all strings.Builder
	rates := false
	for _, f := range programFields(currency)(p) {
		fmt.Fprintf(&all, "%s=%s\n", f.key, f.text)
	}
	for _, rule := range p.Cards() {
		rates = rates || rule.Card.IsRule()
	}
	if !rates {
		return ""
	}
	return all.String()
}

func alikeRows[R any](table string, from, to []R, code func(R) string, before, after func(R) string) (renames Renames) {
	gone, fresh := onlyIn(from, to, code, before), onlyIn(to, from, code, after)
	for _, row := range from {
		look := before(row)
		if was, now := gone[look], fresh[look]; look != "" && len(was) == 1 && len(now) == 1 && was[0] == code(row) {
			renames = append(renames, Rename{table, was[0], now[0]})
		}
	}
	return renames
}

// onlyIn is the codes of rows that another table does not have, by their looks.
func onlyIn[R any](rows, others []R, code func(R) string, look func(R) string) map[string][]string {
	known := rowsByCode(others, code)
	only := map[string][]string{}
	for _, row := range rows {
		if _, there := known[code(row)]; !there {
			only[look(row)] = append(only[look(row)], code(row))
		}
	}
	return only
}
