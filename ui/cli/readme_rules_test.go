package cli

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestReadmeExplainsRules: whoever meets the number of a rule in the output
// finds it on the page.
func TestReadmeExplainsRules(t *testing.T) {
	explained := rulesOfReadme(t)
	files, err := filepath.Glob(filepath.Join(root, stories, "*.toml"))
	if err != nil {
		t.Fatal(err)
	}
	number := regexp.MustCompile(`\b[ACLMNS][0-9]+\b`)
	var met []string
	for _, file := range files {
		for _, line := range screenOf(t, t.TempDir(), step{command: `go run . simulate "` + file + `"`}) {
			met = append(met, number.FindAllString(line, -1)...)
		}
	}
	slices.Sort(met)
	met = slices.Compact(met)
	if len(met) == 0 {
		t.Error("the samples show no rule numbers")
	}
	for _, rule := range met {
		if !explained[rule] {
			t.Errorf("the output names %s, and README.md does not say what it is", rule)
		}
	}
}

// rulesOfReadme are the rules that the README's table explains: by their number,
// or within a range like N1–N8.
func rulesOfReadme(t *testing.T) map[string]bool {
	t.Helper()
	rule := regexp.MustCompile(`\b([A-Z])([0-9]+)(?:–[A-Z]([0-9]+))?\b`)
	prose, _ := readme(t)
	explained := map[string]bool{}
	for _, line := range prose {
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		for _, found := range rule.FindAllStringSubmatch(line, -1) {
			first, _ := strconv.Atoi(found[2])
			last, _ := strconv.Atoi(found[3])
			for n := first; n <= max(first, last); n++ {
				explained[fmt.Sprint(found[1], n)] = true
			}
		}
	}
	return explained
}
