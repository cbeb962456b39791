package spelling_test

import (
	"strings"
	"testing"

	"referee/model/spelling"
)

func TestNearest(t *testing.T) {
	known := []string{"check", "simulate", "settings", "--json", "use_ip"}
	for word, want := range map[string]string{
		"simlate":   "simulate", // one missing
		"simmulate": "simulate", // one too many
		"chekc":     "check",    // two exchanged
		"useip":     "use_ip",
		"--jsom":    "--json",
		"setting":   "settings",
		"check":     "check",
		"replay":    "",
		"x":         "",
		"":          "",
		"größe":     "",
	} {
		if got, ok := spelling.Nearest(word, known); got != want || ok != (want != "") {
			t.Errorf("Nearest(%q) = %q, %v; want %q", word, got, ok, want)
		}
	}
}

// A hostile word or list costs nothing.
func TestNearestStops(t *testing.T) {
	if near, ok := spelling.Nearest(strings.Repeat("a", 1<<20), []string{"a"}); ok {
		t.Errorf("a word of a megabyte is near %q", near)
	}
	if near, ok := spelling.Nearest("aa", make([]string, 1<<20)); ok {
		t.Errorf("among a million words %q is near", near)
	}
}
