package scenario

import (
	"encoding/json"
	"io"

	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

// WriteJSON writes a result as one JSON document, the same one every time. It
// returns the error of w.
func WriteJSON(w io.Writer, r Result) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(r.report())
}

func (r *Result) report() report {
	out := report{
		Title:    r.Case.Title,
		Settings: TableOf(r.Case.Settings),
		Notices:  []note{},
		Sales:    []saleReport{},
		Totals:   r.amounts(r.Totals()),
		Forms:    []formReport{},
	}
	for _, n := range r.Notices() {
		out.Notices = append(out.Notices, note{n.Rule, n.Text})
	}
	for i := range r.Sales {
		out.Sales = append(out.Sales, r.sale(i))
	}
	for _, f := range r.Forms {
		out.Forms = append(out.Forms, formReport{f.Contact, f.At, r.code(f.Lead), r.notified(f.Told)})
	}
	return out
}

func (r *Result) sale(at int) saleReport {
	s, why := &r.Sales[at], r.Explain(at)
	out := saleReport{
		Sale:             s.Order.ID,
		At:               s.Order.At,
		SalePartner:      r.code(s.Outcome.Sale.Partner),
		LeadPartner:      r.code(s.Outcome.Lead.Partner),
		By:               s.Outcome.By.String(),
		ReadingSensitive: s.Outcome.ReadingSensitive(),
		Rows:             []rowReport{},
		Payouts:          r.amounts(s.sums(calculated)),
		Released:         r.amounts(s.sums(released)),
		Clawback:         map[string]string{}, // nothing is refunded yet (C10)
		Notified:         r.notified(s.Told),
		LeadWhy:          []reasonReport{r.reason("lead", why.Lead)},
		Notes:            []note{},
		Flips:            []flipReport{},
	}
	for i := range s.Rows {
		out.Rows = append(out.Rows, r.row(s, i, why.Rows[i]))
	}
	for _, reason := range why.Rungs {
		out.Why = append(out.Why, r.reason(reason.Rung.String(), reason))
	}
	for _, n := range why.Notes {
		out.Notes = append(out.Notes, note{n.Rule, n.Text})
	}
	for _, f := range why.Flips {
		paid := r.Case.Catalog.Currency().FormatMoney(f.Paid)
		out.Flips = append(out.Flips, flipReport{f.Setting.Key(), f.To, r.code(f.Partner), paid})
	}
	return out
}

func (r *Result) row(s *Sale, i int, how string) rowReport {
	row, money := s.Rows[i], r.Case.Catalog.Currency().FormatMoney
	return rowReport{
		Partner:    r.code(row.Partner),
		Role:       row.Role.String(),
		Level:      int(row.Level),
		Program:    r.program(row),
		Item:       s.Order.Lines[row.Item].Product,
		Base:       money(row.Base),
		Calculated: money(row.Calculated),
		Released:   money(row.Released),
		Rule:       row.Rule.Number(),
		Text:       how,
	}
}

func (r *Result) program(row engine.Row) string {
	if row.Program == engine.NoProgramID {
		return ""
	}
	return r.Case.Catalog.Programs()[row.Program].Name
}

func (r *Result) reason(rung string, why explain.Reason) reasonReport {
	out := reasonReport{rung, why.Finding.String(), r.code(why.Partner), why.Text, []candidateReport{}, why.LeftOut()}
	for _, c := range why.Candidates {
		out.Candidates = append(out.Candidates, candidateReport{r.code(c.Partner), c.Status.String(), c.Chosen, c.Text})
	}
	return out
}

// amounts is money by partners' codes, as text.
func (r *Result) amounts(sums map[engine.PartnerID]model.Money) map[string]string {
	out := map[string]string{}
	for partner, m := range sums {
		out[r.code(partner)] = r.Case.Catalog.Currency().FormatMoney(m)
	}
	return out
}
