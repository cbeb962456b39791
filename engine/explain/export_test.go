package explain

import "time"

// Span shows a length of time that is not negative.
func Span(d time.Duration) string { return spanOf(uint64(d / time.Second)) }
