// Package sql writes a plan down as one SQL statement.
//
// Who has outgrown one machine has the logs in a warehouse already. Instead of
// bringing them to the engine, the policy goes to them: [Compile] takes an
// [engine.Plan] and answers with a statement over three tables with the columns
// of the log files, for DuckDB, PostgreSQL or SQLite. Its result has the columns
// and the rows of commissions.csv.
//
//	Settings, Catalog ── engine.Compile ──► Plan ── sql.Compile ──► text
//
// It is pure like the engine, but for one thing: the statement explains itself,
// so there is English in it. Each part of it says which rule it is.
//
// # No second engine
//
// What settings and catalog come to is decided once, by the plan: which rungs are
// asked, in which order rate cards are, what the settings hide. This package asks
// [engine.Plan.Asks] and [engine.Plan.Tariffs] and writes the answers down. A rung
// or a role that is switched off is not in the statement at all. What is left for
// the database is what the logs decide: who clicked, when, and who recruited whom.
// The tests in databases/, a module of its own, run every combination of settings
// on all three and hold each row to what the engine says.
//
// # Exactness
//
// All of it is integers; there is no float anywhere.
//
//   - Amounts are minor units, at most 10¹² ([model.MaxMoney]); rates are parts per
//     million, at most 10⁷ (1,000 %). Their product would pass 64 bits, so a share
//     is taken in two parts: base = 10⁶ × millions + rest, and millions × rate is
//     exact. Only rest × rate is rounded, by adding half and dividing; nothing is
//     negative, so that is half away from zero (C7). No step passes 2 × 10¹³.
//   - Times are microseconds since 1970, which is what the databases' own types
//     hold. The engine reckons in nanoseconds: two moments within one microsecond
//     are one here. Expiry compares the difference with the days × 24 hours.
//   - Of two touches at one moment the one with the lower id came first. Ids that
//     are numbers, or a prefix and a number, are in order of the number: the shorter
//     first, then by their bytes.
//   - Contacts, cookies and addresses are compared as they are written, and so are
//     partners. Empty and NULL are unknown, and never equal another unknown.
//
// A touch of a partner that is not in the table records nothing, but names the
// browser's contact. Rows with an amount that is no amount, or a time that is none,
// make the database refuse or guess, as it always does; referee replay names them.
package sql
