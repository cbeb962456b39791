package sql

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/model"
)

// rules is C3: which rate cards there are, in the order they are asked.
func (s *statement) rules() {
	rows := make([]string, len(s.tariffs))
	programs := s.plan.Catalog().Programs()
	for i, t := range s.tariffs {
		product := fmt.Sprintf("CAST(NULL AS %s)", dialects[s.d].text)
		if t.ForProduct {
			product = s.d.literal(t.Product)
		}
		rows[i] = fmt.Sprintf("(%d, %s, %s)", i+1, s.d.literal(programs[t.Program].Name), product)
	}
	s.part("rule (place, program, product)", `The rate cards in the order they are asked: programs by priority, a program's rules for a
product before its default, which has none here (C3).`, values(rows, "0, '', ''"))
}

// values is a query of fixed rows, or of none that are like blank.
func values(rows []string, blank string) string {
	if len(rows) == 0 {
		return "SELECT " + blank + " WHERE 1 = 0\n"
	}
	return "VALUES\n  " + strings.Join(rows, ",\n  ") + "\n"
}

// rates is C5, C6 and C8: what is not visible or blank pays 0 and is left out.
func (s *statement) rates() {
	var rows []string
	for i, t := range s.tariffs {
		for _, role := range model.Roles {
			if s.settings.PaysFor(role) {
				rows = s.appendRates(rows, i+1, t, role)
			}
		}
	}
	s.part("rate (rule, role, level, alone, amount, share)", s.aboutRates(), values(rows, "0, '', 0, 0, 0, 0"))
}

func (s *statement) aboutRates() string {
	about := `What each of them pays under the settings: an amount in minor units and a share of the base
in parts per million (C5, C8). Rows that pay nothing are left out.`
	if s.settings.UnusedCounts() {
		about += "\nLevel 1 has two: the second, where alone is 1, is for who has nobody payable above (C6)."
	}
	return about
}

func (s *statement) appendRates(rows []string, rule int, t engine.Tariff, role model.Role) []string {
	add := func(level, from, alone int) {
		if amount, share, _ := t.Pays(from, role); amount != 0 || share != 0 {
			rows = append(rows, fmt.Sprintf("(%d, '%s', %d, %d, %d, %d)", rule, role, level, alone, amount, share))
		}
	}
	for level := 1; level <= s.settings.Levels(); level++ {
		add(level, level, 0)
		if level > 1 || !s.settings.UnusedCounts() {
			continue
		}
		if _, _, set := t.Pays(model.UnusedLevel, role); set {
			add(level, model.UnusedLevel, 1)
		} else {
			add(level, level, 1)
		}
	}
	return rows
}
