package model

import (
	"unicode"
	"unicode/utf8"
)

// MaxCode and MaxText bound codes and free text (names, contacts, titles), in characters.
const (
	MaxCode = 64
	MaxText = 500
)

// printable reports whether text holds no control character and is UTF-8. What
// else could upset a terminal is the screen's business: it cleans what it shows.
func printable(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if unicode.IsControl(r) {
			return false
		}
	}
	return true
}

// checkCode checks a partner's or link's code, which ends up in a URL and in
// comma-separated lists.
func checkCode(problems *Problems, at Place, what, code string) bool {
	n := utf8.RuneCountInString(code)
	if n == 0 || n > MaxCode || !printable(code) {
		problems.add(at, "letters, digits and - _ . @ +, at most 64", "%s has no usable code", what)
		return false
	}
	for _, r := range code {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !containsRune("-_.@+", r) {
			problems.add(at, "use letters, digits and - _ . @ +", "the code %q cannot hold %q", code, r)
			return false
		}
	}
	return true
}

func containsRune(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// checkText checks free text; where it names something it must not be empty.
func checkText(problems *Problems, at Place, what, text string, required bool) bool {
	switch {
	case required && text == "":
		problems.add(at, "name it", "%s is empty", what)
	case utf8.RuneCountInString(text) > MaxText:
		problems.add(at, "shorten it", "%s has more than %d characters", what, MaxText)
	case !printable(text):
		problems.add(at, "remove line breaks and control characters", "%s cannot be shown as text", what)
	default:
		return true
	}
	return false
}
