package text

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of terminal cells s takes when it is shown, that is,
// after [Show]. A CJK character or an emoji takes two, a combining mark none.
// Printable ASCII is measured without allocating.
func Width(s string) int {
	return measure(Show(s))
}

// measure is Width for text that has passed Show.
func measure(s string) int {
	cells := 0
	for len(s) > 0 {
		cluster, w := Cluster(s)
		cells += w
		s = s[len(cluster):]
	}
	return cells
}

// Cluster returns the first grapheme of s, what a reader would call one
// character, and its width in cells. It returns "" and 0 for "". The text
// should have passed [Accept] or [Show]; Cluster itself refuses nothing.
func Cluster(s string) (cluster string, cells int) {
	if n := simpleRune(s); n > 0 && (n == len(s) || simpleRune(s[n:]) > 0) {
		return s[:n], 1
	}
	return ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
}

// Cut returns s, shown, in at most width cells. If s does not fit, its end is
// replaced by the ellipsis ("…", or "" for none); an ellipsis wider than width
// is left out. A grapheme is never split, so the result may be a cell short.
func Cut(s string, width int, ellipsis string) string {
	s = Show(s)
	if measure(s) <= width {
		return s
	}
	room := width - Width(ellipsis)
	if room < 0 {
		room, ellipsis = width, ""
	}
	head, _ := clip(s, room)
	return head + ellipsis
}

// clip returns the longest head of s, which has passed Show, that fits in
// width cells, and the cells it takes.
func clip(s string, width int) (head string, cells int) {
	rest := s
	for len(rest) > 0 {
		cluster, w := Cluster(rest)
		if cells+w > width {
			break
		}
		cells += w
		rest = rest[len(cluster):]
	}
	return s[:len(s)-len(rest)], cells
}

// Pad returns s, shown, in exactly width cells: cut without an ellipsis if it
// is wider, filled with spaces on the right if it is narrower.
func Pad(s string, width int) string {
	head, cells := clip(Show(s), width)
	return head + spaces(width-cells)
}

// PadLeft is [Pad] with the spaces on the left, for columns of numbers.
func PadLeft(s string, width int) string {
	head, cells := clip(Show(s), width)
	return spaces(width-cells) + head
}

func spaces(n int) string {
	return strings.Repeat(" ", max(n, 0))
}

// simpleLen is the length of the leading part of s that needs no segmentation:
// every code point is one grapheme of one cell. The last of them is left out if
// something else follows, because that may be a mark that belongs to it.
func simpleLen(s string) int {
	end, last := 0, 0
	for end < len(s) {
		n := simpleRune(s[end:])
		if n == 0 {
			return end - last
		}
		end, last = end+n, n
	}
	return end
}

// simpleRune returns the length in bytes of the first code point of s if it is
// simple, else 0. Simple are printable ASCII, Latin with its accents, and the
// line drawing characters: nearly all that is ever drawn, so the tables of
// Unicode are only asked about the rest.
func simpleRune(s string) int {
	if s == "" {
		return 0
	}
	if c := s[0]; c < utf8.RuneSelf {
		if c >= ' ' && c <= '~' {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r >= 0xa1 && r <= 0x2ff && r != 0xad, // Latin, without the soft hyphen
		r >= 0x2500 && r <= 0x257f: // box drawing
		return size
	}
	return 0
}
