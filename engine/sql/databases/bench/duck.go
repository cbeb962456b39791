package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"
)

// duckChild is the variable that makes this program DuckDB's process: the folders
// of the log and of the result.
const duckChild = "REFEREE_BENCH_DUCKDB"

// duckProcess is DuckDB from log files to commission files.
func duckProcess(ctx context.Context, folders []string) error {
	db, err := openDuck(folders[1])
	if err != nil {
		return err
	}
	defer db.Close()
	load, decide, write := duckText(folders[0], folders[1], first)
	_, err = db.ExecContext(ctx, load+decide+write)
	return err
}

// openDuck is a database in memory; what has no room there goes to a folder.
func openDuck(folder string) (*sql.DB, error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	_, err = db.Exec(fmt.Sprintf("SET temp_directory = '%s'; SET preserve_insertion_order = false", filepath.Join(folder, "spill")))
	return db, err
}

// loadedDuck measures the second policy on loaded tables, each run after another,
// and returns the sum it pays.
func loadedDuck(ctx context.Context, log, folder string, runs int) (times []time.Duration, cents int64, err error) {
	db, err := openDuck(folder)
	if err != nil {
		return nil, 0, err
	}
	defer db.Close()
	load, decide, _ := duckText(log, folder, second)
	if _, err := db.ExecContext(ctx, load); err != nil {
		return nil, 0, err
	}
	for range runs {
		start := time.Now()
		if _, err := db.ExecContext(ctx, decide); err != nil {
			return nil, 0, err
		}
		times = append(times, time.Since(start))
	}
	err = db.QueryRowContext(ctx, "SELECT CAST(sum(cents) AS BIGINT) FROM commission").Scan(&cents)
	return times, cents, err
}

func duckEnvironment(log, out string) string {
	return duckChild + "=" + log + string(os.PathListSeparator) + out
}
