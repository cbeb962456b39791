// Package main measures the replay against DuckDB, from log files to commission
// files, in one run and on one machine:
//
//	go run ./bench [--touches N] [--sales N] [--runs N] [--dir FOLDER] [--memory SIZE]
//
// It makes a log (the same one each time), builds the program, and then takes turns:
// `referee replay` as a process of its own, and DuckDB as one, with the best text
// for it that we know: ASOF joins over tables that are loaded once (asof.sql). Both
// read the same CSV, use all processors and write commissions.csv and totals.csv,
// which must be the same to the byte, or nothing is printed but that. Each runs twice
// when it is its turn, and the second time counts. For each it takes the time on the wall
// and the most memory that was resident.
//
// Then a second policy, on what is loaded already: the replay's evidence on one
// side, DuckDB's tables on the other. Reading is not counted there.
//
// With --memory it measures the replay alone, with that bound on its memory and
// without one, each once when it is its turn: again the results must be the same to
// the byte, and the bound kept.
//
//	go run ./bench --touches 100000000 --sales 20000000 --memory 1GiB --runs 1
//
// The policy has 365 days for everybody, latest, history and cookies, addresses,
// three levels (10 % + 1.00, 5 %, 2 %), 17 % + 1.00 if unused; the second one has two
// levels (12 %, 6 %), and no addresses.
package main
