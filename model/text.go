package model

import (
	"strings"
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
	return utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// UsableCode reports whether a text can be the code of a partner or a link, which ends
// up in a URL and in comma-separated lists. If one character of it is in the way, that
// is bad.
func UsableCode(code string) (bad rune, ok bool) {
	if n := utf8.RuneCountInString(code); n == 0 || n > MaxCode || !printable(code) {
		return 0, false
	}
	for _, r := range code {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-_.@+", r) {
			return r, false
		}
	}
	return 0, true
}

// checkCode checks a partner's or link's code.
func checkCode(problems *Problems, at Place, what, code string) {
	switch bad, ok := UsableCode(code); {
	case ok:
	case bad == 0:
		problems.add(at, "letters, digits and - _ . @ +, at most 64", "%s has no usable code", what)
	default:
		problems.add(at, "use letters, digits and - _ . @ +", "the code %q cannot hold %q", code, bad)
	}
}

// checkText checks free text; where it names something it must not be empty.
func checkText(problems *Problems, at Place, what, text string, required bool) {
	switch {
	case required && text == "":
		problems.add(at, "name it", "%s is empty", what)
	case utf8.RuneCountInString(text) > MaxText:
		problems.add(at, "shorten it", "%s has more than %d characters", what, MaxText)
	case !printable(text):
		problems.add(at, "remove line breaks and control characters", "%s cannot be shown as text", what)
	}
}
