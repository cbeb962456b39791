package scenario

import (
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// word is a text of a list together with its place.
type word struct {
	text string
	at   offset
}

// words is a list of different texts; absent and empty are told apart.
func (s section) words(key string) (list []word, present bool) {
	hint := fmt.Sprintf(`write %s = ["…", "…"]`, key)
	v := s.expect(key, unstable.Array, hint)
	if v == nil {
		return nil, false
	}
	seen := map[string]bool{}
	for _, item := range v.items {
		switch {
		case item.kind != unstable.String:
			s.refuse(item.at, hint, "%s must be a list of texts, not of %s", key, kindName(item.kind))
		case seen[item.text]:
			s.refuse(item.at, "name it once", "%s names %q twice", key, item.text)
		default:
			list = append(list, word{item.text, item.at})
		}
		seen[item.text] = true
	}
	return list, true
}

func texts(list []word) []string {
	all := make([]string, len(list))
	for i, w := range list {
		all[i] = w.text
	}
	return all
}

// table is the table under a key, nil if there is none.
func (s section) table(key string) *node {
	return s.expect(key, unstable.Table, fmt.Sprintf("write [%s], or %s = { … }", key, key))
}

// tables is the list of tables under a key, written as [[key]] or inline.
func (s section) tables(key string) []*node {
	hint := fmt.Sprintf("write [[%s]], with two brackets, above each", key)
	v := s.expect(key, unstable.Array, hint)
	if v == nil {
		return nil
	}
	var all []*node
	for _, item := range v.items {
		if item.kind != unstable.Table {
			s.refuse(item.at, hint, "%s must be a list of tables, not of %s", key, kindName(item.kind))
			continue
		}
		all = append(all, item)
	}
	return all
}

// didYouMean is the hint beside a key or word that is not known.
func didYouMean(word string, known []string) string {
	if near, ok := nearest(word, known); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "known here: " + strings.Join(known, ", ")
}

// nearest is the known word that a typist would most likely have meant: at
// most a third of it is different.
func nearest(word string, known []string) (string, bool) {
	best, least := "", len(word)/3+1
	for _, k := range known {
		if d := editDistance(word, k, least); d <= least && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best, best != ""
}

// editDistance counts the letters to insert, delete, replace or swap with their
// neighbour to get from a to b. It stops counting above a limit.
func editDistance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			row[j] = min(row[j-1]+1, last[j]+1)
			if a[i-1] == b[j-1] {
				row[j] = min(row[j], last[j-1])
			} else {
				row[j] = min(row[j], last[j-1]+1)
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
