package scenario

import (
	"fmt"
	"io"
	"strings"

	"referee/engine"
	"referee/model"
)

// WriteDifferences writes a GIVEN / WANT / GOT block for every sale that came
// out differently from what a file wants. It returns the error of w.
func WriteDifferences(w io.Writer, file string, r Result, differences []Difference) error {
	p := page{result: &r}
	for i, d := range differences {
		if i == 0 || differences[i-1].Line != d.Line || differences[i-1].Sale != d.Sale {
			p.given(file, d)
		}
		p.labelled("  ", "WANT", 5, d.Key+" = "+d.Want)
		p.labelled("  ", "GOT", 5, d.Key+" = "+d.Got)
		if i == len(differences)-1 || differences[i+1].Line != d.Line || differences[i+1].Sale != d.Sale {
			p.because(d.Sale)
		}
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// given says what the sale is about: the case, the settings that are not as
// they always are, and the sale itself.
func (p *page) given(file string, d Difference) {
	where := file
	if d.Line > 0 {
		where = fmt.Sprintf("%s:%d", file, d.Line)
	}
	p.paragraph("", "  ", strings.TrimSuffix(where+": "+p.result.Case.Title, ": "))
	label := "GIVEN"
	say := func(text string) {
		p.labelled("  ", label, 5, text)
		label = ""
	}
	if p.result.Case.Story != "" {
		say(p.result.Case.Story)
	}
	for _, c := range model.Diff(model.DefaultDraft(), p.result.Case.Settings.Draft()) {
		say(c.Setting.Key() + " = " + SettingTOML(c.Setting, c.To))
	}
	if s := p.find(d.Sale); s != nil {
		say(p.bought(s))
	}
}

func (p *page) find(sale string) *Sale {
	for i := range p.result.Sales {
		if p.result.Sales[i].Order.ID == sale {
			return &p.result.Sales[i]
		}
	}
	return nil
}

func (p *page) bought(s *Sale) string {
	currency := p.result.Case.Catalog.Currency()
	var items []string
	for _, l := range s.Order.Lines {
		items = append(items, fmt.Sprintf("%d × %s at %s", l.Quantity, l.Product, currency.DisplayMoney(l.Price)))
	}
	how := "by phone or by hand"
	if s.Order.Browser != "" {
		how = "in browser " + s.Order.Browser
	}
	return fmt.Sprintf("%s: %s bought %s, %s, %s", s.Order.ID, s.Order.Contact, strings.Join(items, ", "),
		s.Order.At.Format("2 Jan 2006 15:04"), how)
}

// because adds the sentence of the rung that decided.
func (p *page) because(sale string) {
	if s := p.find(sale); s != nil {
		for _, reason := range s.Why.Rungs {
			if reason.Finding == engine.Decides {
				p.labelled("  ", "WHY", 5, reason.Rung.String()+": "+reason.Text)
			}
		}
	}
	p.gap()
}
