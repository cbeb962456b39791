package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	joiner     = '\u200d' // zero width joiner: makes one emoji of two
	emojiStyle = '\ufe0f' // variation selector 16: draw as an emoji
	keycap     = '\u20e3' // puts a digit on a key
)

// maxMarks bounds the marks on one base. Six is more than any living script
// writes; a pile of marks would be drawn over the rows above.
const maxMarks = 6

// unwanted holds what unicode.IsPrint lets through but a row cannot bear:
// letters that swallow the character drawn after them (our border, often), and
// a symbol that looks like a space.
var unwanted = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0d4e, Hi: 0x0d4e, Stride: 1},
		{Lo: 0x2800, Hi: 0x2800, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x111c2, Hi: 0x111c3, Stride: 1},
		{Lo: 0x1193f, Hi: 0x1193f, Stride: 1},
		{Lo: 0x11941, Hi: 0x11941, Stride: 1},
		{Lo: 0x11a3a, Hi: 0x11a3a, Stride: 1},
		{Lo: 0x11a84, Hi: 0x11a89, Stride: 1},
		{Lo: 0x11d46, Hi: 0x11d46, Stride: 1},
		{Lo: 0x11f02, Hi: 0x11f02, Stride: 1},
	},
}

// whitelist decides code point by code point. It remembers just enough of what
// it has let through to tell a joiner between two emoji from a joiner anywhere
// else, and an accent on a letter from an accent on nothing.
type whitelist struct {
	base  rune // the last code point that is neither mark nor joiner, 0 if none
	last  rune // the last code point let through
	marks int  // marks since base
}

// allows reports whether r, encoded in size bytes and followed by rest, may
// pass, and remembers it if so.
func (w *whitelist) allows(r rune, size int, rest string) bool {
	ok := w.judge(r, size, rest)
	switch {
	case !ok:
		return false
	case unicode.IsMark(r):
		w.marks++
	case r != joiner && !isModifier(r):
		w.base, w.marks = r, 0
	}
	w.last = r
	return true
}

func (w *whitelist) judge(r rune, size int, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case r == utf8.RuneError && size == 1:
		return false // a byte that is not UTF-8
	case r == joiner:
		return w.last != joiner && isPictograph(w.base) && isPictograph(next)
	case r == emojiStyle:
		return isPictograph(w.last) || isKeycapBase(w.last) && next == keycap
	case !unicode.IsPrint(r) || invisible(r):
		return false
	case w.base == 0:
		return !clings(r)
	case unicode.IsMark(r):
		return w.marks < maxMarks
	}
	return true
}

// clings reports whether r joins the character before it, whatever that is: a
// mark, but also a skin tone and a few vowels and voicing signs that are letters
// by category. At the start of a text it would join what is drawn in front of
// the text. A test compares the list with the segmenter.
func clings(r rune) bool {
	switch r {
	case 0xe33, 0xeb3, 0xff9e, 0xff9f:
		return true
	}
	return unicode.IsMark(r) || isModifier(r)
}

// invisible reports code points that print nothing although their category
// (letter, mark, symbol) says they should.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector, unwanted)
}

// isPictograph reports whether r can be part of a joined emoji. The standard
// library has no table for it, so it asks the segmenter: only a pictograph is
// held together with a heart by a joiner.
func isPictograph(r rune) bool {
	if r < 0xa9 {
		return false
	}
	probe := string([]rune{r, joiner, '❤'})
	cluster, _ := ansi.FirstGraphemeCluster(probe, ansi.GraphemeWidth)
	return cluster == probe
}

// isEmoji reports whether the cluster is drawn as an emoji made of several
// code points.
func isEmoji(cluster string) bool {
	for _, r := range cluster {
		if r == joiner || r == emojiStyle || r == keycap || isModifier(r) {
			return true
		}
	}
	return false
}

// isModifier reports the five skin tones.
func isModifier(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

// isRegional reports the 26 letters that make a flag in pairs.
func isRegional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

func isKeycapBase(r rune) bool { return r >= '0' && r <= '9' || r == '#' || r == '*' }
