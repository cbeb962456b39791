package databases

import (
	"database/sql"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	_ "github.com/duckdb/duckdb-go/v2"
	_ "modernc.org/sqlite"

	compiler "referee/engine/sql"
)

// openDuckDB has the log files of a folder in memory, loaded as package sql says.
func openDuckDB(t *testing.T, folder string) *sql.DB {
	t.Helper()
	db := opened(t, "duckdb", "")
	tables := compiler.Tables(compiler.DuckDB)
	tables = regexp.MustCompile(`'(\w+\.csv)'`).ReplaceAllString(tables, "'"+folder+"/$1'")
	execute(t, db, "SET threads = 1")
	execute(t, db, tables)
	return db
}

// openSQLite has them too. The lines that load are for sqlite3; here it is done
// by hand.
func openSQLite(t *testing.T, folder string) *sql.DB {
	t.Helper()
	db := opened(t, "sqlite", ":memory:")
	create, _, _ := strings.Cut(compiler.Tables(compiler.SQLite), "\n.import")
	execute(t, db, create)
	for _, table := range []string{"partners", "touches", "sales"} {
		rows := readCSV(t, filepath.Join(folder, table+".csv"))
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(rows[0])), ", ")
		insert, err := db.Prepare("INSERT INTO " + table + " (" + strings.Join(rows[0], ", ") + ") VALUES (" + marks + ")")
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			values := make([]any, len(row))
			for i := range row {
				values[i] = row[i]
			}
			if _, err := insert.Exec(values...); err != nil {
				t.Fatal(err)
			}
		}
	}
	execute(t, db, "ANALYZE")
	return db
}

// opened is a database on one connection: another one in memory is another database.
func opened(t *testing.T, driver, source string) *sql.DB {
	t.Helper()
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func execute(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.Exec(statement); err != nil {
		t.Fatalf("%v\n%s", err, statement)
	}
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// ask runs a statement and returns its rows in the order they came.
func ask(t *testing.T, db *sql.DB, statement string) []row {
	t.Helper()
	result, err := db.Query(statement)
	if err != nil {
		t.Fatalf("%v\n%s", err, statement)
	}
	defer result.Close()
	var rows []row
	for result.Next() {
		var r row
		if err := result.Scan(&r.sale, &r.partner, &r.level, &r.role, &r.cents, &r.reason); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, r)
	}
	if err := result.Err(); err != nil {
		t.Fatalf("%v\n%s", err, statement)
	}
	return rows
}
