package spelling_test

import (
	"testing"

	"referee/model/spelling"
)

func TestHint(t *testing.T) {
	many := []string{"a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j10", "k11", "l12", "m13", "n14"}
	for _, test := range []struct {
		word  string
		known []string
		want  string
	}{
		{"levls", []string{"credit", "levels"}, `did you mean "levels"?`},
		{"zebra", []string{"credit", "levels"}, "known: credit, levels"},
		{"zebra", many, "known: a1, b2, c3, d4, e5, f6, g7, h8, i9, j10, k11, l12 and 2 more"},
	} {
		if got := spelling.Hint(test.word, test.known, "known: "); got != test.want {
			t.Errorf("%s: %s, want %s", test.word, got, test.want)
		}
	}
}
