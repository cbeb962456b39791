package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/db"
	"referee/model"
	"referee/ui/theme"
)

// command runs a command line with the outputs in files, and returns what was
// written to each.
func command(t *testing.T, out *os.File, args ...string) (status int, stderr string) {
	t.Helper()
	errs := create(t)
	status = Run(t.Context(), args, Stdio{In: create(t), Out: out, Err: errs, Now: time.Now})
	written, err := os.ReadFile(errs.Name())
	if err != nil {
		t.Fatal(err)
	}
	return status, string(written)
}

func create(t *testing.T) *os.File {
	t.Helper()
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

// A result that could not be written is not a result.
func TestOutputThatCannotBeWritten(t *testing.T) {
	path := create(t).Name()
	closed, err := os.Open(path) // for reading, so writing fails
	if err != nil {
		t.Fatal(err)
	}
	defer closed.Close()
	status, stderr := command(t, closed, "version")
	if status != exitFailed || !strings.HasPrefix(stderr, "referee: the output could not be written: ") {
		t.Errorf("exit status %d, %q", status, stderr)
	}
}

func TestEnv(t *testing.T) {
	in := &invocation{Stdio: Stdio{Env: []string{"A=1", "AB=2", "C=", "A=3=4", "odd"}}}
	for name, want := range map[string]string{"A": "3=4", "AB": "2", "C": "", "D": "", "odd": ""} {
		if got := in.env(name); got != want {
			t.Errorf("env(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestMode(t *testing.T) {
	for _, test := range []struct {
		colors, noColor string
		want            theme.Mode
	}{
		{"auto", "", theme.Neutral},
		{"auto", "1", theme.None},
		{"dark", "1", theme.Dark}, // who says it here and now means it
		{"ansi", "", theme.ANSI},
		{"none", "", theme.None},
	} {
		d := desk{colors: test.colors}
		if got, err := d.mode(test.noColor); err != nil || got != test.want {
			t.Errorf("%+v: %v, %v", test, got, err)
		}
	}
}

// The plain program must not hang on a silent input when it is told to stop.
func TestInterrupted(t *testing.T) {
	silent, typist, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	defer typist.Close()
	ctx, interrupt := context.WithCancel(t.Context())
	interrupt()
	for _, args := range [][]string{
		{"--db", filepath.Join(t.TempDir(), "shop.db"), "init"},
		{"simulate", "-"},
		{"check", "-"},
	} {
		errs := create(t)
		status := Run(ctx, args, Stdio{In: silent, Out: create(t), Err: errs, Now: time.Now})
		written, _ := os.ReadFile(errs.Name())
		if want := args[len(args)-1] == "-"; want != strings.HasPrefix(string(written), "referee: interrupted") || want != (status == exitFailed) {
			t.Errorf("%v: exit status %d, %s", args, status, written)
		}
	}
}

func TestReport(t *testing.T) {
	problem := func(n int) error { return model.Problem{What: fmt.Sprintf("problem %d", n), Hint: "mend it"} }
	var many []error
	for n := range maxReported + 5 {
		many = append(many, problem(n))
	}
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"each by itself": {
			errors.Join(problem(1), errors.Join(model.Problems{{What: "a"}, {What: "b", Hint: "c"}}, errors.New("d\x1b[m"))),
			"referee: problem 1\nhint: mend it\nreferee: a\nreferee: b\nhint: c\nreferee: d·[m\n",
		},
		"an error about problems stays whole": {
			&db.DamagedError{Path: "shop.db", Where: "the catalog", Err: model.Problems{{What: "two partners", Hint: "rename one"}}},
			"referee: the database \"shop.db\" is damaged at the catalog: two partners (rename one); nothing was written to it\n" +
				"hint: make a copy of the file as it is, then go on with an older copy or create a new database; check the disk\n",
		},
		"too many": {
			errors.Join(many...),
			written(t, errors.Join(many[:maxReported]...)) + "referee: … and 5 more\n",
		},
	} {
		if diff := cmp.Diff(test.want, written(t, test.err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

// written is what report writes of an error.
func written(t *testing.T, err error) string {
	t.Helper()
	file := create(t)
	(&invocation{Stdio: Stdio{Err: file}}).report(err)
	text, readErr := os.ReadFile(file.Name())
	if readErr != nil {
		t.Fatal(readErr)
	}
	return string(text)
}
