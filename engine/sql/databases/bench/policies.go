package main

import (
	_ "embed"
	"fmt"
	"strings"

	"referee/engine/scenario"
)

//go:embed policy.toml
var firstPolicy string

//go:embed second.toml
var secondPolicy string

//go:embed asof.sql
var asof string

// What DuckDB's text needs of each policy.
var (
	first = strings.NewReplacer("{addresses}", "true",
		"{rates}", "(1, false, 100, 100000), (1, true, 100, 170000), (2, false, 0, 50000), (3, false, 0, 20000)")
	second = strings.NewReplacer("{addresses}", "false",
		"{rates}", "(1, false, 0, 120000), (1, true, 0, 120000), (2, false, 0, 60000)")
)

// duckText is DuckDB's text in its three parts: load, decide and write.
func duckText(folder, out string, policy *strings.Replacer) (load, decide, write string) {
	text := strings.NewReplacer("{dir}", folder, "{out}", out).Replace(policy.Replace(asof))
	load, rest, _ := strings.Cut(text, "-- load ends here")
	decide, write, _ = strings.Cut(rest, "-- policy ends here")
	return load, decide, write
}

// policyCase reads a policy as the program does.
func policyCase(name, text string) (scenario.Case, error) {
	file, err := scenario.Read(name, []byte(text))
	if err != nil {
		return scenario.Case{}, fmt.Errorf("%s: %w", name, err)
	}
	return file.Cases[0], nil
}
