package sql

import (
	"fmt"
	"slices"

	"referee/engine"
	"referee/model"
)

// reachable are the tariffs that can come to pay: behind the default one of a
// program that everybody is in, none is asked (C3).
func reachable(p *engine.Plan) []engine.Tariff {
	all := p.Tariffs()
	for i, t := range all {
		if !t.ForProduct && everybodyIn(p, t.Program) {
			return all[:i+1]
		}
	}
	return all
}

func everybodyIn(p *engine.Plan, program int32) bool {
	name := p.Catalog().Programs()[program].Name
	return !slices.ContainsFunc(p.Catalog().Partners(), func(partner model.Partner) bool {
		return !slices.Contains(partner.Programs, name)
	})
}

// restricted are the partners that are not in all programs.
func restricted(p *engine.Plan) []model.Partner {
	var some []model.Partner
	for _, partner := range p.Catalog().Partners() {
		if slices.ContainsFunc(p.Catalog().Programs(), func(program model.Program) bool {
			return !slices.Contains(partner.Programs, program.Name)
		}) {
			some = append(some, partner)
		}
	}
	return some
}

// chosen is C3: one card for the whole chain.
func (s *statement) chosen() {
	cards, admit := "rule", ""
	if len(s.restricted) > 0 {
		s.enrolment()
		cards, admit = "admitted", "admitted.partner = credited.partner AND "
	}
	s.part("chosen", `Of the cards that the credited partner's programs and the product admit, the first pays
for all levels (C3).`, fmt.Sprintf(`
SELECT credited.sale_id, credited.role, credited.partner, credited.reason, sale.base, min(%[1]s.place) AS rule
FROM credited
JOIN sale ON sale.id = credited.sale_id
JOIN %[1]s ON %[2]s(%[1]s.product IS NULL OR %[1]s.product = sale.product)
GROUP BY credited.sale_id, credited.role, credited.partner, credited.reason, sale.base
`, cards, admit))
}

// enrolment is who is in which program, where somebody is not in all of them.
func (s *statement) enrolment() {
	var rows []string
	for _, partner := range s.restricted {
		if len(partner.Programs) == 0 {
			rows = append(rows, fmt.Sprintf("(%s, CAST(NULL AS %s))", s.d.literal(partner.Code), dialects[s.d].text))
		}
		for _, program := range partner.Programs {
			rows = append(rows, fmt.Sprintf("(%s, %s)", s.d.literal(partner.Code), s.d.literal(program)))
		}
	}
	s.part("enrolled (partner, program)", `The programs of the partners that are not in all of them.`, values(rows, "'', ''"))
	s.part("admitted", `Which cards are for whom: all of them for who is not named above.`, `
SELECT partner.code AS partner, rule.place, rule.product
FROM partner
CROSS JOIN rule
WHERE partner.code NOT IN (SELECT enrolled.partner FROM enrolled)
UNION ALL
SELECT enrolled.partner, rule.place, rule.product
FROM enrolled
JOIN rule ON rule.program = enrolled.program
`)
}
