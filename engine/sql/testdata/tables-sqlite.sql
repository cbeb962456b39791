-- For sqlite3, in the folder of the log files. Columns are taken in their order: the
-- files must have these, in this order.
CREATE TABLE partners (partner TEXT PRIMARY KEY, parent TEXT, name TEXT, track_days TEXT, active TEXT);
CREATE TABLE touches (touch_id TEXT, time TEXT, contact TEXT, cookie TEXT, ip TEXT, partner TEXT, kind TEXT);
CREATE TABLE sales (sale_id TEXT, time TEXT, contact TEXT, cookie TEXT, ip TEXT, amount TEXT, product TEXT);

.import --csv --skip 1 partners.csv partners
.import --csv --skip 1 touches.csv touches
.import --csv --skip 1 sales.csv sales
ANALYZE;
