package plain_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"referee/ui/plain"
)

func TestAskReturnsOneLine(t *testing.T) {
	var out strings.Builder
	c := plain.NewConsole(strings.NewReader("  first \r\n\nlast"), &out, true)
	for _, want := range []string{"first", "", "last"} {
		got, err := c.Ask(t.Context(), "What?")
		if err != nil || got != want {
			t.Errorf("answer %q, %v; want %q", got, err, want)
		}
	}
	if _, err := c.Ask(t.Context(), "More?"); err != plain.ErrEnded {
		t.Errorf("after the end: %v", err)
	}
	if diff := cmp.Diff("What? What? What? More? \n", out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestAskFails(t *testing.T) {
	broken := errors.New("the cable is out")
	for name, test := range map[string]struct {
		in   io.Reader
		want error
	}{
		"nothing there": {strings.NewReader(""), plain.ErrEnded},
		"no person":     {strings.NewReader(strings.Repeat("y", 1<<17)), plain.ErrTooLong},
		"broken input":  {iotest.ErrReader(broken), broken},
	} {
		c := plain.NewConsole(test.in, io.Discard, false)
		if got, err := c.Ask(t.Context(), "What?"); !errors.Is(err, test.want) || got != "" {
			t.Errorf("%s: %q, %v; want %v", name, got, err, test.want)
		}
	}
}

// A question can be broken off although nothing was typed: the reader here
// never returns.
func TestAskIsInterrupted(t *testing.T) {
	silent, typist := io.Pipe()
	t.Cleanup(func() { typist.Close() })
	ctx, interrupt := context.WithCancel(t.Context())
	interrupt()
	_, err := plain.NewConsole(silent, io.Discard, true).Ask(ctx, "What?")
	if err != plain.ErrInterrupted {
		t.Errorf("got %v", err)
	}
}

// Who cannot be asked gives no consent.
func TestAskNeedsAnOutput(t *testing.T) {
	closed, w := io.Pipe()
	closed.Close()
	c := plain.NewConsole(strings.NewReader("yes\n"), w, false)
	if yes, err := c.YesNo(t.Context(), "Save?"); yes || !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v, %v", yes, err)
	}
}

func TestYesNoInsists(t *testing.T) {
	var out strings.Builder
	c := plain.NewConsole(strings.NewReader("perhaps\nY\nNO\n"), &out, false)
	for _, want := range []bool{true, false} {
		if got, err := c.YesNo(t.Context(), "Save?"); err != nil || got != want {
			t.Errorf("got %v, %v; want %v", got, err, want)
		}
	}
	if n := strings.Count(out.String(), "Please answer yes or no.\n"); n != 1 {
		t.Errorf("asked to answer %d times:\n%s", n, out.String())
	}
}

// Everything crosses the border to the terminal.
func TestLinesAreShown(t *testing.T) {
	var out strings.Builder
	plain.NewLines(&out).Put("%s", "red\x1b[31m\nnext")
	if diff := cmp.Diff("red·[31m·next\n", out.String()); diff != "" {
		t.Error(diff)
	}
}
