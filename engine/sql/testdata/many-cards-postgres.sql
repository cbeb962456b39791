-- Who is credited and what is paid: a policy of Referee, for PostgreSQL.
-- Rule numbers (A1, C3 …) are those of Referee's README.
--
-- The settings it was made of:
--   How to choose: first
--   Tracking method: history-and-cookies
--   Use IP address: true
--   Levels: 3
--   Pay for: lead,sale
--   Pay as: amount,percent
--   Pay if unused: true
--
-- It reads partners, touches and sales, and writes nothing. Times are with a zone, or
-- text like 2026-01-05T10:00:00Z; amounts are in USD with at most 2 decimals, up to 10^12
-- minor units. All is reckoned in whole numbers, to the microsecond and the minor unit.
-- Rows are taken as they are: what the command replay refuses, such as sale ids that come
-- twice and partners that are not there, nobody tells of here. A database knows no order
-- of rows: of equal times the higher touch id is the later, where replay goes by the rows.
-- Addresses are compared as they are written, where replay knows the same one in any spelling.

WITH
-- The partners. A blank track_days never expires (A2); a blank active is yes.
partner AS (
  SELECT
    nullif(CAST(partner AS text), '') AS code,
    nullif(CAST(parent AS text), '') AS parent,
    CAST(nullif(CAST(track_days AS text), '') AS BIGINT) * 86400000000 AS counts_for,
    coalesce(lower(nullif(CAST(active AS text), '')), 'true') NOT IN ('false', 'f', 'no', '0') AS active
  FROM partners
),

-- The clicks and the forms that created a contact, in microseconds since 1970.
touch AS (
  SELECT
    CAST(touch_id AS text) AS id,
    CAST(extract(epoch FROM CAST(time AS timestamptz)) * 1000000 AS bigint) AS moment,
    nullif(CAST(contact AS text), '') AS contact,
    nullif(CAST(cookie AS text), '') AS cookie,
    nullif(CAST(ip AS text), '') AS ip,
    nullif(CAST(partner AS text), '') AS partner,
    nullif(CAST(kind AS text), '') AS kind
  FROM touches
),

-- The sales. What was paid is the base of percents (C4), in minor units.
sale AS (
  SELECT
    CAST(sale_id AS text) AS id,
    CAST(extract(epoch FROM CAST(time AS timestamptz)) * 1000000 AS bigint) AS moment,
    nullif(CAST(contact AS text), '') AS contact,
    nullif(CAST(cookie AS text), '') AS cookie,
    nullif(CAST(ip AS text), '') AS ip,
    CAST(CAST(amount AS numeric) * 100 AS bigint) AS base,
    nullif(CAST(product AS text), '') AS product
  FROM sales
),

-- Every touch is a referral (A1); one of an inactive partner is passed over (A5).
referral AS (
  SELECT touch.id, moment, contact, cookie, ip, partner, counts_for
  FROM touch
  JOIN partner ON partner.code = touch.partner AND partner.active
),

-- What happened in each browser, in order: at one moment touches before sales.
browser_log AS (
  SELECT cookie, source, id, moment, contact, partner,
    row_number() OVER (PARTITION BY cookie ORDER BY moment, source, length(id), id COLLATE "C") AS place
  FROM (
    SELECT 1 AS source, id, moment, contact, cookie, partner FROM touch
    UNION ALL
    SELECT 2, id, moment, contact, cookie, NULL FROM sale
  ) AS logged
  WHERE cookie IS NOT NULL
),

-- Whatever names a browser and a contact together ties them (A1) …
named AS (
  SELECT cookie, place, moment, contact,
    lag(contact) OVER (PARTITION BY cookie ORDER BY place) AS contact_before
  FROM browser_log
  WHERE contact IS NOT NULL
),

-- … until it is tied to somebody else; what ties it to them is not the first one's.
tie AS (
  SELECT cookie, contact, moment AS tied, lead(place) OVER (PARTITION BY cookie ORDER BY place) AS next_place
  FROM named
  WHERE contact_before IS NULL OR contact_before <> contact
),

-- What a browser holds: the referrals of active partners, in their place.
held AS (
  SELECT cookie, place, id, moment, partner, counts_for
  FROM browser_log
  JOIN partner ON partner.code = browser_log.partner AND partner.active
  WHERE source = 1
),

-- A contact's history: all that a browser held when it was tied to the contact, from that
-- moment, and its later clicks; and touches that name the contact but no browser.
history AS (
  SELECT tie.contact, held.id, held.moment, held.partner, held.counts_for,
    CASE WHEN held.moment < tie.tied THEN tie.tied ELSE held.moment END AS known
  FROM held
  JOIN tie ON tie.cookie = held.cookie AND (tie.next_place IS NULL OR held.place < tie.next_place)
  UNION ALL
  SELECT contact, id, moment, partner, counts_for, moment
  FROM referral
  WHERE cookie IS NULL AND contact IS NOT NULL
),

-- The valid referrals on each rung of the ladder (A3): recorded up to the moment of the sale
-- and not expired, which they are exactly track_days × 24 hours after the click (A2).
candidate AS (
  SELECT sale.id AS sale_id, 1 AS rung, r.id, r.moment, r.partner -- the browser that the order came from
  FROM sale
  JOIN referral AS r ON r.cookie = sale.cookie AND r.moment <= sale.moment
  WHERE r.counts_for IS NULL OR sale.moment - r.moment < r.counts_for
  UNION ALL
  SELECT sale.id AS sale_id, 2 AS rung, r.id, r.moment, r.partner -- the contact's history
  FROM sale
  JOIN history AS r ON r.contact = sale.contact AND r.known <= sale.moment
  WHERE r.counts_for IS NULL OR sale.moment - r.moment < r.counts_for
  UNION ALL
  SELECT sale.id AS sale_id, 3 AS rung, r.id, r.moment, r.partner -- anyone's clicks from the order's address
  FROM sale
  JOIN referral AS r ON r.ip = sale.ip AND r.moment <= sale.moment
  WHERE r.counts_for IS NULL OR sale.moment - r.moment < r.counts_for
),

-- The strongest rung that holds one decides; on it the earliest, of equal times the lower id (S3).
ranked AS (
  SELECT sale_id, partner, rung,
    row_number() OVER (PARTITION BY sale_id ORDER BY rung, moment, length(id), id COLLATE "C") AS choice
  FROM candidate
),

-- The forms that brought a contact, of each contact in order.
form AS (
  SELECT contact, moment, partner,
    row_number() OVER (PARTITION BY contact ORDER BY moment, length(id), id COLLATE "C") AS place
  FROM touch
  WHERE kind = 'lead' AND contact IS NOT NULL
),

-- Everything that names a contact, in order. Who is first named by a click was there before;
-- who is first named by a sale was brought by what was in that sale's browser then (A4).
met AS (
  SELECT source, contact, moment, cookie,
    row_number() OVER (PARTITION BY contact ORDER BY moment, source, length(id), id COLLATE "C") AS place
  FROM (
    SELECT 1 AS source, id, moment, contact, cookie FROM touch
    UNION ALL
    SELECT 2, id, moment, contact, cookie FROM sale
  ) AS logged
  WHERE contact IS NOT NULL
),

-- Of what had not expired in that browser, the earliest, of equal times the lower id (S3).
in_browser AS (
  SELECT met.contact, met.moment AS known, touch.moment, touch.partner,
    row_number() OVER (PARTITION BY met.contact ORDER BY touch.moment, length(touch.id), touch.id COLLATE "C") AS choice
  FROM met
  JOIN touch ON touch.cookie = met.cookie AND touch.moment <= met.moment
  JOIN partner ON partner.code = touch.partner
  WHERE met.place = 1 AND source = 2 AND (counts_for IS NULL OR met.moment - touch.moment < counts_for)
),

-- What can have brought a contact, and since when: a form before all else.
brought AS (
  SELECT contact, 1 AS rung, moment AS known, moment, partner FROM form WHERE place = 1
  UNION ALL
  SELECT contact, 2, known, moment, partner FROM in_browser WHERE choice = 1
),

-- The one of them that was there at the sale …
bringing AS (
  SELECT sale.id AS sale_id, sale.moment AS sold, brought.moment, brought.partner,
    row_number() OVER (PARTITION BY sale.id ORDER BY rung) AS choice
  FROM sale
  JOIN brought ON brought.contact = sale.contact AND brought.known <= sale.moment
),

-- … makes its partner the lead partner, if it still counts. No other steps in (A4, A5).
lead_partner AS (
  SELECT sale_id, bringing.partner
  FROM bringing
  JOIN partner ON partner.code = bringing.partner AND partner.active
  WHERE choice = 1 AND (counts_for IS NULL OR sold - moment < counts_for)
),

-- Who is credited with a sale, in which role, and why.
credited AS (
  SELECT sale_id, 'sale' AS role, partner, CASE rung WHEN 1 THEN 'cookie' WHEN 2 THEN 'history' WHEN 3 THEN 'ip' END AS reason
  FROM ranked
  WHERE choice = 1
  UNION ALL
  SELECT sale_id, 'lead' AS role, partner, 'cookie' AS reason
  FROM lead_partner
),

-- The credited partner, its parent and its grandparent, as far as the levels go (C2).
chain AS (
  SELECT code AS credited, 1 AS level, code AS partner, active FROM partner
  UNION ALL
  SELECT one.code, 2, two.code, two.active
  FROM partner AS one
  JOIN partner AS two ON two.code = one.parent
  UNION ALL
  SELECT one.code, 3, three.code, three.active
  FROM partner AS one
  JOIN partner AS two ON two.code = one.parent
  JOIN partner AS three ON three.code = two.parent
),

-- Who has nobody payable above, so that the unused row stands in for level 1 (C6).
alone AS (
  SELECT credited
  FROM chain
  GROUP BY credited
  HAVING sum(CASE WHEN level > 1 AND active THEN 1 ELSE 0 END) = 0
),

-- Who earns on whose sales. An inactive partner's slot earns nothing, and nobody moves up (C2).
earner AS (
  SELECT chain.credited, level, partner,
    CASE WHEN level = 1 AND alone.credited IS NOT NULL THEN 1 ELSE 0 END AS alone
  FROM chain
  LEFT JOIN alone ON alone.credited = chain.credited
  WHERE active
),

-- The rate cards in the order they are asked: programs by priority, a program's rules for a
-- product before its default, which has none here (C3).
rule (place, program, product) AS (
  VALUES
    (1, 'SIL''VER', 'X'),
    (2, 'SIL''VER', 'it''s'),
    (3, 'COPPER', CAST(NULL AS text)),
    (4, 'GOLD', 'X'),
    (5, 'GOLD', CAST(NULL AS text))
),

-- What each of them pays under the settings: an amount in minor units and a share of the base
-- in parts per million (C5, C8). Rows that pay nothing are left out.
-- Level 1 has two: the second, where alone is 1, is for who has nobody payable above (C6).
rate (rule, role, level, alone, amount, share) AS (
  VALUES
    (2, 'lead', 1, 0, 1, 0),
    (2, 'lead', 1, 1, 0, 500000),
    (2, 'sale', 1, 0, 0, 10000000),
    (2, 'sale', 1, 1, 0, 10000000),
    (2, 'sale', 2, 0, 0, 1),
    (3, 'lead', 1, 0, 0, 10000),
    (3, 'lead', 1, 1, 0, 10000),
    (3, 'lead', 2, 0, 0, 10000),
    (3, 'lead', 3, 0, 0, 10000),
    (3, 'sale', 1, 0, 0, 10000),
    (3, 'sale', 1, 1, 0, 10000),
    (3, 'sale', 2, 0, 0, 10000),
    (3, 'sale', 3, 0, 0, 10000),
    (4, 'lead', 3, 0, 0, 10000),
    (4, 'sale', 1, 0, 500, 0),
    (4, 'sale', 3, 0, 0, 10000),
    (5, 'lead', 1, 0, 0, 10000000),
    (5, 'lead', 1, 1, 0, 10000000),
    (5, 'sale', 1, 0, 0, 125000),
    (5, 'sale', 1, 1, 0, 125000),
    (5, 'sale', 2, 0, 1000000000, 333333)
),

-- The programs of the partners that are not in all of them.
enrolled (partner, program) AS (
  VALUES
    ('low', 'SIL''VER'),
    ('kid', CAST(NULL AS text)),
    ('solo', 'GOLD'),
    ('solo', 'COPPER')
),

-- Which cards are for whom: all of them for who is not named above.
admitted AS (
  SELECT partner.code AS partner, rule.place, rule.product
  FROM partner
  CROSS JOIN rule
  WHERE partner.code NOT IN (SELECT enrolled.partner FROM enrolled)
  UNION ALL
  SELECT enrolled.partner, rule.place, rule.product
  FROM enrolled
  JOIN rule ON rule.program = enrolled.program
),

-- Of the cards that the credited partner's programs and the product admit, the first pays
-- for all levels (C3).
chosen AS (
  SELECT credited.sale_id, credited.role, credited.partner, credited.reason, sale.base, min(admitted.place) AS rule
  FROM credited
  JOIN sale ON sale.id = credited.sale_id
  JOIN admitted ON admitted.partner = credited.partner AND (admitted.product IS NULL OR admitted.product = sale.product)
  GROUP BY credited.sale_id, credited.role, credited.partner, credited.reason, sale.base
),

-- Each level's amount and share together, rounded once, half away from zero (C5, C7). The share
-- is taken of the millions and of the rest, so that no step leaves 64 bits.
earned AS (
  SELECT chosen.sale_id, earner.partner, earner.level, chosen.role,
    rate.amount + (chosen.base / 1000000 * rate.share + (chosen.base % 1000000 * rate.share + 500000) / 1000000) AS cents,
    chosen.reason
  FROM chosen
  JOIN earner ON earner.credited = chosen.partner
  JOIN rate ON rate.rule = chosen.rule AND rate.role = chosen.role
    AND rate.level = earner.level AND rate.alone = earner.alone
)

-- The rows of commissions.csv. What comes to 0 is left out.
SELECT sale_id, partner, level, role, cents, reason
FROM earned
WHERE cents > 0
ORDER BY length(sale_id), sale_id COLLATE "C", level, role;
