package engine_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain has rapid draw more than its usual hundred journals: a check takes a
// tenth of a millisecond here, and rare meetings of rules need many. The flag
// -rapid.checks still has the last word.
func TestMain(m *testing.M) {
	if !underRace {
		flag.Set("rapid.checks", "1000")
	}
	flag.Parse()
	os.Exit(m.Run())
}

// thinned is whether the large tests take a part of their cases: with -short,
// and under the race detector, which slows them down eight times over and has
// nothing to find in an engine without goroutines.
func thinned() bool { return underRace || testing.Short() }
