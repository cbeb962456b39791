package engine_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"referee/engine"
)

// everythingOccurs holds what the space came to against all that can be: no word
// may be missing, and none may turn up where it has no business.
func everythingOccurs(t *testing.T, seen map[string]int) {
	got := slices.Sorted(maps.Keys(seen))
	for _, word := range slices.Sorted(maps.Keys(everything())) {
		if i := slices.Index(got, word); i >= 0 {
			got = slices.Delete(got, i, i+1)
			continue
		}
		t.Errorf("never occurs: %s", word)
	}
	for _, word := range got {
		t.Errorf("should not occur: %s (%d times)", word, seen[word])
	}
	for f := engine.Decides; f <= engine.NoContact; f++ {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(seen)), func(word string) bool { return strings.HasSuffix(word, ": "+f.String()) }) {
			t.Errorf("no rung ever came to %s", f)
		}
	}
	for status := engine.Valid; status <= engine.Cleared; status++ {
		if seen["cookie holds: "+status.String()] == 0 {
			t.Errorf("no cookie was ever %s", status)
		}
	}
}

// everything is what the decision space comes to, word for word: which finding
// can occur on which rung, and which cannot.
func everything() map[string]bool {
	const lookedAt = "decides not-reached none-recorded expired inactive later none-valid"
	words := map[string]bool{}
	for _, list := range []struct{ prefix, words string }{
		{"hand: ", "decides not-set"},
		{"cookie: ", lookedAt + " no-browser cleared"},
		{"history: ", lookedAt + " not-asked no-contact"},
		{"address: ", lookedAt + " not-asked no-address"},
		{"nobody: ", "decides not-reached"},
		{"lead: ", "decides none-recorded expired inactive later none-valid no-browser cleared existing-contact no-contact"},
		{"cookie holds: ", "valid expired inactive later cleared"},
		{"history holds: ", "valid expired inactive later"},
		{"address holds: ", "valid expired inactive later"},
	} {
		for word := range strings.FieldsSeq(list.words) {
			words[list.prefix+word] = true
		}
	}
	for _, word := range []string{
		"row: level", "row: unused", "row: no rate", "row: no program", "row: inactive",
		"sensitive to both readings", "sensitive to the earliest", "sensitive to the pool", "another earliest, but no money",
		"own link", "told", "not told", "one partner in both roles", "two partners in two roles",
	} {
		words[word] = true
	}
	return words
}
