package scenario

import (
	"fmt"
	"strings"
)

// Suggestions stop where they would cost more than they help.
const (
	maxSpelt = 64  // bytes of a word worth correcting
	maxKnown = 200 // words to choose from
	maxTold  = 12  // words to list
)

// didYouMean is the hint beside a word that is not among the known ones. When
// no more problems are kept it saves the work.
func (r *reader) didYouMean(word string, known []string) string {
	if len(r.problems) == MaxErrors {
		return ""
	}
	if near, ok := nearest(word, known); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	switch {
	case len(known) == 0:
		return "there is none here"
	case len(known) > maxTold:
		return fmt.Sprintf("known here: %s and %d more", strings.Join(known[:maxTold], ", "), len(known)-maxTold)
	}
	return "known here: " + strings.Join(known, ", ")
}

// nearest is the known word that a typist most likely meant: at most about a
// third of it is different.
func nearest(word string, known []string) (string, bool) {
	if len(word) > maxSpelt || len(known) > maxKnown {
		return "", false
	}
	best, least := "", len(word)/3+1
	for _, k := range known {
		if d := editDistance(word, k); d < least {
			best, least = k, d
		}
	}
	return best, best != ""
}

// editDistance counts the bytes to insert, delete, replace, or swap with their
// neighbour, to get from a to b.
func editDistance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			same := 1
			if a[i-1] == b[j-1] {
				same = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+same)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
