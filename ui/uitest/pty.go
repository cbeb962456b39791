//go:build unix

package uitest

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"sync"
	"syscall"
	"testing"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// Manners is how a terminal treats questions from the program.
type Manners uint8

const (
	// Silent terminals answer nothing. A program must not wait for them.
	Silent Manners = iota
	// Answering terminals tell their name, colours and modes.
	Answering
)

// Terminal is a program running in a pseudo terminal, with a screen that shows
// what it writes. All methods are for the goroutine of the test.
type Terminal struct {
	t   testing.TB
	cmd *exec.Cmd
	pty *os.File

	mu     sync.Mutex // guards screen and sent, which the reader writes to
	screen *Screen
	sent   bytes.Buffer // all the program has written

	wrote  chan struct{} // has a token when there is something new on the screen
	exited chan struct{} // closed when all output is read and the exit status known
}

// Start starts a command in a terminal of w×h cells. At the end of the test the
// program is killed if it still runs.
func Start(t testing.TB, cmd *exec.Cmd, w, h int, manners Manners) *Terminal {
	t.Helper()
	// Under nohup, say, the tests ignore it, and what they start would do so, too.
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGHUP)
	defer signal.Stop(told)
	file, err := startInPTY(cmd, w, h)
	if err != nil {
		t.Fatalf("start in a terminal: %v", err)
	}
	answers := io.Discard
	if manners == Answering {
		answers = file
	}
	tm := &Terminal{
		t: t, cmd: cmd, pty: file, screen: newScreen(t, w, h, answers),
		wrote: make(chan struct{}, 1), exited: make(chan struct{}),
	}
	go tm.read()
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // an error means it is gone already
		<-tm.exited
		_ = file.Close()
	})
	return tm
}

// startInPTY starts a command and returns the terminal's side of it. The file
// pty returns is in blocking mode: closing it would wait for a read that only
// ends when it is closed. So this returns a copy that is not.
func startInPTY(cmd *exec.Cmd, w, h int) (*os.File, error) {
	blocking, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		return nil, err
	}
	defer blocking.Close()
	fd, err := unix.FcntlInt(blocking.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), blocking.Name()), nil
}

// read mirrors the output on the screen until the program is gone.
func (tm *Terminal) read() {
	buf := make([]byte, 32<<10)
	for {
		n, err := tm.pty.Read(buf)
		tm.mu.Lock()
		_, _ = tm.screen.Write(buf[:n])
		tm.sent.Write(buf[:n])
		tm.mu.Unlock()
		select {
		case tm.wrote <- struct{}{}:
		default:
		}
		if err != nil { // Linux reports the end of a terminal as an I/O error
			break
		}
	}
	_ = tm.cmd.Wait() // the status is in ProcessState
	close(tm.exited)
}

// Send writes bytes to the program as if they had been typed.
func (tm *Terminal) Send(s string) {
	tm.t.Helper()
	if _, err := io.WriteString(tm.pty, s); err != nil {
		tm.t.Fatalf("type %q: %v", s, err)
	}
}

// Press presses keys by name, all in one write.
func (tm *Terminal) Press(names ...string) {
	tm.t.Helper()
	var out bytes.Buffer
	for _, name := range names {
		k, err := Key(name)
		if err != nil {
			tm.t.Fatal(err)
		}
		sequence := keyBytes(k)
		if sequence == "" {
			tm.t.Fatalf("a plain terminal cannot send %q", name)
		}
		out.WriteString(sequence)
	}
	tm.Send(out.String())
}

// Paste pastes a text between the marks of bracketed paste.
func (tm *Terminal) Paste(s string) {
	tm.t.Helper()
	tm.Send("\x1b[200~" + s + "\x1b[201~")
}

// Resize changes the size of the terminal; the program is told by a signal.
func (tm *Terminal) Resize(w, h int) {
	tm.t.Helper()
	tm.Look(func(s *Screen) { s.Resize(w, h) })
	conn, err := tm.pty.SyscallConn() // tm.pty.Fd() would make it block again
	if err != nil {
		tm.t.Fatalf("resize: %v", err)
	}
	size := &unix.Winsize{Col: uint16(w), Row: uint16(h)}
	failed := conn.Control(func(fd uintptr) {
		err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, size)
	})
	if err := errors.Join(failed, err); err != nil {
		tm.t.Fatalf("resize: %v", err)
	}
}

// Signal sends the program, and only it, a signal.
func (tm *Terminal) Signal(sig os.Signal) {
	tm.t.Helper()
	if err := tm.cmd.Process.Signal(sig); err != nil && !errors.Is(err, os.ErrProcessDone) {
		tm.t.Fatalf("signal %v: %v", sig, err)
	}
}

// HangUp closes the window: the program loses its terminal.
func (tm *Terminal) HangUp() {
	tm.t.Helper()
	if err := tm.pty.Close(); err != nil {
		tm.t.Fatalf("hang up: %v", err)
	}
}
