package uitest

import (
	"image/color"
	"io"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Screen is a terminal emulator without a window. Bytes written to it move its
// cursor, change its colours and land in its cells, as they would in a real
// terminal.
type Screen struct {
	emulator      *vt.Emulator
	width, height int
	title         string
	cursorHidden  bool
}

// Cell is one cell of a screen and how it looks. FG and BG are nil for the
// terminal's own colours.
type Cell struct {
	Text                                   string // the grapheme; "" in the right half of a wide one
	Bold, Faint, Italic, Underline, Invert bool
	FG, BG                                 color.Color
}

// NewScreen returns a blank screen of w×h cells. What the emulator would answer
// to queries (its name, its colours) is dropped. The screen is closed at the
// end of the test.
func NewScreen(t testing.TB, w, h int) *Screen {
	t.Helper()
	return newScreen(t, w, h, io.Discard)
}

// newScreen sends the emulator's answers to a writer.
func newScreen(t testing.TB, w, h int, answers io.Writer) *Screen {
	t.Helper()
	s := &Screen{emulator: vt.NewEmulator(w, h), width: w, height: h}
	s.emulator.SetCallbacks(vt.Callbacks{
		Title:            func(title string) { s.title = title },
		CursorVisibility: func(visible bool) { s.cursorHidden = !visible },
	})
	// The emulator writes its answers to a pipe and waits for a reader.
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		_, _ = io.Copy(answers, s.emulator)
		// Nobody listens any more; the emulator must still not wait.
		_, _ = io.Copy(io.Discard, s.emulator)
	}()
	t.Cleanup(func() {
		_ = s.emulator.InputPipe().(io.Closer).Close()
		<-drained
	})
	return s
}

// Write feeds the screen what a program writes.
func (s *Screen) Write(p []byte) (int, error) { return s.emulator.Write(p) }

// Resize changes the size. What no longer fits is lost, as on most terminals.
func (s *Screen) Resize(w, h int) {
	s.emulator.Resize(w, h)
	s.width, s.height = w, h
}

// Size is the size in cells.
func (s *Screen) Size() (w, h int) { return s.width, s.height }

// Title is the window title the program has set.
func (s *Screen) Title() string { return s.title }

// Alternate reports whether the program shows the alternate screen, the one
// full-screen programs use so that the shell's text comes back after them.
func (s *Screen) Alternate() bool { return s.emulator.IsAltScreen() }

// Cursor is where the cursor stands and whether it can be seen.
func (s *Screen) Cursor() (x, y int, visible bool) {
	at := s.emulator.CursorPosition()
	return at.X, at.Y, !s.cursorHidden
}

// Cell is the cell in column x of row y, both from 0. Outside the screen it is
// the zero Cell.
func (s *Screen) Cell(x, y int) Cell {
	c := s.emulator.CellAt(x, y)
	if c == nil {
		return Cell{}
	}
	has := func(attr uint8) bool { return c.Style.Attrs&attr != 0 }
	return Cell{
		Text: c.Content,
		Bold: has(uv.AttrBold), Faint: has(uv.AttrFaint), Italic: has(uv.AttrItalic),
		Underline: c.Style.Underline != ansi.UnderlineNone, Invert: has(uv.AttrReverse),
		FG: c.Style.Fg, BG: c.Style.Bg,
	}
}

// Row is the text of a row without the spaces at its end.
func (s *Screen) Row(y int) string {
	row, _ := s.row(y)
	return strings.TrimRight(row, " ")
}

// row is the text of a row and, for every byte of it, the column it is in.
func (s *Screen) row(y int) (string, []int) {
	var (
		out     strings.Builder
		columns []int
	)
	for x := range s.width {
		content := s.Cell(x, y).Text
		out.WriteString(content)
		for range len(content) {
			columns = append(columns, x)
		}
	}
	return out.String(), columns
}

// Text is all rows, without the spaces at their ends and without the empty rows
// at the bottom, joined by line ends.
func (s *Screen) Text() string {
	rows := make([]string, s.height)
	for y := range rows {
		rows[y] = s.Row(y)
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n")
}

// Find is the place of the first occurrence of some text within one row, from
// top to bottom.
func (s *Screen) Find(text string) (x, y int, ok bool) {
	for y := range s.height {
		row, columns := s.row(y)
		if i := strings.Index(row, text); i >= 0 && text != "" {
			return columns[i], y, true
		}
	}
	return 0, 0, false
}
