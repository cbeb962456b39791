-- For psql, in the folder of the log files. Columns are taken in their order: write
-- those that the files have, in the order they have them, behind each table.
CREATE TABLE partners (partner text PRIMARY KEY, parent text, name text, track_days integer, active boolean);
CREATE TABLE touches (touch_id text, time timestamptz, contact text, cookie text, ip text, partner text, kind text);
CREATE TABLE sales (sale_id text, time timestamptz, contact text, cookie text, ip text, amount numeric, product text);

\copy partners (partner, parent, name, track_days, active) FROM 'partners.csv' WITH (FORMAT csv, HEADER true)
\copy touches (touch_id, time, contact, cookie, ip, partner, kind) FROM 'touches.csv' WITH (FORMAT csv, HEADER true)
\copy sales (sale_id, time, contact, cookie, ip, amount, product) FROM 'sales.csv' WITH (FORMAT csv, HEADER true)
ANALYZE;
