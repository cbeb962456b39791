// Package replaytest makes logs for tests, and says by another way what a replay
// of them must come to: through a journal and the casebook, as if each log were a
// scenario file. Only tests import it.
//
// [Random] logs are small and crowded: few contacts, cookies, addresses and
// partners within few days, at times rounded so that equal moments and the very
// edges of windows come up, rows out of order. [World] streams logs of any size,
// the same ones for the same numbers.
package replaytest
