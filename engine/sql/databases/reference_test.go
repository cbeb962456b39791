package databases

import (
	"cmp"
	"net/netip"
	"slices"
	"testing"

	"referee/engine"
	"referee/engine/replay"
	"referee/model"
)

// row is a row of the result.
type row struct {
	sale, partner string
	level         int
	role          string
	cents         int64
	reason        string
}

func sortRows(rows []row) {
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(len(a.sale), len(b.sale)), cmp.Compare(a.sale, b.sale), cmp.Compare(a.level, b.level), cmp.Compare(a.role, b.role))
	})
}

// book tells a log to the engine as a journal.
func (l logs) book(t *testing.T, catalog model.Catalog) *engine.Casebook {
	t.Helper()
	var log replay.Log
	for _, x := range l.touches {
		log.Touches = append(log.Touches, replay.Touch{
			ID: x.id, At: x.at, Contact: x.contact, Cookie: x.cookie, IP: address(t, x.ip), Partner: x.who, Lead: x.kind == "lead",
		})
	}
	for _, s := range l.sales {
		log.Sales = append(log.Sales, replay.Sale{
			ID: s.id, At: s.at, Contact: s.contact, Cookie: s.cookie, IP: address(t, s.ip), Amount: model.Money(s.cents), Product: s.product,
		})
	}
	journal, problems := catalog.Journal(log.Events())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return engine.Index(journal)
}

func address(t *testing.T, ip string) netip.Addr {
	t.Helper()
	if ip == "" {
		return netip.Addr{}
	}
	address, err := netip.ParseAddr(ip)
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// reference is what the engine pays under a plan.
func reference(plan *engine.Plan, book *engine.Casebook) []row {
	var rows []row
	words := map[engine.Rung]string{engine.ByCookie: "cookie", engine.ByHistory: "history", engine.ByAddress: "ip"}
	for i, settled := range plan.SettleAll(book) {
		for _, r := range settled.Rows {
			if r.Calculated == 0 {
				continue
			}
			reason := words[settled.Outcome.By]
			if r.Role == model.Lead {
				reason = "cookie"
			}
			rows = append(rows, row{
				book.Cases()[i].Order.ID, plan.Catalog().Partners()[r.Partner].Code, int(r.Level), r.Role.String(), int64(r.Calculated), reason,
			})
		}
	}
	sortRows(rows)
	return rows
}
