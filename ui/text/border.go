package text

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// DefaultLimit is how many graphemes [Accept] keeps when no limit is given.
const DefaultLimit = 4096

// Refused is what [Show] draws for a code point that is not allowed: one
// visible cell, so that a hidden character cannot pass for nothing.
const Refused = "·"

// Accept is the border text crosses on its way in: typed, pasted or imported.
// It keeps the code points of the whitelist (see the package comment), turns
// tabs, line ends and the other spaces into a plain space, drops the rest, and
// cuts what remains after limit graphemes. A limit of 0 means [DefaultLimit].
//
// Accept(Accept(s)) is Accept(s). Text that is already acceptable is returned
// as it is, without allocating.
func Accept(s string, limit int) string {
	if limit <= 0 {
		limit = DefaultLimit
	}
	if !isSimple(s) {
		s = sift(strings.ReplaceAll(s, "\r\n", "\n"), spaceOrNothing)
		s = mapClusters(s, dropOverlong)
	}
	return first(s, limit)
}

// Show is the border text crosses on its way out to the screen. What the
// whitelist does not allow is drawn as [Refused], so nobody is fooled, and an
// emoji whose width terminals disagree on is drawn as its first character,
// padded to the width that [Width] promises.
//
// Show(Show(s)) is Show(s). Printable ASCII and box drawing pass unchanged,
// without allocating.
func Show(s string) string {
	if isSimple(s) {
		return s
	}
	return mapClusters(sift(s, refused), steady)
}

func spaceOrNothing(r rune) string {
	// NEL is a space to Unicode but an 8-bit control to a terminal.
	if unicode.IsSpace(r) && r != '\v' && r != '\f' && r != '\u0085' {
		return " "
	}
	return ""
}

func refused(rune) string { return Refused }

// sift copies s with every code point the whitelist refuses replaced. It
// returns s itself when nothing is refused.
func sift(s string, replace func(rune) string) string {
	var (
		out  strings.Builder
		gate whitelist
		kept int // s[kept:i] is allowed and not yet copied
	)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if gate.allows(r, size, s[i+size:]) {
			i += size
			continue
		}
		out.WriteString(s[kept:i])
		out.WriteString(replace(r))
		i += size
		kept = i
	}
	if kept == 0 {
		return s
	}
	out.WriteString(s[kept:])
	return out.String()
}

// mapClusters copies s with every grapheme cluster passed through change. It
// returns s itself when nothing changes.
func mapClusters(s string, change func(cluster string) string) string {
	var (
		out  strings.Builder
		kept int
	)
	for i := 0; i < len(s); {
		if n, _ := simpleRun(s[i:], math.MaxInt); n > 0 {
			i += n
			continue
		}
		cluster, _ := ansi.FirstGraphemeCluster(s[i:], ansi.GraphemeWidth)
		changed := change(cluster)
		if changed != cluster {
			out.WriteString(s[kept:i])
			out.WriteString(changed)
			kept = i + len(cluster)
		}
		i += len(cluster)
	}
	if kept == 0 {
		return s
	}
	out.WriteString(s[kept:])
	return out.String()
}

// maxCluster bounds one grapheme, in bytes. The longest emoji in use takes 35;
// without a bound a chain of joiners fits a page of text into two cells.
const maxCluster = 64

func dropOverlong(cluster string) string {
	if len(cluster) > maxCluster {
		return ""
	}
	return cluster
}

// steady returns the form of a cluster that takes the same number of cells on
// a terminal that adds up code points (the usual answer of one that says
// nothing) and on one that measures whole graphemes. Only emoji are changed:
// scripts whose letters join keep every letter.
func steady(cluster string) string {
	cells := ansi.GraphemeWidth.StringWidth(cluster)
	if cells == 0 || len(cluster) > maxCluster {
		return Refused
	}
	summed := ansi.WcWidth.StringWidth(cluster)
	if summed == cells {
		return cluster
	}
	r, size := utf8.DecodeRuneInString(cluster)
	if isRegional(r) {
		return Refused // half a flag
	}
	if !isEmoji(cluster) {
		return cluster
	}
	base := cluster[:size]
	pad := cells - ansi.GraphemeWidth.StringWidth(base)
	return base + strings.Repeat(" ", max(pad, 0))
}

// first returns the first limit graphemes of s.
func first(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	rest := s
	for range limit {
		if rest == "" {
			return s
		}
		cluster, _ := Cluster(rest)
		rest = rest[len(cluster):]
	}
	return s[:len(s)-len(rest)]
}
