package sql

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/model"
)

// ladder finds the sale partner of every sale, and the lead partner: who earns in
// which role, and why. Roles that are not paid for are not looked for.
func (s *statement) ladder() {
	if s.settings.PaysFor(model.Sale) {
		s.shared("referral", `Every touch is a referral (A1); one of an inactive partner is passed over (A5).`, `
SELECT touch.id, moment, contact, cookie, ip, partner, counts_for
FROM touch
JOIN partner ON partner.code = touch.partner AND partner.active
`)
		if s.plan.Asks(engine.ByHistory) {
			s.history()
		}
		s.candidates()
	}
	if s.settings.PaysFor(model.Lead) {
		s.lead()
	}
	s.earning()
}

// history is what the browsers a contact was named in held, and hold from then on.
func (s *statement) history() {
	s.part("browser_log", `What happened in each browser, in order: at one moment touches before sales.`, fmt.Sprintf(`
SELECT cookie, source, id, moment, contact, partner,
  row_number() OVER (PARTITION BY cookie ORDER BY moment, source, %s) AS place
FROM (
  SELECT 1 AS source, id, moment, contact, cookie, partner FROM touch
  UNION ALL
  SELECT 2, id, moment, contact, cookie, NULL FROM sale
) AS logged
WHERE cookie IS NOT NULL
`, s.d.sequence("id", "")))

	s.part("named", `Whatever names a browser and a contact together ties them (A1) …`, `
SELECT cookie, place, moment, contact,
  lag(contact) OVER (PARTITION BY cookie ORDER BY place) AS contact_before
FROM browser_log
WHERE contact IS NOT NULL
`)
	s.part("tie", `… until it is tied to somebody else; what ties it to them is not the first one's.`, `
SELECT cookie, contact, moment AS tied, lead(place) OVER (PARTITION BY cookie ORDER BY place) AS next_place
FROM named
WHERE contact_before IS NULL OR contact_before <> contact
`)
	s.part("held", `What a browser holds: the referrals of active partners, in their place.`, `
SELECT cookie, place, id, moment, partner, counts_for
FROM browser_log
JOIN partner ON partner.code = browser_log.partner AND partner.active
WHERE source = 1
`)
	s.part("history", `A contact's history: all that a browser held when it was tied to the contact, from that
moment, and its later clicks; and touches that name the contact but no browser.`, `
SELECT tie.contact, held.id, held.moment, held.partner, held.counts_for,
  CASE WHEN held.moment < tie.tied THEN tie.tied ELSE held.moment END AS known
FROM held
JOIN tie ON tie.cookie = held.cookie AND (tie.next_place IS NULL OR held.place < tie.next_place)
UNION ALL
SELECT contact, id, moment, partner, counts_for, moment
FROM referral
WHERE cookie IS NULL AND contact IS NOT NULL
`)
}

// rung is one place of the ladder where referrals are looked for.
type rung struct {
	rung    engine.Rung
	key     string // what the sale and the referral have in common
	from    string // where the referrals stand,
	known   string // and from when on
	comment string
}

var rungs = [...]rung{
	{engine.ByCookie, "cookie", "referral", "moment", "the browser that the order came from"},
	{engine.ByHistory, "contact", "history", "known", "the contact's history"},
	{engine.ByAddress, "ip", "referral", "moment", "anyone's clicks from the order's address"},
}

// reasons are the words of the result for the rungs.
var reasons = [...]string{engine.ByCookie: "cookie", engine.ByHistory: "history", engine.ByAddress: "ip"}

// candidates is A3 and A2: what each rung holds for a sale, then the choice.
func (s *statement) candidates() {
	var queries []string
	for _, r := range rungs {
		if s.plan.Asks(r.rung) {
			queries = append(queries, fmt.Sprintf(`
SELECT sale.id AS sale_id, %d AS rung, r.id, r.moment, r.partner -- %s
FROM sale
JOIN %s AS r ON r.%s = sale.%s AND r.%s <= sale.moment
WHERE r.counts_for IS NULL OR sale.moment - r.moment < r.counts_for
`, r.rung, r.comment, r.from, r.key, r.key, r.known))
		}
	}
	s.part("candidate", `The valid referrals on each rung of the ladder (A3): recorded up to the moment of the sale
and not expired, which they are exactly track_days × 24 hours after the click (A2).`, strings.Join(queries, "UNION ALL"))

	which, direction := s.choice()
	s.part("ranked", fmt.Sprintf(`The strongest rung that holds one decides; on it the %s (S3).`, which), fmt.Sprintf(`
SELECT sale_id, partner, rung,
  row_number() OVER (PARTITION BY sale_id ORDER BY rung, moment%s, %s) AS choice
FROM candidate
`, direction, s.d.sequence("id", direction)))
}

// choice is S3: which of several, in words and as an order that puts it first.
func (s *statement) choice() (which, direction string) {
	if s.settings.Credit() == model.First {
		return "earliest, of equal times the lower id", ""
	}
	return "latest, of equal times the higher id", " DESC"
}

// lead is A4: the referral that brought a contact, and whether it still counts.
func (s *statement) lead() {
	s.part("form", `The forms that brought a contact, of each contact in order.`, fmt.Sprintf(`
SELECT contact, moment, partner,
  row_number() OVER (PARTITION BY contact ORDER BY moment, %s) AS place
FROM touch
WHERE kind = 'lead' AND contact IS NOT NULL
`, s.d.sequence("id", "")))
	s.part("met", `Everything that names a contact, in order. Who is first named by a click was there before;
who is first named by a sale was brought by what was in that sale's browser then (A4).`, fmt.Sprintf(`
SELECT source, contact, moment, cookie,
  row_number() OVER (PARTITION BY contact ORDER BY moment, source, %s) AS place
FROM (
  SELECT 1 AS source, id, moment, contact, cookie FROM touch
  UNION ALL
  SELECT 2, id, moment, contact, cookie FROM sale
) AS logged
WHERE contact IS NOT NULL
`, s.d.sequence("id", "")))
	which, direction := s.choice()
	s.part("in_browser", fmt.Sprintf(`Of what had not expired in that browser, the %s (S3).`, which), fmt.Sprintf(`
SELECT met.contact, met.moment AS known, touch.moment, touch.partner,
  row_number() OVER (PARTITION BY met.contact ORDER BY touch.moment%s, %s) AS choice
FROM met
JOIN touch ON touch.cookie = met.cookie AND touch.moment <= met.moment
JOIN partner ON partner.code = touch.partner
WHERE met.place = 1 AND source = 2 AND (counts_for IS NULL OR met.moment - touch.moment < counts_for)
`, direction, s.d.sequence("touch.id", direction)))
	s.part("brought", `What can have brought a contact, and since when: a form before all else.`, `
SELECT contact, 1 AS rung, moment AS known, moment, partner FROM form WHERE place = 1
UNION ALL
SELECT contact, 2, known, moment, partner FROM in_browser WHERE choice = 1
`)
	s.part("bringing", `The one of them that was there at the sale …`, `
SELECT sale.id AS sale_id, sale.moment AS sold, brought.moment, brought.partner,
  row_number() OVER (PARTITION BY sale.id ORDER BY rung) AS choice
FROM sale
JOIN brought ON brought.contact = sale.contact AND brought.known <= sale.moment
`)
	s.part("lead_partner", `… makes its partner the lead partner, if it still counts. No other steps in (A4, A5).`, `
SELECT sale_id, bringing.partner
FROM bringing
JOIN partner ON partner.code = bringing.partner AND partner.active
WHERE choice = 1 AND (counts_for IS NULL OR sold - moment < counts_for)
`)
}

// earning is the two roles together.
func (s *statement) earning() {
	var queries []string
	if s.settings.PaysFor(model.Sale) {
		var cases strings.Builder
		for _, r := range rungs {
			if s.plan.Asks(r.rung) {
				fmt.Fprintf(&cases, " WHEN %d THEN '%s'", r.rung, reasons[r.rung])
			}
		}
		queries = append(queries, fmt.Sprintf(`
SELECT sale_id, 'sale' AS role, partner, CASE rung%s END AS reason
FROM ranked
WHERE choice = 1
`, cases.String()))
	}
	if s.settings.PaysFor(model.Lead) {
		queries = append(queries, fmt.Sprintf(`
SELECT sale_id, 'lead' AS role, partner, '%s' AS reason
FROM lead_partner
`, reasons[engine.ByCookie]))
	}
	s.part("credited", "Who is credited with a sale, in which role, and why.", strings.Join(queries, "UNION ALL"))
}
