package uitest_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"referee/ui/uitest"
)

func TestDriverStartsLikeAProgram(t *testing.T) {
	d := uitest.New(t, note{}, 30, 4)
	d.ExpectRow(0, ">")
	d.Expect("log: init size", "30×4")
	d.ExpectCursor(2, 0)
	d.CheckFrame()
	if title := d.Screen().Title(); title != "note" {
		t.Errorf("title %q", title)
	}
}

func TestDriverTypesAndPresses(t *testing.T) {
	d := uitest.New(t, note{}, 30, 4)
	d.Type("Hello + 日本👨\u200d👩\u200d👧")
	d.ExpectRow(0, "> Hello + 日本👨")
	d.ExpectCursor(2+8+4+2, 0)
	d.Press("backspace", "home", "X", "space")
	d.ExpectRow(0, "> X Hello + 日本")
	d.Paste("a\nb")
	d.ExpectRow(0, "> X a bHello + 日本")
	d.Refute("👨", "Z")
}

func TestDriverRunsCommands(t *testing.T) {
	d := uitest.New(t, note{}, 60, 4)
	d.Press("ctrl+b")
	d.Expect("init size one four two three")
	d.Press("ctrl+y")
	if got := d.Copied(); got != "the result" {
		t.Errorf("copied %q", got)
	}
	d.Press("ctrl+t")
	d.Refute("tick")
	if d.Timers() != 1 {
		t.Errorf("%d timers, want 1", d.Timers())
	}
	d.Elapse()
	d.Expect("tick")
}

func TestDriverQuits(t *testing.T) {
	d := uitest.New(t, note{}, 30, 4)
	d.Type("a")
	if d.Quit() {
		t.Error("ended too early")
	}
	d.Press("ctrl+q")
	d.Type("b")
	if !d.Quit() || d.Model().(note).line.Value() != "a" {
		t.Error("the model still got keys after it had quit")
	}
}

func TestDriverMouse(t *testing.T) {
	n := note{mouse: func(msg tea.MouseMsg) tea.Cmd {
		if _, ok := msg.(tea.MouseClickMsg); ok {
			return tell("seen by the view")
		}
		return nil
	}}
	d := uitest.New(t, n, 120, 4)
	d.Click(3, 1)
	d.ClickOn("×")
	d.Wheel(0, 0, 1)
	d.Wheel(0, 0, -2)
	d.Expect("click 3,1", "seen by the view", "click 3,2", "wheeldown wheelup wheelup")
}

func TestDriverResizes(t *testing.T) {
	d := uitest.New(t, note{}, 30, 4)
	before := d.Screen().Text()
	d.Resize(12, 3)
	d.Expect("12×3")
	d.Resize(30, 4)
	if after := d.Screen().Row(0); after != strings.Split(before, "\n")[0] {
		t.Errorf("%q", after)
	}
}

// verdict records failures instead of having them.
type verdict struct {
	testing.TB
	failures []string
}

func (v *verdict) Helper() {}
func (v *verdict) Errorf(format string, args ...any) {
	v.failures = append(v.failures, fmt.Sprintf(format, args...))
}
func (v *verdict) Fatalf(format string, args ...any) { v.Errorf(format, args...) }

func TestChecksFail(t *testing.T) {
	tests := []struct {
		name string
		do   func(v *verdict, d *uitest.Driver)
		want string
	}{
		{"expect", func(_ *verdict, d *uitest.Driver) { d.Expect("nowhere") }, `"nowhere" is not on the screen`},
		{"refute", func(_ *verdict, d *uitest.Driver) { d.Refute("init") }, `"init" is on the screen, in row 1 from column 5`},
		{"row", func(_ *verdict, d *uitest.Driver) { d.ExpectRow(0, "x") }, "row 0 is"},
		{"cursor", func(_ *verdict, d *uitest.Driver) { d.ExpectCursor(9, 9) }, "want column 9 of row 9"},
		{"click", func(_ *verdict, d *uitest.Driver) { d.ClickOn("nowhere") }, `no "nowhere" to click on`},
		{"wide row", func(_ *verdict, d *uitest.Driver) { d.Press("f2"); d.Expect(">") }, "row 0 is 38 cells wide, the screen 30"},
		{"rows", func(v *verdict, _ *uitest.Driver) { uitest.CheckFrame(v, "a\nb", 9, 3) }, "the frame has 2 rows, the screen 3"},
		{"width", func(v *verdict, _ *uitest.Driver) { uitest.CheckFrame(v, "日本", 3, 1) }, "row 0 is 4 cells wide"},
		{"erase", func(v *verdict, _ *uitest.Driver) { uitest.CheckFrame(v, "\x1b[2Ja", 3, 1) }, "sends the terminal"},
		{"title", func(v *verdict, _ *uitest.Driver) { uitest.CheckFrame(v, "\x1b]0;x\aa", 3, 1) }, "sends the terminal"},
		{"carriage return", func(v *verdict, _ *uitest.Driver) { uitest.CheckFrame(v, "a\rb", 3, 1) }, "sends the terminal"},
	}
	for _, tt := range tests {
		v := &verdict{TB: t}
		d := uitest.New(v, note{}, 30, 4)
		tt.do(v, d)
		if got := strings.Join(v.failures, "\n"); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want a failure with %q", tt.name, got, tt.want)
		}
	}
}

func TestCheckFrameAllowsColoursAndLinks(t *testing.T) {
	uitest.CheckFrame(t, "\x1b[1;38;2;1;2;3mJim\x1b[m\n\x1b]8;;http://x\x1b\\go\x1b]8;;\x1b\\ e\u0301", 5, 2)
}

func TestEndlessMessagesAreStopped(t *testing.T) {
	v := &verdict{TB: t}
	func() {
		defer func() { _ = recover() }() // Fatalf of a verdict returns; endless stops itself
		uitest.New(v, endless(0), 10, 1)
	}()
	if len(v.failures) == 0 || !strings.Contains(v.failures[0], "10000 steps") {
		t.Errorf("%q", v.failures)
	}
}

// endless answers every message with another one.
type endless int

func (e endless) Init() tea.Cmd  { return tell("again") }
func (e endless) View() tea.View { return tea.NewView("") }
func (e endless) Update(tea.Msg) (tea.Model, tea.Cmd) {
	if e > 10_010 {
		panic("not stopped")
	}
	return e + 1, tell("again")
}
