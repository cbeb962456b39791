package uitest_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"referee/ui/input"
	"referee/ui/text"
	"referee/ui/uitest"
)

// note is the model the tests drive: one line of text, and a log of what came.
type note struct {
	w, h  int
	line  input.Input
	log   string
	wide  bool
	mouse func(tea.MouseMsg) tea.Cmd
}

type told string

func tell(s string) tea.Cmd { return func() tea.Msg { return told(s) } }

func (n note) Init() tea.Cmd { return tell("init") }

func (n note) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		n.w, n.h = msg.Width, msg.Height
		return n, tell("size")
	case told:
		n.log += " " + string(msg)
	case tea.PasteMsg:
		n.line.Insert(msg.Content)
	case tea.MouseClickMsg:
		n.log += fmt.Sprintf(" click %d,%d", msg.X, msg.Y)
	case tea.MouseWheelMsg:
		n.log += " " + msg.Mouse().Button.String()
	case tea.KeyPressMsg:
		return n.key(msg)
	}
	return n, nil
}

func (n note) key(msg tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	switch msg.String() {
	case "ctrl+q":
		return n, tea.Quit
	case "ctrl+b":
		return n, tea.Batch(tell("one"), nil, tea.Sequence(tell("two"), tell("three")), tell("four"))
	case "ctrl+t":
		return n, tea.Tick(time.Microsecond, func(time.Time) tea.Msg { return told("tick") })
	case "ctrl+y":
		return n, tea.SetClipboard("the result")
	case "f2":
		n.wide = true
	}
	n.line.Key(msg)
	return n, nil
}

func (n note) View() tea.View {
	visible, caret := n.line.View(max(n.w-2, 1))
	rows := make([]string, max(n.h, 1))
	for y := range rows {
		rows[y] = text.Pad("", n.w)
	}
	rows[0] = text.Pad("> "+visible, n.w)
	if n.h > 2 {
		rows[1] = "\x1b[1;38;2;95;215;215m" + text.Pad("log:"+n.log, n.w) + "\x1b[m"
		rows[2] = text.Pad(fmt.Sprintf("%d×%d 日本|", n.w, n.h), n.w)
	}
	if n.wide {
		rows[0] += "too much"
	}
	v := tea.NewView(strings.Join(rows, "\n"))
	v.AltScreen, v.WindowTitle, v.OnMouse = true, "note", n.mouse
	v.Cursor = tea.NewCursor(2+caret, 0)
	return v
}

func TestMain(m *testing.M) {
	if uitest.Reexecuted() {
		os.Exit(program(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// program is what the tests of Terminal run: the note as a whole program.
func program(args []string) int {
	if len(args) > 0 && args[0] == "fail" {
		fmt.Println("HOME is set:", os.Getenv("HOME") != "")
		return 3
	}
	if _, err := tea.NewProgram(note{}).Run(); err != nil {
		return 1
	}
	fmt.Println("bye")
	return 0
}
