package text

// Simple reports whether the first code point of s takes the short cut.
func Simple(s string) bool { return s != "" && simpleRune(s) > 0 }
