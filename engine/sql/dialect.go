package sql

import (
	"fmt"
	"strings"
	"unicode"

	"referee/model"
)

// Dialect is a database that a statement can be written for.
type Dialect uint8

const (
	DuckDB   Dialect = iota + 1 // 1.1 or later
	Postgres                    // 14 or later: extract() is exact since then
	SQLite                      // 3.35 or later: it materializes when asked since then
)

// Dialects is all of them, in the order they are listed.
var Dialects = [...]Dialect{DuckDB, Postgres, SQLite}

// dialect is what the databases say differently. All else is the same text.
type dialect struct {
	key, name string
	text      string // the type that holds any text
	divide    string // the operator that divides whole numbers and drops the rest
	bytewise  string // behind an ordered text, so that the locale does not order it
	character string // the function that makes a character of its number
	shared    string // before a part that several others join
}

var dialects = [...]dialect{
	DuckDB:   {"duckdb", "DuckDB", "VARCHAR", "//", "", "chr", ""},
	Postgres: {"postgres", "PostgreSQL", "text", "/", ` COLLATE "C"`, "chr", ""},
	SQLite:   {"sqlite", "SQLite", "TEXT", "/", "", "char", "MATERIALIZED "}, // else it joins row by row, without an index
}

// Parse finds a dialect by its key: "duckdb", "postgres" or "sqlite".
func Parse(key string) (Dialect, bool) {
	for _, d := range Dialects {
		if d.Key() == key {
			return d, true
		}
	}
	return 0, false
}

// Key is the dialect's word on the command line.
func (d Dialect) Key() string { return dialects[d].key }

// String is the database's name for people.
func (d Dialect) String() string { return dialects[d].name }

// asText is a column as text, whatever its type is; empty is NULL.
func (d Dialect) asText(column string) string {
	return fmt.Sprintf("nullif(CAST(%s AS %s), '')", column, dialects[d].text)
}

// moment is a time as microseconds since 1970. It takes the database's own type
// as well as text as the log files have it.
func (d Dialect) moment(column string) string {
	switch d {
	case DuckDB:
		return fmt.Sprintf("epoch_us(CAST(%s AS TIMESTAMPTZ))", column)
	case Postgres:
		return fmt.Sprintf("CAST(extract(epoch FROM CAST(%s AS timestamptz)) * 1000000 AS bigint)", column)
	}
	// SQLite has no type for times. What stands behind the seconds of
	// 2026-01-05T10:00:00.25+02:00 is a fraction, if it begins with a dot, and the zone.
	zone := fmt.Sprintf("CASE WHEN upper(substr(%[1]s, -1)) = 'Z' THEN 'Z' ELSE substr(%[1]s, -6) END", column)
	return fmt.Sprintf(`CAST(strftime('%%s', substr(%[1]s, 1, 19) || %[2]s) AS INTEGER) * 1000000
      + CASE WHEN substr(%[1]s, 20, 1) = '.'
        THEN CAST(substr(substr(%[1]s, 21, length(%[1]s) - 20 - length(%[2]s)) || '000000', 1, 6) AS INTEGER)
        ELSE 0 END`, column, zone)
}

// minorUnits is an amount such as 12.50 as a whole number of minor units.
func (d Dialect) minorUnits(column string, digits int) string {
	unit := "1" + strings.Repeat("0", digits)
	switch d {
	case DuckDB:
		return fmt.Sprintf("CAST(CAST(%s AS DECIMAL(18, %d)) * %s AS BIGINT)", column, digits, unit)
	case Postgres:
		return fmt.Sprintf("CAST(CAST(%s AS numeric) * %s AS bigint)", column, unit)
	}
	whole := fmt.Sprintf("CAST(%s AS INTEGER)", column) // what stands before the dot
	if digits == 0 {
		return whole
	}
	return fmt.Sprintf(`%[2]s * %[3]s
      + CASE WHEN instr(%[1]s, '.') > 0
        THEN CAST(substr(substr(%[1]s, instr(%[1]s, '.') + 1) || '%[4]s', 1, %[5]d) AS INTEGER)
        ELSE 0 END`, column, whole, unit, unit[1:], digits)
}

// sequence orders by an id: numbers by their size, whatever they begin with.
func (d Dialect) sequence(id, direction string) string {
	return fmt.Sprintf("length(%[1]s)%[2]s, %[1]s%[3]s%[2]s", id, direction, dialects[d].bytewise)
}

// share is a rate of a base, rounded half away from zero (C7). Both are columns
// and never negative.
func (d Dialect) share(base, rate string) string {
	return fmt.Sprintf("%[1]s %[3]s %[4]d * %[2]s + (%[1]s %% %[4]d * %[2]s + %[5]d) %[3]s %[4]d",
		base, rate, dialects[d].divide, model.Whole, model.Whole/2)
}

// literal is a text as the dialect writes it. Only what prints is written as it
// is: the statement may be shown on a terminal, which obeys other characters.
func (d Dialect) literal(s string) string {
	var parts []string
	plain := ""
	flush := func() {
		if plain != "" {
			parts = append(parts, "'"+strings.ReplaceAll(plain, "'", "''")+"'")
		}
		plain = ""
	}
	for _, r := range s {
		if shows(r) {
			plain += string(r)
			continue
		}
		flush()
		parts = append(parts, fmt.Sprintf("%s(%d)", dialects[d].character, r))
	}
	flush()
	switch len(parts) {
	case 0:
		return "''"
	case 1:
		return parts[0]
	}
	return "(" + strings.Join(parts, " || ") + ")"
}

// shows reports whether a character may stand in the statement: letters,
// numbers, punctuation and the plain space. Marks change what they stand on, and
// some letters draw nothing.
func shows(r rune) bool {
	return unicode.IsPrint(r) && !unicode.In(r, unicode.M, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
