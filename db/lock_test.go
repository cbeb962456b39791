package db

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// holdEnv makes the test binary a program that holds a database open until its
// standard input ends.
const holdEnv = "REFEREE_TEST_HOLD"

func TestMain(m *testing.M) {
	if path := os.Getenv(holdEnv); path != "" {
		os.Exit(hold(path))
	}
	if path := os.Getenv(saveEnv); path != "" {
		os.Exit(saveForEver(path))
	}
	if status, asked := DoctorChild(os.Getenv, os.Stdout); asked {
		os.Exit(status)
	}
	os.Exit(m.Run())
}

func hold(path string) int {
	s, err := Open(path, Options{})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer s.Close()
	fmt.Println("open")
	bufio.NewReader(os.Stdin).ReadByte()
	return 0
}

func TestASecondProgramIsToldWhoHoldsTheLock(t *testing.T) {
	path := created(t)
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), holdEnv+"="+path)
	stdin, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if line, _ := bufio.NewReader(stdout).ReadString('\n'); line != "open\n" {
		t.Fatalf("the other program said %q", line)
	}
	for _, readOnly := range []bool{false, true} {
		began := time.Now()
		_, err := Open(path, Options{ReadOnly: readOnly})
		if took := time.Since(began); took > time.Second {
			t.Errorf("the message took %v", took)
		}
		e := expect[*LockedError](t, err)
		if _, statErr := os.Stat("/proc/locks"); statErr == nil && (e.PID != other.Process.Pid || !strings.Contains(err.Error(), fmt.Sprint(e.PID)) || e.Command == "") {
			t.Errorf("%v: want process %d named", err, other.Process.Pid)
		}
	}
	stdin.Close()
	if err := other.Wait(); err != nil {
		t.Fatal(err)
	}
	read(t, opened(t, path))
}

// Whoever looks keeps others from changing, and is named as well.
func TestALookKeepsChangesOut(t *testing.T) {
	path := created(t)
	looking, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{})
	if e := expect[*LockedError](t, err); e.PID != 0 && e.PID != os.Getpid() {
		t.Errorf("process %d is named, want %d", e.PID, os.Getpid())
	}
	if err := looking.Close(); err != nil {
		t.Fatal(err)
	}
	saved(t, opened(t, path), 1, levels(t, 3), "")
}

func TestLockedErrorSaysWhatItKnows(t *testing.T) {
	for want, e := range map[string]LockedError{
		`by "referee" (process 7);`: {PID: 7, Command: "referee"},
		`by process 7;`:             {PID: 7},
		`by another program;`:       {},
		`by "\x1b[2J" (process 7);`: {PID: 7, Command: "\x1b[2J"},
	} {
		if !strings.Contains(e.Error(), want) {
			t.Errorf("%v does not say %q", &e, want)
		}
	}
}
