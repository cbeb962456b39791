-- Who is credited and what is paid: a policy of Referee, for DuckDB.
-- Rule numbers (A1, C3 …) are those of Referee's README.
--
-- The settings it was made of:
--   How to choose: latest
--   Tracking method: only-cookies
--   Use IP address: false
--   Levels: 2
--   Pay for: sale
--   Pay as: percent
--   Pay if unused: false
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
    nullif(CAST(partner AS VARCHAR), '') AS code,
    nullif(CAST(parent AS VARCHAR), '') AS parent,
    CAST(nullif(CAST(track_days AS VARCHAR), '') AS BIGINT) * 86400000000 AS counts_for,
    coalesce(lower(nullif(CAST(active AS VARCHAR), '')), 'true') NOT IN ('false', 'f', 'no', '0') AS active
  FROM partners
),

-- The clicks and the forms that created a contact, in microseconds since 1970.
touch AS (
  SELECT
    CAST(touch_id AS VARCHAR) AS id,
    epoch_us(CAST(time AS TIMESTAMPTZ)) AS moment,
    nullif(CAST(contact AS VARCHAR), '') AS contact,
    nullif(CAST(cookie AS VARCHAR), '') AS cookie,
    nullif(CAST(ip AS VARCHAR), '') AS ip,
    nullif(CAST(partner AS VARCHAR), '') AS partner,
    nullif(CAST(kind AS VARCHAR), '') AS kind
  FROM touches
),

-- The sales. What was paid is the base of percents (C4), in minor units.
sale AS (
  SELECT
    CAST(sale_id AS VARCHAR) AS id,
    epoch_us(CAST(time AS TIMESTAMPTZ)) AS moment,
    nullif(CAST(contact AS VARCHAR), '') AS contact,
    nullif(CAST(cookie AS VARCHAR), '') AS cookie,
    nullif(CAST(ip AS VARCHAR), '') AS ip,
    CAST(CAST(amount AS DECIMAL(18, 2)) * 100 AS BIGINT) AS base,
    nullif(CAST(product AS VARCHAR), '') AS product
  FROM sales
),

-- Every touch is a referral (A1); one of an inactive partner is passed over (A5).
referral AS (
  SELECT touch.id, moment, contact, cookie, ip, partner, counts_for
  FROM touch
  JOIN partner ON partner.code = touch.partner AND partner.active
),

-- The valid referrals on each rung of the ladder (A3): recorded up to the moment of the sale
-- and not expired, which they are exactly track_days × 24 hours after the click (A2).
candidate AS (
  SELECT sale.id AS sale_id, 1 AS rung, r.id, r.moment, r.partner -- the browser that the order came from
  FROM sale
  JOIN referral AS r ON r.cookie = sale.cookie AND r.moment <= sale.moment
  WHERE r.counts_for IS NULL OR sale.moment - r.moment < r.counts_for
),

-- The strongest rung that holds one decides; on it the latest, of equal times the higher id (S3).
ranked AS (
  SELECT sale_id, partner, rung,
    row_number() OVER (PARTITION BY sale_id ORDER BY rung, moment DESC, length(id) DESC, id DESC) AS choice
  FROM candidate
),

-- Who is credited with a sale, in which role, and why.
credited AS (
  SELECT sale_id, 'sale' AS role, partner, CASE rung WHEN 1 THEN 'cookie' END AS reason
  FROM ranked
  WHERE choice = 1
),

-- The credited partner, its parent and its grandparent, as far as the levels go (C2).
chain AS (
  SELECT code AS credited, 1 AS level, code AS partner, active FROM partner
  UNION ALL
  SELECT one.code, 2, two.code, two.active
  FROM partner AS one
  JOIN partner AS two ON two.code = one.parent
),

-- Who earns on whose sales. An inactive partner's slot earns nothing, and nobody moves up (C2).
earner AS (
  SELECT credited, level, partner, 0 AS alone FROM chain WHERE active
),

-- The rate cards in the order they are asked: programs by priority, a program's rules for a
-- product before its default, which has none here (C3).
rule (place, program, product) AS (
  VALUES
    (1, 'GOLD', CAST(NULL AS VARCHAR))
),

-- What each of them pays under the settings: an amount in minor units and a share of the base
-- in parts per million (C5, C8). Rows that pay nothing are left out.
rate (rule, role, level, alone, amount, share) AS (
  VALUES
    (1, 'sale', 1, 0, 0, 100000),
    (1, 'sale', 2, 0, 0, 50000)
),

-- Of the cards that the credited partner's programs and the product admit, the first pays
-- for all levels (C3).
chosen AS (
  SELECT credited.sale_id, credited.role, credited.partner, credited.reason, sale.base, min(rule.place) AS rule
  FROM credited
  JOIN sale ON sale.id = credited.sale_id
  JOIN rule ON (rule.product IS NULL OR rule.product = sale.product)
  GROUP BY credited.sale_id, credited.role, credited.partner, credited.reason, sale.base
),

-- Each level's amount and share together, rounded once, half away from zero (C5, C7). The share
-- is taken of the millions and of the rest, so that no step leaves 64 bits.
earned AS (
  SELECT chosen.sale_id, earner.partner, earner.level, chosen.role,
    rate.amount + (chosen.base // 1000000 * rate.share + (chosen.base % 1000000 * rate.share + 500000) // 1000000) AS cents,
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
ORDER BY length(sale_id), sale_id, level, role;
