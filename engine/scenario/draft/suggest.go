package draft

import (
	"slices"
	"strings"
)

// Suggestion is a text that would fit a place.
type Suggestion struct {
	Text   string
	Detail string // what a code is called, or ""
}

// MaxSuggestions is how many are made at most.
const MaxSuggestions = 12

// Best is what a typed text would be completed to, the first of what is offered; ok is
// false for an empty text, because who leaves one empty means it, and for a text that is
// one of the offered already.
func Best(offered []Suggestion, typed string) (s Suggestion, ok bool) {
	if typed == "" || len(offered) == 0 || slices.ContainsFunc(offered, func(s Suggestion) bool { return s.Text == typed }) {
		return Suggestion{}, false
	}
	return offered[0], true
}

// Suggest lists what would complete the text of a place, in the order of the catalog
// or of the case: partners, products, links, and the contacts, browsers and
// addresses that the case names elsewhere.
func (r *Reader) Suggest(c Case, row int, s Slot) []Suggestion {
	if row == Head {
		return nil
	}
	l := suggestions{typed: fold(c.Events[row].Text(s))}
	switch s.Field {
	case Partner, SalePartner, LeadPartner:
		if s.Field != Partner {
			l.add(nobody, "")
		}
		for i, p := range r.catalog.Partners() {
			l.addCalled(p.Code, p.DisplayName(), r.partners[i])
		}
	case Item:
		typed := strings.TrimSpace(c.Events[row].Text(s))
		_, rest := cutQuantity(typed)
		quantity := strings.TrimSuffix(typed, rest)
		for _, p := range r.catalog.Products() {
			l.add(quantity+p.Code, r.catalog.Currency().DisplayMoney(p.Price))
		}
	case Link:
		for _, link := range r.catalog.Links() {
			l.add(link.Code, link.URL)
		}
	case Type:
		l.add("manual", "")
		l.add("permanent", "")
	case Contact, Browser, Address:
		for i, e := range c.Events {
			if text := strings.TrimSpace(e.text(s.Field)); i != row && text != "" {
				l.add(text, "")
			}
		}
	}
	return l.found
}

// suggestions collects what begins with what was typed.
type suggestions struct {
	typed string
	found []Suggestion
}

func (l *suggestions) add(text, detail string) { l.addCalled(text, detail, "") }

// addCalled adds what is known by another name too, folded.
func (l *suggestions) addCalled(text, detail, called string) {
	if len(l.found) == MaxSuggestions || text == "" {
		return
	}
	code := strings.ToLower(text)
	if !strings.HasPrefix(code, l.typed) && (l.typed == "" || !strings.HasPrefix(called, l.typed)) {
		return
	}
	if detail == text {
		detail = ""
	}
	if !slices.ContainsFunc(l.found, func(s Suggestion) bool { return s.Text == text }) {
		l.found = append(l.found, Suggestion{text, detail})
	}
}
