// Package databases holds the statements of package sql to the engine, on the
// databases themselves: DuckDB, PostgreSQL and SQLite, row for row.
//
// It is a module of its own, so that what it needs is not needed by the program:
// three drivers, a C++ compiler for DuckDB's and an installed PostgreSQL. Run it from
// this folder:
//
//	go test ./...
//
// A PostgreSQL of its own is started for that, on a free port of the loopback
// address with its files in a temporary folder, and stopped again.
//
// The reference is not the replay, though that must come to the same: a log is
// told to the engine as a journal, event by event, as a scenario file would be.
// Logs are random and dense, with times rounded to days so that touches, sales, ties
// and the ends of windows fall on one moment, and with rows that come late.
package databases
