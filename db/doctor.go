package db

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

const (
	doctorVariable = "REFEREE_DOCTOR_CHECKS" // holds the path in the child's environment
	doctorPatience = 30 * time.Second        // a thousand times what a sound file takes
	doctorStack    = 64 << 20                // bytes; a page that lists itself ends the child sooner
	doctorLines    = 100                     // findings that are read
	doctorDone     = "done"                  // the child's last line
)

// Doctor is [Verify] and, after it, bbolt's own check of the whole file. That
// check can crash or run for ever on a damaged file, and does so where nothing
// can stop it; so it runs in a process of its own, with a time limit. exe is the
// program to start: this one, with [DoctorChild] called first thing in it. ctx
// ends both. The database must not be open for changing.
func Doctor(ctx context.Context, path, exe string) Report {
	r := Verify(path)
	if r.Checks[0].Err == nil {
		r.add("bbolt's own check, in a process of its own", 1, checkApart(ctx, r.Path, exe))
	}
	return r
}

func checkApart(ctx context.Context, path, exe string) error {
	ctx, cancel := context.WithTimeout(ctx, doctorPatience)
	defer cancel()
	child := exec.CommandContext(ctx, exe)
	child.Env = append(os.Environ(), doctorVariable+"="+path)
	child.WaitDelay = time.Second
	var out bytes.Buffer
	child.Stdout = &out
	err := child.Run()
	findings := lines(&out)
	done := len(findings) > 0 && findings[len(findings)-1] == doctorDone
	switch {
	case ctx.Err() != nil:
		return &DamagedError{Path: path, Where: "its pages", Err: errors.New("checking them came to no end")}
	case done && len(findings) == 1 && err == nil:
		return nil
	case done:
		return &DamagedError{Path: path, Where: "its pages", Err: errors.New(strings.Join(findings[:len(findings)-1], "; "))}
	case errors.As(err, new(*exec.ExitError)):
		return &DamagedError{Path: path, Where: "its pages", Err: errors.New("checking them ended the process that did it")}
	}
	return fmt.Errorf("the check could not be started: %w", err)
}

func lines(out io.Reader) (all []string) {
	scanner := bufio.NewScanner(out)
	for scanner.Scan() && len(all) < doctorLines {
		all = append(all, scanner.Text())
	}
	return all
}

// DoctorChild does the part of [Doctor] that is done in a process of its own, if
// this is that process: asked is then true, and the program should end with the
// exit status. It must be called before anything else is done.
func DoctorChild(getenv func(string) string, out io.Writer) (status int, asked bool) {
	path := getenv(doctorVariable)
	if path == "" {
		return 0, false
	}
	debug.SetMaxStack(doctorStack)
	found, err := checkPages(path, out)
	if err != nil {
		fmt.Fprintln(out, err)
		found++
	}
	fmt.Fprintln(out, doctorDone)
	if found > 0 {
		return 1, true
	}
	return 0, true
}

func checkPages(path string, out io.Writer) (found int, err error) {
	s, err := open(path, Options{ReadOnly: true, unexamined: true})
	if err != nil {
		return 0, err
	}
	defer s.Close()
	err = s.db.View(func(tx *bolt.Tx) error {
		for finding := range tx.Check() {
			found++
			fmt.Fprintln(out, strings.ReplaceAll(finding.Error(), "\n", " "))
		}
		return nil
	})
	return found, err
}
