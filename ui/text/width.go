package text

import (
	"math"
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
	_, cells := clip(s, math.MaxInt)
	return cells
}

// Cluster returns the first grapheme of s, what a reader would call one
// character, and its width in cells. It returns "" and 0 for "". The text
// should have passed [Accept] or [Show]; Cluster itself refuses nothing.
func Cluster(s string) (cluster string, cells int) {
	if n, _ := simpleRun(s, 1); n > 0 {
		return s[:n], 1
	}
	return ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
}

// Cut returns s, shown, in at most width cells. If s does not fit, its end is
// replaced by the ellipsis ("…", or "" for none); an ellipsis wider than width
// is left out. A grapheme is never split, so the result may be a cell short.
func Cut(s string, width int, ellipsis string) string {
	s = Show(s)
	if whole, _ := clip(s, width); whole == s {
		return s
	}
	room := width - Width(ellipsis)
	if room < 0 {
		room, ellipsis = width, ""
	}
	head, _ := clip(s, room)
	return head + ellipsis
}

// Clip shows s and returns as much of it as fits in width cells, the cells
// that takes, and what is left over. It is Cut for callers that count.
func Clip(s string, width int) (head string, cells int, rest string) {
	s = Show(s)
	head, cells = clip(s, width)
	return head, cells, s[len(head):]
}

// clip is Clip for text that has passed Show.
func clip(s string, width int) (head string, cells int) {
	end := 0
	for end < len(s) {
		if n, c := simpleRun(s[end:], width-cells); n > 0 {
			end, cells = end+n, cells+c
			continue
		}
		cluster, c := Cluster(s[end:])
		if cells+c > width {
			break
		}
		end, cells = end+len(cluster), cells+c
	}
	return s[:end], cells
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

// simpleRun returns the length in bytes of the leading part of s that needs no
// segmentation, because every code point is one grapheme of one cell, and its
// cells, at most limit. The last of them is left out if something else follows,
// which may be a mark that belongs to it.
func simpleRun(s string, limit int) (size, cells int) {
	last, limit := 0, max(limit, 0)
	for size < len(s) {
		n := 1
		if c := s[size]; c < ' ' || c > '~' {
			n = simpleRune(s[size:])
		}
		if n == 0 {
			return size - last, max(cells-1, 0)
		}
		if cells == limit {
			break
		}
		size, cells, last = size+n, cells+1, n
	}
	return size, cells
}

// isSimple reports whether all of s is simple.
func isSimple(s string) bool {
	size, _ := simpleRun(s, math.MaxInt)
	return size == len(s)
}

// simpleRune returns the length in bytes of the first code point of s, which is
// not empty, if it is simple, else 0. Simple are printable ASCII, Latin with its
// accents, and the marks and lines of the desk: nearly all that is ever drawn,
// so the tables of Unicode are only asked about the rest.
func simpleRune(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c >= ' ' && c <= '~' {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r >= 0xa1 && r <= 0x2ff && r != 0xad, // Latin, without the soft hyphen
		r >= 0x2010 && r <= 0x2027, // dashes, quotes, ellipsis
		r == 0x2039, r == 0x203a,   // single guillemets
		r >= 0x2190 && r <= 0x21ff, // arrows
		r == 0x2212,                // minus
		r >= 0x2500 && r <= 0x25fc, // lines, blocks, shapes
		r >= 0x2610 && r <= 0x2612, // ballot boxes
		r == 0x2715, r == 0x2717:   // crosses
		return size
	}
	return 0
}

// Prepare makes the tables that a terminal's cells are counted with. They are made
// once, at the first text that is not simple, and the renderer takes the lines of the
// desk for such. Making them fills two megabytes: a program that waits for something
// else meanwhile shows its first frame the sooner. It may be called from anywhere.
func Prepare() { ansi.WcWidth.StringWidth("─") }
