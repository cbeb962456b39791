package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"referee/db"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

// today is the clock of every command in the scripts.
var today = time.Date(2026, 1, 20, 10, 0, 0, 0, time.UTC)

func TestMain(m *testing.M) {
	// referee doctor starts this binary where there is no other.
	if status, asked := db.DoctorChild(os.Getenv, os.Stdout); asked {
		os.Exit(status)
	}
	testscript.Main(m, map[string]func(){
		"referee": func() {
			os.Exit(Run(context.Background(), os.Args[1:], Stdio{
				In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
				Env: os.Environ(),
				Now: func() time.Time { return today },
			}))
		},
		"holding": holding,
	})
}

// holding runs a command while it has a database open: holding PATH command …
func holding() {
	store, err := db.Open(os.Args[1], db.Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	defer store.Close()
	command := exec.Command(os.Args[2], os.Args[3:]...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	if err := command.Run(); err != nil {
		os.Exit(command.ProcessState.ExitCode())
	}
}

// TestScripts runs the stories in testdata/script. Beside the usual commands
// they have `differs referee …` and `fails …`, which hold a command to exit
// status 1 and 2, and to what each of them may write; and `spoil FILE old new`,
// which does to a database what a bad disk does.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("LOCALAPPDATA", filepath.Join(env.WorkDir, "home"))
			env.Setenv("XDG_DATA_HOME", "")
			env.Setenv("GORACE", "atexit_sleep_ms=0") // else each command of a -race run ends with a second of sleep
			env.Setenv("ESC", "\x1b")
			env.Setenv("NL", "\n")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"differs": differs,
			"fails":   fails,
			"spoil":   spoil,
		},
	})
}

func differs(ts *testscript.TestScript, _ bool, args []string) {
	exits(ts, exitDiffers, args)
	for line := range strings.Lines(ts.ReadFile("stderr")) {
		if !strings.HasPrefix(line, "referee: note: ") {
			ts.Fatalf("a difference is no error, but this was written: %s", line)
		}
	}
}

func fails(ts *testscript.TestScript, _ bool, args []string) {
	exits(ts, exitFailed, args)
	problem, hint := false, false // what the last line was: a hint is for the problems before it
	for line := range strings.Lines(ts.ReadFile("stderr")) {
		switch {
		case strings.HasPrefix(line, "referee: note: "):
		case strings.HasPrefix(line, "referee: "):
			problem, hint = true, false
		case problem && strings.HasPrefix(line, "hint: "):
			problem, hint = false, true
		default:
			ts.Fatalf("neither a problem nor a hint: %s", line)
		}
	}
	if !hint {
		ts.Fatalf("nothing says what to do")
	}
}

func exits(ts *testscript.TestScript, want int, args []string) {
	err := ts.Exec(args[0], args[1:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// spoil puts other bytes in the place of as many, wherever they stand in a file.
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	path, old := ts.MkAbs(args[0]), []byte(args[1])
	content, err := os.ReadFile(path)
	ts.Check(err)
	if !bytes.Contains(content, old) || len(args[1]) != len(args[2]) {
		ts.Fatalf("%s cannot be spoilt", args[0])
	}
	ts.Check(os.WriteFile(path, bytes.ReplaceAll(content, old, []byte(args[2])), 0o600))
}
