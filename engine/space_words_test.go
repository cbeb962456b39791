package engine_test

import "strings"

// everything is what the decision space comes to, word for word: which finding
// can occur on which rung, and which cannot.
func everything() map[string]bool {
	const lookedAt = "decides not-reached none-recorded expired inactive later none-valid"
	words := map[string]bool{}
	for _, list := range []struct{ prefix, words string }{
		{"hand: ", "decides not-set"},
		{"cookie: ", lookedAt + " no-browser cleared"},
		{"history: ", lookedAt + " not-asked"},
		{"address: ", lookedAt + " not-asked no-address"},
		{"nobody: ", "decides not-reached"},
		{"lead: ", "decides none-recorded expired inactive later none-valid no-browser cleared existing-contact"},
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
