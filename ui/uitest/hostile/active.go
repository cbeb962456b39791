package hostile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Active is the first thing in a plain text that a terminal would obey, or that
// nobody would see, with what stands around it; "" if there is none. Lines and
// tabs are allowed. It names what is bad, where package text lists what is good,
// so neither can be right by the other's mistake.
func Active(s string) string {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || r != '\n' && r != '\t' && active(r) {
			return fmt.Sprintf("%+q in %+q", s[i:i+size], s[max(0, i-60):min(len(s), i+60)])
		}
		i += size
	}
	return ""
}

// active reports controls, bidi controls, zero-width marks and the like.
func active(r rune) bool {
	return r < ' ' || r > '~' && unicode.In(r, unicode.C, unicode.Zl, unicode.Zp,
		unicode.Bidi_Control, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) || r == 0x7f
}

// ActiveRow is what [Active] is, for a row of a screen: there are no tabs and no
// line ends in it, and the looks that are given are no harm.
func ActiveRow(row string, looks map[string]bool) string {
	text := Bare(row, looks)
	if at := strings.IndexAny(text, "\t\n"); at >= 0 {
		return fmt.Sprintf("%+q in %+q", text[at:at+1], text)
	}
	return Active(text)
}

// Bare is a row without the looks that are given.
func Bare(row string, looks map[string]bool) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(row, "\x1b[")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		look := "\x1b[" + rest[:strings.IndexByte(rest, 'm')+1]
		if !looks[look] {
			look = "\x1b["
			out.WriteString(look)
		}
		row = row[len(before)+len(look):]
	}
}
