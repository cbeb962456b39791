package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/uitest/hostile"
)

// Every text that reaches a command, by its arguments, a file, the database, the
// input or the name of a file, with every hostile text in it: what is written is
// text, to the error output too, and JSON besides is exact.
func TestHostileTextInEveryCommand(t *testing.T) {
	for _, p := range hostile.Payloads() {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			g := newGuest(t, p.Raw)
			g.scenarios()
			g.statements()
			g.logs()
			g.replays()
			g.refused()
			g.arguments()
			g.settings()
			g.catalog()
			g.imports()
			g.database()
			g.plain()
		})
	}
}

// guest brings a hostile text to commands, and looks at what they write.
type guest struct {
	t                              *testing.T
	raw, folder                    string
	in, out, err                   *os.File
	file, other, broken, path, odd string
}

func newGuest(t *testing.T, raw string) *guest {
	folder := t.TempDir()
	name := "PATH"
	if runtime.GOOS == "linux" {
		name += hostile.InFile(raw) // elsewhere names are UTF-8
	}
	g := &guest{t: t, raw: raw, folder: folder, in: create(t), out: create(t), err: create(t)}
	g.file, g.broken = filepath.Join(folder, "F"+name+".toml"), filepath.Join(folder, "B"+name+".toml")
	g.path, g.odd = filepath.Join(folder, name+".db"), filepath.Join(folder, "missing"+name)
	g.other = filepath.Join(folder, "O"+name+".toml")
	g.write(g.file, hostile.Scenario(raw))
	g.write(g.other, strings.Replace(hostile.Scenario(raw), "[[program]]", "[settings]\ncredit = \"first\"\n[[program]]", 1))
	file, err := scenario.Read("hostile.toml", []byte(hostile.Scenario(raw)))
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Create(g.path, db.Seed{Settings: model.Defaults(), Catalog: file.Cases[0].Catalog, At: today}); err != nil {
		t.Fatal(err)
	}
	return g
}

func (g *guest) write(path, content string) {
	g.t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		g.t.Fatal(err)
	}
}

// run carries out a command that must end with a status, and returns what it
// wrote to the output and to the error output, in which the marks must be.
func (g *guest) run(want int, marks []string, args ...string) (out, errs string) {
	g.t.Helper()
	status := g.carryOut(args)
	out, errs = g.looked(args)
	if status != want {
		g.t.Errorf("%+q: exit status %d, want %d\n%+q%+q", args, status, want, out, errs)
	}
	for _, mark := range marks {
		if !strings.Contains(out+errs, mark) {
			g.t.Errorf("%+q: no %s in\n%+q%+q", args, mark, out, errs)
		}
	}
	return out, errs
}

func (g *guest) carryOut(args []string) (status int) {
	g.t.Helper()
	for _, file := range []*os.File{g.out, g.err} {
		if err := file.Truncate(0); err != nil {
			g.t.Fatal(err)
		}
		_, _ = file.Seek(0, 0)
	}
	return Run(g.t.Context(), args, Stdio{In: g.in, Out: g.out, Err: g.err, Now: func() time.Time { return today }})
}

// looked is what was written, after a look at it. JSON is looked at elsewhere.
func (g *guest) looked(args []string) (out, errs string) {
	g.t.Helper()
	out, errs = g.read(g.out), g.read(g.err)
	g.clean(args, "error output", errs)
	if !slices.Contains(args, "--json") {
		g.clean(args, "output", out)
	}
	return out, errs
}

// tried carries out a command that may be refused, and reports whether it was not.
func (g *guest) tried(args ...string) bool {
	g.t.Helper()
	status := g.carryOut(args)
	g.looked(args)
	return status == exitFine
}

func (g *guest) read(file *os.File) string {
	g.t.Helper()
	content, err := os.ReadFile(file.Name())
	if err != nil {
		g.t.Fatal(err)
	}
	return string(content)
}

func (g *guest) clean(args []string, where, text string) {
	g.t.Helper()
	if bad := hostile.Active(text); bad != "" {
		g.t.Errorf("%+q: %s: %s", args, where, bad)
	}
}

// exact holds JSON to its word: no control character is in it, and it says
// exactly what was given, which a field that can be decoded shows.
func (g *guest) exact(out string, said ...string) {
	g.t.Helper()
	for _, r := range out {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
			g.t.Errorf("%U in JSON: %+q", r, out)
			break
		}
	}
	var document any
	if err := json.Unmarshal([]byte(out), &document); err != nil {
		g.t.Errorf("%v: %+q", err, out)
	}
	for _, s := range said {
		want := string([]rune(s)) // a byte that is not UTF-8 counts as U+FFFD
		if !stands(document, want) {
			g.t.Errorf("%+q is not in the JSON %+q", s, out)
		}
	}
}

// stands reports whether a value stands anywhere in a document.
func stands(document any, value string) bool {
	switch d := document.(type) {
	case map[string]any:
		for _, v := range d {
			if stands(v, value) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(d, func(v any) bool { return stands(v, value) })
	}
	s, ok := document.(string)
	return ok && s == value
}
