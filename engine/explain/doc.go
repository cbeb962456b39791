// Package explain turns what the engine decided into sentences.
//
// The engine leaves a trace of small codes ([engine.Finding], [engine.Status],
// [engine.RowRule]); this package is the only place that makes English of them.
// It decides nothing: every sentence can be checked against the trace it is
// drawn from, and every figure in it stands in a row.
//
// A sentence about something that did not happen names what was expected and
// what was found ("expired 31 Jan 10:00, the order came 1 d 23 h too late"),
// and one about something that was not looked at names the setting that kept
// it from being looked at. Losers are explained like winners: each referral a
// rung could have chosen says why it was not.
//
// All times are shown in UTC.
package explain
