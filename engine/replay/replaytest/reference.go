package replaytest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"referee/engine"
	"referee/engine/replay"
	"referee/model"
)

// Reference says what a replay of a log must come to: it makes the log a journal,
// and indexes and settles it order by order. It is as simple as can be, and takes as
// many sales as a journal does.
type Reference struct {
	log     replay.Log
	catalog model.Catalog
	book    *engine.Casebook
}

// NewReference indexes a log. The error is the journal's problems.
func NewReference(log replay.Log, c model.Catalog) (Reference, error) {
	journal, problems := c.Journal(log.Events())
	if problems != nil {
		return Reference{}, problems
	}
	return Reference{log, c, engine.Index(journal)}, nil
}

// Under is the text of commissions.csv and of totals.csv under some settings.
func (ref Reference) Under(s model.Settings) (commissions, totals string) {
	plan, c := engine.Compile(s, ref.catalog), ref.catalog
	settled := map[string]engine.Settled{}
	for i, of := range plan.SettleAll(ref.book) {
		settled[ref.book.Cases()[i].Order.ID] = of
	}
	var out strings.Builder
	out.WriteString("sale_id,partner,level,role,cents,reason\n")
	rows, cents := map[string]int{}, map[string]model.Money{}
	for _, sale := range ref.log.Sales {
		of := settled[sale.ID]
		paid := slices.DeleteFunc(slices.Clone(of.Rows), func(r engine.Row) bool { return r.Calculated == 0 })
		slices.SortStableFunc(paid, func(a, b engine.Row) int { return cmp.Or(cmp.Compare(a.Level, b.Level), cmp.Compare(a.Role, b.Role)) })
		for _, r := range paid {
			code, reason := c.Partners()[r.Partner].Code, "cookie"
			if r.Role == model.Sale {
				reason = map[engine.Rung]string{engine.ByCookie: "cookie", engine.ByHistory: "history", engine.ByAddress: "ip"}[of.By]
			}
			fmt.Fprintf(&out, "%s,%s,%d,%s,%d,%s\n", sale.ID, code, r.Level, r.Role, r.Calculated, reason)
			rows[code]++
			cents[code] += r.Calculated
		}
	}
	codes := make([]string, 0, len(rows))
	for code := range rows {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	sums := "partner,commissions,cents\n"
	for _, code := range codes {
		sums += fmt.Sprintf("%s,%d,%d\n", code, rows[code], cents[code])
	}
	return out.String(), sums
}
