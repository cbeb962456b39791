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
	flag.Set("rapid.checks", "1000")
	flag.Parse()
	os.Exit(m.Run())
}
