package sql

import (
	"fmt"
	"strings"
)

// payouts is what everyone credited earns, with those above them.
func (s *statement) payouts() {
	s.chain()
	s.rules()
	s.rates()
	s.chosen()
	s.result()
}

// chain is C2 and the half of C6 that depends on people. Levels above the
// settings' own are not there.
func (s *statement) chain() {
	queries := []string{`
SELECT code AS credited, 1 AS level, code AS partner, active FROM partner
`, `
SELECT one.code, 2, two.code, two.active
FROM partner AS one
JOIN partner AS two ON two.code = one.parent
`, `
SELECT one.code, 3, three.code, three.active
FROM partner AS one
JOIN partner AS two ON two.code = one.parent
JOIN partner AS three ON three.code = two.parent
`}
	s.part("chain", `The credited partner, its parent and its grandparent, as far as the levels go (C2).`,
		strings.Join(queries[:s.settings.Levels()], "UNION ALL"))
	if s.settings.UnusedCounts() {
		s.part("alone", `Who has nobody payable above, so that the unused row stands in for level 1 (C6).`, `
SELECT credited
FROM chain
GROUP BY credited
HAVING sum(CASE WHEN level > 1 AND active THEN 1 ELSE 0 END) = 0
`)
	}
	s.part("earner", `Who earns on whose sales. An inactive partner's slot earns nothing, and nobody moves up (C2).`,
		s.earner())
}

func (s *statement) earner() string {
	if !s.settings.UnusedCounts() {
		return `
SELECT credited, level, partner, 0 AS alone FROM chain WHERE active
`
	}
	return `
SELECT chain.credited, level, partner,
  CASE WHEN level = 1 AND alone.credited IS NOT NULL THEN 1 ELSE 0 END AS alone
FROM chain
LEFT JOIN alone ON alone.credited = chain.credited
WHERE active
`
}

// result is C5 and C7, and the columns of the log's commissions.
func (s *statement) result() {
	s.part("earned", `Each level's amount and share together, rounded once, half away from zero (C5, C7). The share
is taken of the millions and of the rest, so that no step leaves 64 bits.`, fmt.Sprintf(`
SELECT chosen.sale_id, earner.partner, earner.level, chosen.role,
  rate.amount + (%s) AS cents,
  chosen.reason
FROM chosen
JOIN earner ON earner.credited = chosen.partner
JOIN rate ON rate.rule = chosen.rule AND rate.role = chosen.role
  AND rate.level = earner.level AND rate.alone = earner.alone
`, s.d.share("chosen.base", "rate.share")))
	s.out.WriteString(")\n\n")
	s.comment("The rows of commissions.csv. What comes to 0 is left out.")
	fmt.Fprintf(&s.out, `SELECT %s
FROM earned
WHERE cents > 0
ORDER BY %s, level, role;
`, strings.Join(Columns[:], ", "), s.d.sequence("sale_id", ""))
}
