package scenario

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

// WriteText writes a result for a person to read, without colour: the settings
// that matter, then each sale with who is paid what and why. It returns the
// error of w.
func WriteText(w io.Writer, r Result) error {
	p := page{result: &r}
	p.head()
	for i := range r.Sales {
		p.sale(i)
	}
	if len(r.Sales) == 0 {
		p.paragraph("", "", "There is no sale in it, so nothing is paid.")
		p.gap()
	}
	p.forms()
	p.totals()
	_, err := io.WriteString(w, strings.TrimRight(p.String(), "\n")+"\n")
	return err
}

func (p *page) head() {
	c := p.result.Case
	for _, text := range [...]string{c.Title, c.Story} {
		if text != "" {
			p.paragraph("", "", text)
		}
	}
	if p.Len() > 0 {
		p.gap()
	}
	changes := model.Diff(model.DefaultDraft(), c.Settings.Draft())
	if len(changes) == 0 {
		p.WriteString("All settings are at their defaults.\n\n")
	} else {
		p.WriteString("Settings that differ from the defaults\n")
		column := longest(changes, func(c model.Change) string { return c.Setting.Name() })
		for _, c := range changes {
			p.labelled("  ", c.Setting.Name(), column, c.Setting.Words(c.To))
		}
		p.gap()
	}
	if notices := p.result.Notices(); len(notices) > 0 {
		p.WriteString("Worth knowing\n")
		for _, n := range notices {
			p.labelled("  ", n.Rule, 2, n.Text)
		}
		p.gap()
	}
}

func (p *page) sale(at int) {
	s, why := &p.result.Sales[at], p.result.Explain(at)
	currency := p.result.Case.Catalog.Currency()
	p.paragraph("", "", fmt.Sprintf("%s · %s · %s · %s %s", s.Order.ID, moment(s.Order.At),
		buyer(&s.Order), currency.DisplayMoney(s.Order.Total()), currency.Code()))
	p.paragraph("  ", "  ", p.credit(s))
	p.rows(s, why.Rows)
	p.gap()
	p.why(why)
	p.flips(why.Flips)
	for _, n := range why.Notes {
		p.labelled("    ", n.Rule, 8, n.Text)
	}
	if s.Told != engine.Nobody {
		p.labelled("    ", "mail", 8, p.result.name(s.Told)+" is told of the order (M1).")
	}
	p.gap()
}

// saleLine is a sale in one line.
func (p *page) saleLine(s *Sale) string {
	currency, buyer := p.result.Case.Catalog.Currency(), s.Order.Contact
	if buyer == "" {
		buyer = "contact unknown"
	}
	return fmt.Sprintf("%s · %s · %s · %s %s", s.Order.ID, moment(s.Order.At),
		buyer, currency.DisplayMoney(s.Order.Total()), currency.Code())
}

// credit says in one sentence who gets it and by what.
func (p *page) credit(s *Sale) string {
	words := map[engine.Rung]string{
		engine.ByHand:    ", set by hand",
		engine.ByCookie:  ", by cookie",
		engine.ByHistory: ", by history",
		engine.ByAddress: ", by address",
	}
	text := "Sale partner: " + p.result.name(s.Outcome.Sale.Partner) + words[s.Outcome.By] + "."
	if s.Outcome.Lead.Partner != engine.Nobody {
		text += " Lead partner: " + p.result.name(s.Outcome.Lead.Partner) + "."
	}
	return text
}

// rows lists what is paid, with how every figure comes about.
func (p *page) rows(s *Sale, sums []string) {
	currency := p.result.Case.Catalog.Currency()
	who := func(r engine.Row) string { return p.result.name(r.Partner) }
	role := func(r engine.Row) string { return explain.Role(&r) }
	money := func(r engine.Row) string { return currency.DisplayMoney(r.Calculated) }
	columns := [3]int{longest(s.Rows, who), longest(s.Rows, role), longest(s.Rows, money)}
	for i, row := range s.Rows {
		label := fmt.Sprintf("%s  %s  %s", pad(who(row), columns[0]), pad(role(row), columns[1]), padLeft(money(row), columns[2]))
		how := sums[i]
		if len(s.Order.Lines) > 1 {
			how = s.Order.Lines[row.Item].Product + ": " + how
		}
		if row.Released != row.Calculated {
			how += "; due so far: " + currency.DisplayMoney(row.Released)
		}
		p.labelled("    ", label, columns[0]+columns[1]+columns[2]+4, how)
	}
}

// why goes down the ladder; an arrow marks the rung that decided.
func (p *page) why(why Why) {
	for _, reason := range why.Rungs {
		mark := "    "
		switch {
		case reason.Finding == engine.Decides:
			mark = "  → "
		case reason.Rung == engine.ByNobody:
			continue // that somebody is credited has been said
		}
		p.reason(mark, reason.Rung.String(), reason)
	}
	p.reason("    ", "lead", why.Lead)
}

func (p *page) reason(mark, label string, reason explain.Reason) {
	p.paragraph(mark+pad(label, 8)+"  ", strings.Repeat(" ", 14), reason.Text)
	if len(reason.Candidates) < 2 {
		return // the sentence has said it
	}
	for _, c := range reason.Candidates {
		if c.Skipped > 0 {
			p.paragraph(strings.Repeat(" ", 16), "", fmt.Sprintf("… %d more …", c.Skipped))
		}
		p.paragraph(strings.Repeat(" ", 16), strings.Repeat(" ", 18), p.result.name(c.Partner)+", "+c.Text)
	}
}

// flips says which single setting would credit somebody else.
func (p *page) flips(flips []explain.Flip) {
	currency := p.result.Case.Catalog.Currency()
	for _, f := range flips {
		gets := currency.DisplayMoney(f.Paid)
		if f.Now != 0 {
			gets += " instead of " + currency.DisplayMoney(f.Now)
		}
		p.labelled("    ", "else", 8, fmt.Sprintf("%s would get %s if %s were %s.",
			p.result.name(f.Partner), gets, f.Setting.Name(), f.Setting.Words(f.To)))
	}
}

func (p *page) forms() {
	for _, f := range p.result.Forms {
		text := fmt.Sprintf("Web form of %s, %s. Lead partner: %s.", f.Contact, moment(f.At), p.result.name(f.Lead))
		if f.Told != engine.Nobody {
			text += " " + p.result.name(f.Told) + " is told (M1)."
		}
		p.paragraph("", "", text)
	}
	if len(p.result.Forms) > 0 {
		p.gap()
	}
}

func (p *page) totals() {
	totals := p.result.Totals()
	if len(totals) == 0 {
		return
	}
	currency := p.result.Case.Catalog.Currency()
	var who []engine.PartnerID
	for partner := range totals {
		who = append(who, partner)
	}
	slices.Sort(who)
	name := func(id engine.PartnerID) string { return p.result.name(id) }
	money := func(id engine.PartnerID) string { return currency.DisplayMoney(totals[id]) }
	columns := [2]int{longest(who, name), longest(who, money)}
	fmt.Fprintf(p, "Commission in all, %s\n", currency.Code())
	for _, id := range who {
		fmt.Fprintf(p, "  %s  %s\n", pad(name(id), columns[0]), padLeft(money(id), columns[1]))
	}
}
