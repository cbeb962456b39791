//go:build unix

package cli

import (
	"os"
	"os/exec"
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

// startReading starts a command line that has $REFEREE and $FILE in it. It
// returns once the program has opened the file, so that it is past its start.
func startReading(t *testing.T, line string) *reading {
	t.Helper()
	folder := t.TempDir()
	program, fifo := filepath.Join(folder, "referee"), filepath.Join(folder, "fifo.toml")
	if said, err := exec.Command("go", "build", "-o", program, root).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	r := &reading{Cmd: exec.Command("sh", "-c", line)}
	r.Env = append(os.Environ(), "HOME="+folder, "REFEREE="+program, "FILE="+fifo)
	r.Stdout, r.Stderr = &r.said, &r.said
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

// A closed window lets the program end by itself, as ctrl+c does.
func TestHangup(t *testing.T) {
	r := startReading(t, `exec "$REFEREE" simulate "$FILE"`)
	if err := r.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	r.Wait()
	if status := r.ProcessState.ExitCode(); status != exitFailed || !strings.HasPrefix(r.said.String(), "referee: interrupted") {
		t.Errorf("%v: %s", r.ProcessState, r.said.String())
	}
}

// Who starts a program so that it outlives the window is obeyed.
func TestHangupThatIsIgnored(t *testing.T) {
	r := startReading(t, `trap '' HUP; exec "$REFEREE" simulate "$FILE"`)
	if err := r.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	r.file.Close() // the end of an empty file
	r.Wait()
	if status := r.ProcessState.ExitCode(); status != exitFine {
		t.Errorf("%v: %s", r.ProcessState, r.said.String())
	}
}
