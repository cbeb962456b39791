package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// root is the repository, seen from this package.
const root = "../.."

// stories, exports and the like are what the README's commands need of the repository. They
// get a copy, so that a story that writes a file does not write it here.
const (
	stories    = "engine/scenario/samples"
	yearOfLogs = "engine/replay/testdata"
	exports    = "engine/intake/keap/testdata"
	others     = "engine/intake/foreign/testdata"
)

// fence is a fenced block of the README.
type fence struct {
	language string
	heading  string // that it stands under
	line     int    // where its text begins, from 1
	text     []string
}

// readme is the README taken apart: its fenced blocks, and the other lines as
// they are. The lines of the blocks are empty in prose, so that an index into it
// is a line of the file less one.
func readme(t *testing.T) (prose []string, fences []fence) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	heading, inside := "", false
	for i, line := range strings.Split(string(content), "\n") {
		language, isBorder := strings.CutPrefix(line, "```")
		switch {
		case isBorder && !inside:
			fences = append(fences, fence{language: language, heading: heading, line: i + 2})
		case inside && !isBorder:
			last := &fences[len(fences)-1]
			last.text = append(last.text, line)
		case strings.HasPrefix(line, "#"):
			heading = strings.TrimLeft(line, "# ")
		}
		inside = inside != isBorder
		if inside || isBorder {
			line = ""
		}
		prose = append(prose, line)
	}
	if inside {
		t.Fatal("the last fenced block of README.md is not closed")
	}
	return prose, fences
}

// step is a command of a story and what the page shows below it.
type step struct {
	line    int
	command string
	shown   []string
}

func steps(t *testing.T, f fence) []step {
	t.Helper()
	var steps []step
	for i, line := range f.text {
		command, found := strings.CutPrefix(line, "$ ")
		switch {
		case found:
			steps = append(steps, step{line: f.line + i, command: command})
		case len(steps) == 0:
			t.Fatalf("README.md:%d: a console block begins with a command, not with %q", f.line+i, line)
		default:
			last := &steps[len(steps)-1]
			last.shown = append(last.shown, line)
		}
	}
	return steps
}

// TestReadmeStories types what the console blocks of the README say, from the
// first to the last, as one person with an empty home would, and holds the
// screen to what they show.
func TestReadmeStories(t *testing.T) {
	_, fences := readme(t)
	home := t.TempDir()
	for _, folder := range []string{stories, exports, others, yearOfLogs} {
		if err := os.CopyFS(filepath.Join(home, folder), os.DirFS(filepath.Join(root, folder))); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(home)
	told := 0
	for _, f := range fences {
		if f.language != "console" {
			continue
		}
		for _, s := range steps(t, f) {
			told++
			shown, got := trimmed(s.shown), trimmed(screenOf(t, home, s))
			if !matches(shown, got) {
				t.Errorf("README.md:%d: $ %s (-page +program; … stands for any lines)\n%s", s.line, s.command, cmp.Diff(shown, got))
			}
		}
	}
	if told == 0 {
		t.Error("README.md tells no story")
	}
}

// screenOf is what a person sees who types a command: both outputs, and the exit
// status in the words of `go run`, which says nothing if it is 0.
func screenOf(t *testing.T, home string, s step) []string {
	t.Helper()
	line, found := strings.CutPrefix(s.command, "go run .")
	if !found {
		t.Fatalf("README.md:%d: a story can run nothing but go run ., not %q", s.line, s.command)
	}
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer nothing.Close()
	out, errs := create(t), create(t)
	status := Run(t.Context(), words(line), Stdio{
		In: nothing, Out: out, Err: errs,
		Env: []string{"HOME=" + home, "XDG_DATA_HOME=" + filepath.Join(home, "data")},
		Now: func() time.Time { return today },
	})
	var screen strings.Builder
	for _, file := range []*os.File{out, errs} {
		written, err := os.ReadFile(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		screen.Write(written)
	}
	if status != exitFine {
		screen.WriteString("exit status " + strconv.Itoa(status) + "\n")
	}
	return strings.Split(screen.String(), "\n")
}

// words takes a command line apart as a shell does, as far as the README needs
// it: "…" and '…' hold spaces together.
func words(line string) []string {
	var words []string
	for _, w := range regexp.MustCompile(`"[^"]*"|'[^']*'|\S+`).FindAllString(line, -1) {
		if quote := w[0]; quote == '"' || quote == '\'' {
			w = strings.Trim(w, string(quote))
		}
		words = append(words, w)
	}
	return words
}

// trimmed drops empty lines at the end: a page may leave room between steps.
func trimmed(lines []string) []string {
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// matches reports whether lines are as a page shows them. A shown line "…"
// stands for any number of lines.
func matches(shown, got []string) bool {
	for i, line := range shown {
		if line == "…" {
			for skipped := i; skipped <= len(got); skipped++ {
				if matches(shown[i+1:], got[skipped:]) {
					return true
				}
			}
			return false
		}
		if i == len(got) || got[i] != line {
			return false
		}
	}
	return len(shown) == len(got)
}

func TestMatches(t *testing.T) {
	for _, test := range []struct {
		shown, got string
		want       bool
	}{
		{"a b", "a b", true},
		{"a b", "a", false},
		{"a", "a b", false},
		{"a … d", "a b c d", true},
		{"a … d", "a b c", false},
		{"a … c … e", "a b c d e", true},
		{"a … c … e", "a b d e", false},
		{"… a", "a", true},
		{"a …", "a b", true},
		{"a … b", "c b", false},
	} {
		if got := matches(strings.Fields(test.shown), strings.Fields(test.got)); got != test.want {
			t.Errorf("matches(%q, %q) = %v", test.shown, test.got, got)
		}
	}
}

// TestReadmeTwoCommands: the README promises that two commands are enough.
func TestReadmeTwoCommands(t *testing.T) {
	if diff := cmp.Diff([]string{"go run .", "go test ./..."}, twoCommands(t)); diff != "" {
		t.Errorf("the block under \"Two commands\" (-want +got):\n%s", diff)
	}
}

func twoCommands(t *testing.T) []string {
	t.Helper()
	_, fences := readme(t)
	i := slices.IndexFunc(fences, func(f fence) bool { return f.heading == "Two commands" })
	if i < 0 {
		t.Fatal(`README.md has no block under "Two commands"`)
	}
	return fences[i].text
}
