package cli

import (
	"referee/engine"
	"referee/engine/replay"
	"referee/model"
)

// replayDocument is what --json prints. Amounts are texts in the currency's units.
type replayDocument struct {
	Currency    string            `json:"currency"`
	Sales       int               `json:"sales"`
	Touches     *int              `json:"touches"`    // null if the log was read in parts, each of which counts its own
	TouchRows   int               `json:"touch_rows"` // of touches.csv, those that could not be read included
	Credited    map[string]int    `json:"credited"`
	Commissions int               `json:"commissions"`
	Paid        string            `json:"paid"`
	Zero        map[string]int    `json:"zero"`
	Skipped     int               `json:"skipped"`
	Bad         []badRowDocument  `json:"bad"`
	Totals      []partnerDocument `json:"totals"`
	Against     *comparedDocument `json:"against,omitempty"`
}

type badRowDocument struct {
	File string `json:"file"`
	Line int    `json:"line"`
	What string `json:"what"`
}

type partnerDocument struct {
	Partner     string `json:"partner"`
	Commissions int    `json:"commissions"`
	Paid        string `json:"paid"`
}

type comparedDocument struct {
	Policy   string          `json:"policy"`
	Changed  int             `json:"changed"`
	Delta    string          `json:"delta"`
	Why      []turnDocument  `json:"why"`
	Partners []deltaDocument `json:"partners"`
	Largest  []saleDocument  `json:"largest"`
}

type turnDocument struct {
	From        string `json:"from"`
	To          string `json:"to"`
	SamePartner bool   `json:"same_partner"`
	Sales       int    `json:"sales"`
	Delta       string `json:"delta"`
}

type deltaDocument struct {
	Partner string `json:"partner"`
	Delta   string `json:"delta"`
}

type saleDocument struct {
	Sale   string `json:"sale"`
	Moved  string `json:"moved"`
	From   string `json:"from"`
	FromBy string `json:"from_by"`
	To     string `json:"to"`
	ToBy   string `json:"to_by"`
}

func (r *replayReport) document(paid model.Money) replayDocument {
	t := &r.totals
	d := replayDocument{
		Currency: r.catalog.Currency().Code(), Sales: t.Sales, TouchRows: r.rows, Credited: map[string]int{},
		Commissions: t.Rows(), Paid: r.exact(paid), Zero: map[string]int{}, Skipped: r.skipped.Count,
		Bad: badDocuments(r.skipped), Totals: []partnerDocument{},
	}
	if r.parts == 1 {
		d.Touches = &r.touches
	}
	for _, rung := range engine.Rungs[engine.ByCookie:] {
		d.Credited[rung.String()] = t.Credited[rung]
	}
	for _, z := range zeroWords {
		d.Zero[z.key] = t.Zero[z.rule]
	}
	for _, i := range r.totals.ByPaid() {
		d.Totals = append(d.Totals, partnerDocument{r.code(engine.PartnerID(i)), t.Partners[i].Rows, r.exact(t.Partners[i].Paid)})
	}
	if r.flags.against != "" {
		d.Against = r.against(&r.compared.Comparison)
	}
	return d
}

func (r *replayReport) against(c *replay.Comparison) *comparedDocument {
	d := &comparedDocument{Policy: r.flags.against, Changed: c.Changed, Delta: r.exact(c.Delta),
		Why: []turnDocument{}, Partners: []deltaDocument{}, Largest: []saleDocument{}}
	for _, t := range c.Turns {
		d.Why = append(d.Why, turnDocument{t.Before.String(), t.After.String(), t.SamePartner, t.Sales, r.exact(t.Delta)})
	}
	for _, p := range c.Partners {
		d.Partners = append(d.Partners, deltaDocument{r.code(p.Partner), r.exact(p.Delta)})
	}
	for _, s := range c.Largest {
		d.Largest = append(d.Largest, saleDocument{s.Sale, r.exact(s.Moved), r.code(s.Before), s.BeforeBy.String(), r.code(s.After), s.AfterBy.String()})
	}
	return d
}

func (r *replayReport) exact(m model.Money) string { return r.catalog.Currency().FormatMoney(m) }

func badDocuments(bad *replay.BadRows) []badRowDocument {
	rows := make([]badRowDocument, len(bad.Named))
	for i, p := range bad.Named {
		rows[i] = badRowDocument{p.File, p.Line, p.What}
	}
	return rows
}

// code is a partner's code, "" for nobody.
func (r *replayReport) code(who engine.PartnerID) string {
	if who == engine.Nobody {
		return ""
	}
	return r.catalog.Partners()[who].Code
}
