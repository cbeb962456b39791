package uitest

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// CheckFrame fails the test unless content is a whole frame: exactly h rows,
// none wider than w cells, with no sequence in it but colours and links.
func CheckFrame(t testing.TB, content string, w, h int) {
	t.Helper()
	rows := strings.Split(content, "\n")
	if len(rows) != h {
		t.Errorf("the frame has %d rows, the screen %d", len(rows), h)
	}
	checkRows(t, rows, w)
}

func checkRows(t testing.TB, rows []string, w int) {
	t.Helper()
	p := ansi.NewParser()
	for y, row := range rows {
		if got := ansi.StringWidth(row); got > w {
			t.Errorf("row %d is %d cells wide, the screen %d: %q", y, got, w, row)
		}
		if bad := firstControl(p, row); bad != "" {
			t.Errorf("row %d sends the terminal %q: %q", y, bad, row)
		}
	}
}

// firstControl is the first thing in a row that is neither text nor a colour
// nor a link, or "".
func firstControl(p *ansi.Parser, row string) string {
	var state byte
	for len(row) > 0 {
		seq, width, n, next := ansi.DecodeSequence(row, state, p)
		link := ansi.HasOscPrefix(seq) && p.Command() == 8
		colour := ansi.HasCsiPrefix(seq) && p.Command() == 'm'
		if width == 0 && !link && !colour && seq[0] < 0xa0 {
			return seq
		}
		row, state = row[n:], next
	}
	return ""
}
