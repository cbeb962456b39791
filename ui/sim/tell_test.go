package sim

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"referee/ui/theme"
)

// TestLongNames: a name that does not fit beside its sentence reaches into the column of the
// sentence, which loses no word; and every row has its width.
func TestLongNames(t *testing.T) {
	for _, width := range []int{40, 68, 120} {
		for _, name := range []string{"Zoe", "Partner 9", "Partner 189", "A partner with quite a long name", "パートナー百八十九"} {
			var line theme.Line
			tell := teller{th: theme.New(theme.None, theme.Unicode()), line: &line, width: width}
			tell.money(name, "sale, level 1", "20 % of 1,000.00, GOLD and some more words", "200.00", theme.Style{})
			tell.entry(name, "not paid now; 200.00 if How to choose is first", theme.Style{}, theme.Style{})
			var words []string
			for _, row := range tell.rows {
				plain := ansi.Strip(row)
				if ansi.StringWidth(plain) != width {
					t.Errorf("%d, %s: a row of %d cells: %q", width, name, ansi.StringWidth(plain), plain)
				}
				words = append(words, strings.Fields(plain)...)
			}
			all := strings.Join(words, " ")
			shown := name
			if ansi.StringWidth(name) > max(9, min(longestLabel, width/3)) {
				shown = string([]rune(name)[:5])
			}
			if strings.Count(all, shown) != 2 || !strings.Contains(all, "sale, level 1: 20 %") || !strings.Contains(all, "not paid now; 200.00 if How to choose is first") || strings.Contains(all, "xx") {
				t.Errorf("%d, %s:\n%s", width, name, strings.Join(tell.rows, "\n"))
			}
		}
	}
}
