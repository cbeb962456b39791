// Package explain turns what the engine decided into sentences.
//
// The engine leaves a trace of small codes ([engine.Finding], [engine.Status],
// [engine.RowRule]); this package is the only place that makes English of them.
// It decides nothing: every sentence can be checked against the trace it is
// drawn from, and every figure in it stands in a row.
//
// A sentence about something that did not happen names what was expected and
// what was found ("cookie of Jim: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d
// 23 h too late"). One about something that was not looked at names the setting
// that kept it from being looked at, and what it would have seen. Losers are
// explained like winners: each referral a rung could have chosen says why it was
// not; of very many, a few from either end and the one that decided. [Flips] goes
// one step further and runs the order again under the other settings.
//
// Sentences are short: a terminal shows them some 40 columns wide. Those of rungs
// and notes stand alone, with a full stop; those of rows, candidates and flips
// hang beside a name, without.
//
// All times are shown in UTC.
package explain
