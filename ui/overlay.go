package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"referee/ui/text"
)

// tiny says what is wrong with the screen, in as much of it as there is.
func (a *App) tiny() string {
	rows := make([]string, max(a.height, 1))
	l := &a.frame.line
	words := fmt.Sprintf("referee needs %d columns and %d rows; here are %d and %d. Nothing is lost: make the window larger.",
		minWidth, minHeight, a.width, a.height)
	for y, words := range text.Wrap(words, max(a.width, 1)) {
		if y < len(rows) {
			l.Reset(a.width)
			l.Put(a.theme.Text, words)
			rows[y] = l.String()
		}
	}
	return strings.Join(rows, "\n")
}

// drawDialog lays the dialog on top over the middle of the desk.
func (a *App) drawDialog(rows []string, d dialog) *tea.Cursor {
	w := min(a.width-4, 84)
	inside := max(1, min(a.height-6, 26))
	inner, caretX, caretY := d.rows(a.theme, w-4, inside)
	boxed := a.theme.Box(d.title(), inner, w)
	x, y := (a.width-w)/2, max(0, (a.height-len(boxed))/3)
	a.frame.box = Rect{x + 2, y + 1, w - 4, len(inner)}
	for i, row := range boxed {
		if y+i < len(rows) {
			left, right := a.frame.beside.of(rows[y+i], x, w, a.width)
			rows[y+i] = left + "\x1b[m" + row + right
		}
	}
	if caretY < 0 {
		return nil
	}
	return tea.NewCursor(x+2+caretX, y+1+caretY)
}

// beside is what of the rows under a dialog stays in view. They rarely change
// while it is open, and cutting them takes longer than drawing all the rest.
type beside struct {
	x, w, width int
	sides       map[string][2]string
}

// maxBeside is how many rows are kept: a few screens full.
const maxBeside = 256

// of is a row to the left of column x, and to the right of w cells from there on.
func (b *beside) of(row string, x, w, width int) (left, right string) {
	if b.sides == nil || b.x != x || b.w != w || b.width != width || len(b.sides) >= maxBeside {
		*b = beside{x, w, width, map[string][2]string{}}
	}
	sides, known := b.sides[row]
	if !known {
		sides[0], sides[1] = cut(row, x, w, width)
		b.sides[row] = sides
	}
	return sides[0], sides[1]
}

// cut takes w cells out of a row, from column x on. Where the library that cuts
// counts cells otherwise than we do, as of marks that cling to what is before them,
// less is kept and the rest is blank.
func cut(row string, x, w, width int) (left, right string) {
	for n := x; ; n-- {
		if left = ansi.Truncate(row, n, ""); cells(left) <= x {
			break
		}
	}
	room := width - x - w
	for n := x + w; ; n++ {
		if right = ansi.TruncateLeft(row, n, ""); cells(right) <= room {
			break
		}
	}
	left += strings.Repeat(" ", x-cells(left))
	right = strings.Repeat(" ", room-cells(right)) + right
	return left, right
}

// cells is how wide a drawn row is by our own count.
func cells(row string) int { return text.Width(ansi.Strip(row)) }
