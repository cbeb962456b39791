package scenario

import (
	"fmt"

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
	hint := fmt.Sprintf("write [[%s]] above each, or %s = [ { … } ]", key, key)
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
