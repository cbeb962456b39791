package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"referee/ui/text"
)

// Input is one line of text and the caret in it. The zero Input is empty and
// ready to use. It is a value: an assignment copies it.
type Input struct {
	// Limit is how many graphemes fit; 0 means text.DefaultLimit. What is
	// typed beyond it is dropped, what stands there is never pushed out.
	Limit int

	value string
	caret int // byte offset into value, always between two graphemes
}

// Set replaces the text and puts the caret at its end.
func (in *Input) Set(s string) {
	in.value = text.Accept(s, in.limit())
	in.caret = len(in.value)
}

// Value is the text.
func (in Input) Value() string { return in.value }

// Caret is how many graphemes stand before the caret.
func (in Input) Caret() int { return count(in.value[:in.caret]) }

// Ghost is what is missing from the text to what would complete it, whatever the case of
// its letters, if the caret stands behind it; else "".
func (in Input) Ghost(complete string) string {
	n := len(in.value)
	if !in.AtEnd() || len(complete) < n || !strings.EqualFold(complete[:n], in.value) {
		return ""
	}
	return complete[n:]
}

// AtEnd reports whether the caret stands behind the text.
func (in Input) AtEnd() bool { return in.caret == len(in.value) }

// Insert puts s at the caret and the caret behind it. It reports whether the
// text changed: s may hold nothing acceptable, or there may be no room.
func (in *Input) Insert(s string) (changed bool) {
	head, tail := in.value[:in.caret], in.value[in.caret:]
	room := in.limit() - count(tail)
	if s == "" || room <= 0 {
		return false
	}
	return in.splice(text.Accept(head+s, room), tail)
}

func (in Input) limit() int {
	if in.Limit > 0 {
		return in.Limit
	}
	return text.DefaultLimit
}

// splice makes head and tail the text, with the caret between them. Characters
// that meet for the first time may join into one grapheme (two halves of a
// flag); the caret then stands behind it.
func (in *Input) splice(head, tail string) (changed bool) {
	old := in.value
	in.value = text.Accept(head+tail, in.limit())
	in.caret = 0
	for in.caret < min(len(head), len(in.value)) {
		in.caret = in.after(in.caret)
	}
	return in.value != old
}

// after is the offset behind the grapheme that starts at an offset.
func (in Input) after(offset int) int {
	cluster, _ := text.Cluster(in.value[offset:])
	return offset + len(cluster)
}

// before is the offset of the grapheme that ends at an offset. Graphemes can
// only be told apart from the left, so it walks there from the start.
func (in Input) before(offset int) int {
	start := 0
	for {
		next := in.after(start)
		if next >= offset {
			return start
		}
		start = next
	}
}

// wordEnd is the offset behind the word to the right of the caret.
func (in Input) wordEnd() int {
	at := in.caret
	for at < len(in.value) && !startsWord(in.value[at:]) {
		at = in.after(at)
	}
	for at < len(in.value) && startsWord(in.value[at:]) {
		at = in.after(at)
	}
	return at
}

// wordStart is the offset of the word to the left of the caret.
func (in Input) wordStart() int {
	start, inWord := 0, false
	for at := 0; at < in.caret; at = in.after(at) {
		isWord := startsWord(in.value[at:])
		if isWord && !inWord {
			start = at
		}
		inWord = isWord
	}
	return start
}

// startsWord reports whether s begins with a letter or a number; everything
// else, the hyphen of a link too, stands between words.
func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// count is the number of graphemes in s.
func count(s string) int {
	n := 0
	for s != "" {
		cluster, _ := text.Cluster(s)
		s = s[len(cluster):]
		n++
	}
	return n
}
