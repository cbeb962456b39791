//go:build linux || darwin

package cli

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// reading is the real program while it waits for the rest of a scenario file.
type reading struct {
	*exec.Cmd
	said strings.Builder
	file *os.File // what it reads
}

// startReading runs a line of a shell that has $REFEREE and $FILE in it. It
// returns once the program has opened the file, so that it is past its start.
func startReading(t *testing.T, program, line string) *reading {
	t.Helper()
	fifo := filepath.Join(t.TempDir(), "fifo.toml")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	r := &reading{Cmd: exec.Command("sh", "-c", line)}
	r.Env = append(os.Environ(), "REFEREE="+program, "FILE="+fifo)
	r.Stdout, r.Stderr = &r.said, &r.said
	// Under nohup, say, these tests ignore it, and what they start would do so, too.
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGHUP)
	defer signal.Stop(told)
	if err := r.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Process.Kill() })
	var err error
	if r.file, err = os.OpenFile(fifo, os.O_WRONLY, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.file.Close() })
	return r
}

// A closed window lets the program end by itself, as ctrl+c does. Who starts it
// so that it outlives the window is obeyed.
func TestHangup(t *testing.T) {
	program := filepath.Join(t.TempDir(), "referee")
	if said, err := exec.Command("go", "build", "-o", program, root).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for _, test := range []struct {
		line   string
		status int
		said   string
	}{
		{`exec "$REFEREE" simulate "$FILE"`, exitFailed, "referee: interrupted"},
		{`trap '' HUP; exec "$REFEREE" simulate "$FILE"`, exitFine, ""},
	} {
		r := startReading(t, program, test.line)
		if err := r.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		if test.status == exitFine {
			r.file.Close() // the end of an empty file
		}
		r.Wait()
		if status := r.ProcessState.ExitCode(); status != test.status || !strings.HasPrefix(r.said.String(), test.said) {
			t.Errorf("%s: %v: %s", test.line, r.ProcessState, r.said.String())
		}
	}
}
