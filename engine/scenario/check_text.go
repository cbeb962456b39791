package scenario

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"referee/model"
)

// MaxTold is how many sales of one case [WriteDifferences] writes a block for at
// most, and how many lines of an order it lists.
const (
	MaxTold  = 100
	maxLines = 6
)

// WriteDifferences writes a GIVEN / WANT / GOT block for every sale that came
// out differently from what a file wants; of very many, for the first
// [MaxTold], and then how many expectations are left. It returns the error of w.
func WriteDifferences(w io.Writer, file string, r Result, differences []Difference) error {
	p := page{result: &r}
	sales := map[string]int{}
	for i := range r.Sales {
		sales[r.Sales[i].Order.ID] = i
	}
	blocks := 0
	for i, d := range differences {
		if i == 0 || !d.besides(differences[i-1]) {
			if blocks++; blocks > MaxTold {
				p.paragraph("", "  ", fmt.Sprintf("%s: and %d more that differ in this case.", file, len(differences)-i))
				p.gap()
				break
			}
			p.given(file, d, sales)
		}
		p.labelled("  ", "WANT", 5, d.Key+" = "+d.Want)
		p.labelled("  ", "GOT", 5, d.Key+" = "+d.Got)
		if i == len(differences)-1 || !d.besides(differences[i+1]) {
			p.because(d, sales)
		}
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// besides reports whether two differences are of one want.
func (d Difference) besides(other Difference) bool {
	return d.Line == other.Line && d.Sale == other.Sale
}

// given says what the sale is about: the case, the settings that are not as
// they always are, and the sale itself.
func (p *page) given(file string, d Difference, sales map[string]int) {
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
	if at, known := sales[d.Sale]; known {
		say(p.bought(&p.result.Sales[at]))
	}
}

func (p *page) bought(s *Sale) string {
	currency := p.result.Case.Catalog.Currency()
	var items []string
	for i, l := range s.Order.Lines {
		if i == maxLines {
			items = append(items, fmt.Sprintf("and %d more", len(s.Order.Lines)-maxLines))
			break
		}
		items = append(items, fmt.Sprintf("%d × %s at %s", l.Quantity, l.Product, currency.DisplayMoney(l.Price)))
	}
	how := "by phone or by hand"
	if s.Order.Browser != "" {
		how = "in browser " + s.Order.Browser
	}
	return fmt.Sprintf("%s: %s bought %s, %s, %s", s.Order.ID, buyer(&s.Order), strings.Join(items, ", "),
		moment(s.Order.At), how)
}

// buyer is the order's contact, in words where it is unknown.
func buyer(o *model.Order) string { return cmp.Or(o.Contact, "somebody unknown") }

// because adds the sentence of the rung that decided.
func (p *page) because(d Difference, sales map[string]int) {
	if at, known := sales[d.Sale]; known {
		p.labelled("  ", "WHY", 5, p.result.deciding(at))
	}
	p.gap()
}
