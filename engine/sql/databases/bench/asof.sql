-- The policy by ASOF joins, for logs whose ids count up from 1, whose times are whole
-- seconds, and whose partners are active and all have 365 days: so of the referrals
-- up to a moment only the latest need be asked whether it has expired. ord puts events
-- in order of time, at one moment touches before sales, then by id.
CREATE TEMP TABLE sale AS
SELECT sale_id, second, (second << 25) | (1 << 24) | sale_id AS ord, contact, cookie, ip, CAST(amount * 100 AS BIGINT) AS base
FROM (SELECT sale_id, CAST(epoch(time) AS BIGINT) AS second, contact, cookie, ip, amount
  FROM read_csv('{dir}/sales.csv', header = true, auto_detect = false, quote = '', escape = '', columns = {
    'sale_id': 'BIGINT', 'time': 'TIMESTAMP', 'contact': 'VARCHAR', 'cookie': 'VARCHAR', 'ip': 'VARCHAR',
    'amount': 'DECIMAL(18, 2)', 'product': 'VARCHAR'}));

CREATE TEMP TABLE touch AS
SELECT (second << 25) | touch_id AS ord, contact, cookie, ip, partner
FROM (SELECT touch_id, CAST(epoch(time) AS BIGINT) AS second, contact, cookie, ip, partner
  FROM read_csv('{dir}/touches.csv', header = true, auto_detect = false, quote = '', escape = '', columns = {
    'touch_id': 'BIGINT', 'time': 'TIMESTAMP', 'contact': 'VARCHAR', 'cookie': 'VARCHAR', 'ip': 'VARCHAR',
    'partner': 'VARCHAR', 'kind': 'VARCHAR'}));

CREATE TEMP TABLE partner AS
SELECT partner, parent FROM read_csv('{dir}/partners.csv', header = true, all_varchar = true);
-- load ends here

-- Rung 1: the latest touch in the sale's browser.
CREATE OR REPLACE TEMP TABLE by_cookie AS
SELECT sale.sale_id, sale.base, touch.partner
FROM sale
ASOF JOIN (SELECT cookie, ord, partner FROM touch WHERE cookie IN (SELECT cookie FROM sale)) AS touch
  ON touch.cookie = sale.cookie AND touch.ord <= sale.ord
WHERE sale.second - (touch.ord >> 25) < 31536000;

CREATE OR REPLACE TEMP TABLE left_over AS
SELECT * FROM sale ANTI JOIN by_cookie USING (sale_id);

-- Rung 2: the latest touch in the contact's history. Whoever is named in a browser gets
-- the latest touch in it up to then, and every later one until somebody else is named.
-- Of what became known up to the sale, the latest touch is a running maximum.
CREATE OR REPLACE TEMP TABLE wanted AS
SELECT DISTINCT contact FROM left_over WHERE contact IS NOT NULL;

CREATE OR REPLACE TEMP TABLE browser AS
SELECT DISTINCT cookie FROM touch SEMI JOIN wanted USING (contact) WHERE cookie IS NOT NULL
UNION
SELECT DISTINCT cookie FROM sale SEMI JOIN wanted USING (contact) WHERE cookie IS NOT NULL;

CREATE OR REPLACE TEMP TABLE history AS
WITH log AS (
  SELECT cookie, ord, contact, ord AS touched FROM touch SEMI JOIN browser USING (cookie)
  UNION ALL
  SELECT cookie, ord, contact, NULL FROM sale SEMI JOIN browser USING (cookie) WHERE contact IS NOT NULL
),
named AS (
  SELECT
    last_value(contact IGNORE NULLS) OVER up_to AS contact,
    ord AS known,
    max(touched) OVER up_to AS touched
  FROM log
  WINDOW up_to AS (PARTITION BY cookie ORDER BY ord ROWS UNBOUNDED PRECEDING)
),
known AS (
  SELECT contact, known, touched FROM named SEMI JOIN wanted USING (contact) WHERE touched IS NOT NULL
  UNION ALL
  SELECT contact, ord, ord FROM touch SEMI JOIN wanted USING (contact) WHERE cookie IS NULL
)
SELECT contact, known, max(touched) OVER (PARTITION BY contact ORDER BY known ROWS UNBOUNDED PRECEDING) AS touched
FROM known;

CREATE OR REPLACE TEMP TABLE by_history AS
SELECT found.sale_id, found.base, touch.partner
FROM (
  SELECT left_over.sale_id, left_over.base, left_over.second, history.touched
  FROM left_over
  -- What is known at the sale's own second counts, whatever tied it.
  ASOF JOIN history ON history.contact = left_over.contact AND history.known <= ((left_over.second << 25) | 33554431)
) AS found
JOIN touch ON touch.ord = found.touched
WHERE found.second - (found.touched >> 25) < 31536000;

-- Rung 3: the latest touch from the sale's address.
CREATE OR REPLACE TEMP TABLE by_address AS
SELECT rest.sale_id, rest.base, touch.partner
FROM (SELECT * FROM left_over ANTI JOIN by_history USING (sale_id)) AS rest
ASOF JOIN (SELECT ip, ord, partner FROM touch WHERE ip IN (SELECT ip FROM left_over)) AS touch
  ON touch.ip = rest.ip AND touch.ord <= rest.ord
WHERE {addresses} AND rest.second - (touch.ord >> 25) < 31536000;

-- Each level's amount and share, rounded half away from zero.
CREATE OR REPLACE TEMP TABLE commission AS
WITH credited AS (
  SELECT *, 'cookie' AS reason FROM by_cookie
  UNION ALL
  SELECT *, 'history' FROM by_history
  UNION ALL
  SELECT *, 'ip' FROM by_address
),
earner AS (
  SELECT partner AS credited, 1 AS level, partner, parent IS NULL AS alone FROM partner
  UNION ALL
  SELECT one.partner, 2, one.parent, false FROM partner AS one WHERE one.parent IS NOT NULL
  UNION ALL
  SELECT one.partner, 3, two.parent, false FROM partner AS one JOIN partner AS two ON two.partner = one.parent
  WHERE two.parent IS NOT NULL
),
rate (level, alone, amount, share) AS (VALUES {rates})
SELECT sale_id, earner.partner, earner.level, 'sale' AS role,
  amount + (base * share + 500000) // 1000000 AS cents, reason
FROM credited
JOIN earner ON earner.credited = credited.partner
JOIN rate ON rate.level = earner.level AND rate.alone = earner.alone
WHERE amount + (base * share + 500000) // 1000000 > 0;
-- policy ends here

COPY (SELECT * FROM commission ORDER BY sale_id, level) TO '{out}/commissions.csv' (HEADER);
COPY (SELECT partner, count(*) AS commissions, sum(cents) AS cents FROM commission GROUP BY partner ORDER BY partner)
TO '{out}/totals.csv' (HEADER);
