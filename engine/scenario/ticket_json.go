package scenario

import (
	"time"

	"referee/engine/account"
	"referee/engine/whatif"
	"referee/model"
)

// The JSON of `explain --json`. Keys and their order are a contract; causes and
// changes are the words of the engine's doc.go.
type (
	// TicketReport is a [Ticket] as it stands in JSON.
	TicketReport struct {
		Title    string          `json:"title"`
		Settings SettingsTable   `json:"settings"`
		Sale     string          `json:"sale"`
		At       time.Time       `json:"at"`
		By       string          `json:"by"`
		Partners []partnerReport `json:"partners"`
		LeftOut  int             `json:"left_out,omitempty"`
	}
	partnerReport struct {
		Partner string        `json:"partner"`
		Paid    string        `json:"paid"`
		Verdict string        `json:"verdict"`
		Rungs   []standReport `json:"rungs"`
		Roles   []standReport `json:"roles"`
		Rows    []sumReport   `json:"rows"`
		Flips   []changeShown `json:"flips"`
		Sure    bool          `json:"sure"` // nothing smaller was left untried
		Notes   []note        `json:"notes"`
	}
	standReport struct {
		Where    string `json:"where"`
		Cause    string `json:"cause"`
		Expected string `json:"expected"`
		Found    string `json:"found"`
	}
	sumReport struct {
		rowReport
		Cause   string         `json:"cause"`
		Figures []figureReport `json:"figures"`
	}
	figureReport struct {
		Text   string `json:"text"`
		Amount string `json:"amount"`
		Sum    bool   `json:"sum"`
	}
	changeShown struct {
		Change  string `json:"change"`
		Setting string `json:"setting,omitempty"`
		To      string `json:"to,omitempty"`
		Text    string `json:"text"`
		Paid    string `json:"paid"`
	}
)

// Report is the ticket as it stands in JSON.
func (t Ticket) Report() TicketReport {
	s := &t.result.Sales[t.sale]
	out := TicketReport{
		Title: t.result.Case.Title, Settings: TableOf(t.result.Case.Settings),
		Sale: s.Order.ID, At: s.Order.At, By: s.Outcome.By.String(), Partners: []partnerReport{}, LeftOut: t.LeftOut,
	}
	for i := range t.Answers {
		out.Partners = append(out.Partners, t.partner(s, &t.Answers[i]))
	}
	return out
}

func (t Ticket) partner(s *Sale, a *PartnerAnswer) partnerReport {
	money := t.result.Case.Catalog.Currency().FormatMoney
	out := partnerReport{
		Partner: t.result.code(a.Partner), Paid: money(a.Paid), Verdict: a.Verdict,
		Rows: []sumReport{}, Flips: []changeShown{}, Sure: a.Sure, Notes: []note{},
	}
	for _, n := range a.Notes {
		out.Notes = append(out.Notes, note{n.Rule, n.Text})
	}
	for _, stand := range a.Rungs {
		out.Rungs = append(out.Rungs, standReport{stand.Label, stand.Cause.String(), stand.Expected, stand.Found})
	}
	for _, stand := range a.Roles {
		out.Roles = append(out.Roles, standReport{stand.Label, stand.Cause.String(), stand.Expected, stand.Found})
	}
	why := t.result.Explain(t.sale)
	for _, share := range a.Account.Roles {
		for _, row := range share.Rows {
			out.Rows = append(out.Rows, t.row(s, row, why.Rows[row], money))
		}
	}
	for i := range a.Flips {
		out.Flips = append(out.Flips, t.change(&a.Flips[i], money))
	}
	return out
}

func (t Ticket) row(s *Sale, row int, how string, money func(model.Money) string) sumReport {
	sum := sumReport{rowReport: t.result.row(s, row, how)}
	sum.Cause = account.OfRow(t.result.Plan, &t.result.Book.Cases()[t.sale], &s.Rows[row]).String()
	for _, f := range t.result.figures(s, t.sale, row) {
		sum.Figures = append(sum.Figures, figureReport{f.Text, money(f.Amount), f.Sum})
	}
	return sum
}

func (t Ticket) change(f *whatif.Flip, money func(model.Money) string) changeShown {
	out := changeShown{Change: f.Kind.String(), Text: t.result.flip(t.sale, f), Paid: money(f.Paid)}
	if f.Kind == whatif.ToSetting {
		out.Setting, out.To = f.Setting.Key(), f.To
	}
	return out
}
