// Package account says how one partner stands with one order, paid or not.
//
// The engine's trace says what every rung of the ladder came to. This package
// asks the other way round: of one partner, on each rung, whether it had anything
// there, and if so why that did not count; then, for each role that is paid,
// whether it is in the chain and what its rows are. The answer is small codes, one
// [Cause] for each question; package explain makes sentences of them.
//
// It decides nothing. A cause is read off the outcome, its rows and the casebook,
// and is there for those who are paid as for those who get nothing: 0.00 has a
// cause of its own for each way to come about.
package account
