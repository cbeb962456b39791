package sql

import "fmt"

// Tables is what makes the three tables a statement reads, and fills them from
// the log files in the folder it is run in: for the database's own command line
// program (duckdb, psql, sqlite3), which alone understands the lines that load.
func Tables(d Dialect) string {
	t := dialects[d].text
	moment, amount, days, active := t, t, t, t
	switch d {
	case DuckDB, Postgres:
		moment, days, active = "timestamptz", "integer", "boolean"
		amount = "numeric"
		if d == DuckDB {
			amount = "decimal(18, 4)"
		}
	}
	tables := fmt.Sprintf(`CREATE TABLE partners (partner %[1]s PRIMARY KEY, parent %[1]s, name %[1]s, track_days %[4]s, active %[5]s);
CREATE TABLE touches (touch_id %[1]s, time %[2]s, contact %[1]s, cookie %[1]s, ip %[1]s, partner %[1]s, kind %[1]s);
CREATE TABLE sales (sale_id %[1]s, time %[2]s, contact %[1]s, cookie %[1]s, ip %[1]s, amount %[3]s, product %[1]s);
`, t, moment, amount, days, active)
	return loadings[d].about + tables + loadings[d].lines
}

// loadings are the lines that fill the tables, with what they ask of the files.
var loadings = [...]struct{ about, lines string }{
	DuckDB: {`-- For duckdb, in the folder of the log files. Columns are found by their names; of a
-- file that has others too, write those below in place of *.
`, `
INSERT INTO partners BY NAME SELECT * FROM read_csv('partners.csv', header = true, all_varchar = true);
INSERT INTO touches BY NAME SELECT * FROM read_csv('touches.csv', header = true, all_varchar = true);
INSERT INTO sales BY NAME SELECT * FROM read_csv('sales.csv', header = true, all_varchar = true);
`},
	Postgres: {`-- For psql, in the folder of the log files. Columns are taken in their order: write
-- those that the files have, in the order they have them, behind each table.
`, `
\copy partners (partner, parent, name, track_days, active) FROM 'partners.csv' WITH (FORMAT csv, HEADER true)
\copy touches (touch_id, time, contact, cookie, ip, partner, kind) FROM 'touches.csv' WITH (FORMAT csv, HEADER true)
\copy sales (sale_id, time, contact, cookie, ip, amount, product) FROM 'sales.csv' WITH (FORMAT csv, HEADER true)
ANALYZE;
`},
	SQLite: {`-- For sqlite3, in the folder of the log files. Columns are taken in their order: the
-- files must have these, in this order.
`, `
.import --csv --skip 1 partners.csv partners
.import --csv --skip 1 touches.csv touches
.import --csv --skip 1 sales.csv sales
ANALYZE;
`},
}
