package catalog

import (
	"strings"

	"referee/model"
)

// proposal is the code that a text could be meant to become: the first partner
// who could be the parent, or the first product without a rule, that begins with
// it. It is "" for other fields, for an empty text, and for one that holds.
func (s *Screen) proposal(at spot) string {
	typed := s.value(at)
	if _, wrong := s.edit.Problem(at.field); !wrong || typed == "" {
		return ""
	}
	switch at.field.Key {
	case "parent":
		return s.proposeParent(at.field.Row, strings.ToLower(typed))
	case model.RuleKey:
		for _, p := range s.edit.Catalog.Products() {
			if begins(p.Code, strings.ToLower(typed)) && s.edit.Set(at.field, p.Code).Catalog != s.edit.Catalog {
				return p.Code
			}
		}
	}
	return ""
}

func (s *Screen) proposeParent(row int, typed string) string {
	c := s.edit.Catalog
	for i, p := range c.Partners() {
		if (begins(p.Code, typed) || begins(p.Name, typed)) && !above(c, row, i) {
			return p.Code
		}
	}
	return ""
}

func begins(text, typed string) bool { return strings.HasPrefix(strings.ToLower(text), typed) }

// above reports whether a partner is another one, or stands above it.
func above(c model.Catalog, partner, other int) bool {
	for at := other; at >= 0; at = c.Parent(at) {
		if at == partner {
			return true
		}
	}
	return false
}
