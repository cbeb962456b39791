package sql

import "fmt"

// day is a day of 24 hours in microseconds (A2).
const day = 24 * 60 * 60 * 1_000_000

// tables reads the three tables: texts without the empty ones, times and amounts
// as whole numbers. Only here is anything asked of their types.
func (s *statement) tables() {
	d := s.d
	s.shared("partner", `The partners. A blank track_days never expires (A2); a blank active is yes.`, fmt.Sprintf(`
SELECT
  %s AS code,
  %s AS parent,
  CAST(%s AS BIGINT) * %d AS counts_for,
  coalesce(lower(%s), 'true') NOT IN ('false', 'f', 'no', '0') AS active
FROM partners
`, d.asText("partner"), d.asText("parent"), d.asText("track_days"), int64(day), d.asText("active")))

	s.shared("touch", `The clicks and the forms that created a contact, in microseconds since 1970.`, fmt.Sprintf(`
SELECT
  CAST(touch_id AS %s) AS id,
  %s AS moment,
  %s AS contact,
  %s AS cookie,
  %s AS ip,
  %s AS partner,
  %s AS kind
FROM touches
`, dialects[d].text, d.moment("time"), d.asText("contact"), d.asText("cookie"), d.asText("ip"), d.asText("partner"), d.asText("kind")))

	s.shared("sale", `The sales. What was paid is the base of percents (C4), in minor units.`, fmt.Sprintf(`
SELECT
  CAST(sale_id AS %s) AS id,
  %s AS moment,
  %s AS contact,
  %s AS cookie,
  %s AS ip,
  %s AS base,
  %s AS product
FROM sales
`, dialects[d].text, d.moment("time"), d.asText("contact"), d.asText("cookie"), d.asText("ip"),
		d.minorUnits("amount", s.plan.Catalog().Currency().Digits()), d.asText("product")))
}
