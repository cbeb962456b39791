package ui_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	longestFile     = 400 // lines
	longestFunction = 60
)

// vagueNames say nothing about what is inside.
var vagueNames = []string{"utils", "util", "helpers", "helper", "common", "manager", "misc", "shared"}

// atTheEdge are calls that only main and the command line make: everybody else
// is told the time, and returns. Timers of the test driver are real ones, and so is
// the clock of a program that measures.
var atTheEdge = map[string][]string{
	"time.Now":   {"main.go", "ui/cli", "engine/sql/databases/bench"},
	"time.Since": {"main.go", "ui/cli", "engine/sql/databases/bench"},
	"time.Until": {"main.go", "ui/cli"},
	"time.Sleep": nil,
	"os.Exit":    {"main.go"},
}

// source is a Go file that is not a test.
type source struct {
	path string // from the top of the house, with slashes
	text string
}

func TestSourcesKeepTheHouse(t *testing.T) {
	sources := readSources(t)
	if len(sources) < 50 {
		t.Errorf("there are only %d files: is this the whole house?", len(sources))
	}
	for _, s := range sources {
		for _, complaint := range s.complaints() {
			t.Error(complaint)
		}
	}
	for _, complaint := range undescribed(sources) {
		t.Error(complaint)
	}
}

func readSources(t *testing.T) (sources []source) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		switch name := entry.Name(); {
		case err != nil:
			return err
		case entry.IsDir() && path != ".." && (strings.HasPrefix(name, ".") || name == "testdata"):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(path)
		rel, _ := filepath.Rel("..", path)
		sources = append(sources, source{filepath.ToSlash(rel), string(text)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

// complaints are all rules that one file breaks.
func (s source) complaints() (all []string) {
	complain := func(format string, args ...any) { all = append(all, s.path+": "+fmt.Sprintf(format, args...)) }
	positions := token.NewFileSet()
	file, err := parser.ParseFile(positions, s.path, s.text, parser.SkipObjectResolution)
	if err != nil {
		return []string{err.Error()}
	}
	if lines := strings.Count(s.text, "\n"); lines > longestFile {
		complain("%d lines, at most %d", lines, longestFile)
	}
	for _, name := range append(strings.Split(s.path, "/"), file.Name.Name) {
		if slices.Contains(vagueNames, strings.TrimSuffix(name, ".go")) {
			complain("%q says nothing about what is inside", name)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if lines := positions.Position(n.End()).Line - positions.Position(n.Pos()).Line + 1; lines > longestFunction {
				complain("%s has %d lines, at most %d", n.Name.Name, lines, longestFunction)
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && !s.may(x.Name+"."+n.Sel.Name) {
				complain("%s.%s has no business here", x.Name, n.Sel.Name)
			}
		}
		return true
	})
	return all
}

func (s source) may(call string) bool {
	places, limited := atTheEdge[call]
	return !limited || slices.ContainsFunc(places, func(place string) bool { return within(s.path, place) })
}

// undescribed complains of packages without an essay in their doc.go. main's
// stands in main.go.
func undescribed(sources []source) (all []string) {
	described := map[string]bool{".": true}
	for _, s := range sources {
		folder := filepath.ToSlash(filepath.Dir(s.path))
		file, err := parser.ParseFile(token.NewFileSet(), s.path, s.text, parser.PackageClauseOnly|parser.ParseComments)
		essay := err == nil && strings.HasSuffix(s.path, "/doc.go") && strings.HasPrefix(file.Doc.Text(), "Package "+file.Name.Name+" ")
		described[folder] = described[folder] || essay
	}
	for folder, is := range described {
		if !is {
			all = append(all, folder+": no doc.go that begins with what the package is")
		}
	}
	return all
}

// TestSourceComplaints holds the checks to what they are there to catch.
func TestSourceComplaints(t *testing.T) {
	long := func(lines int) string { return "package p\nfunc f() {\n" + strings.Repeat("\n", lines-2) + "}\n" }
	for want, s := range map[string]source{
		"a/b.go: time.Now has no business here":                    {"a/b.go", "package a\nimport \"time\"\nvar now = time.Now\n"},
		"ui/client.go: time.Now has no business here":              {"ui/client.go", "package ui\nfunc f() { time.Now() }\n"},
		"ui/cli/run.go: os.Exit has no business here":              {"ui/cli/run.go", "package cli\nfunc f() { os.Exit(1) }\n"},
		"a/b.go: f has 61 lines, at most 60":                       {"a/b.go", long(61)},
		"a/b.go: 401 lines, at most 400":                           {"a/b.go", "package a\n" + strings.Repeat("//\n", 400)},
		`a/utils.go: "utils.go" says nothing about what is inside`: {"a/utils.go", "package a\n"},
		`a/b.go: "helpers" says nothing about what is inside`:      {"a/b.go", "package helpers\n"},
	} {
		if got := s.complaints(); len(got) != 1 || got[0] != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, s := range []source{
		{"main.go", "package main\nfunc f() { os.Exit(1); time.Now() }\n"}, {"ui/cli/run.go", "package cli\nvar now = time.Now\n"}, {"a/b.go", long(60)},
	} {
		if got := s.complaints(); len(got) != 0 {
			t.Errorf("%q, want nothing", got)
		}
	}
	for want, s := range map[string]source{
		"a: no doc.go that begins with what the package is": {"a/a.go", "// Package a is a.\npackage a\n"},
		"b: no doc.go that begins with what the package is": {"b/doc.go", "package b\n"},
	} {
		if got := undescribed([]source{s}); len(got) != 1 || got[0] != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What a command has done comes back as a message that takes itself in: one that could
// not would be dropped without a word.
func TestEveryMessageArrives(t *testing.T) {
	arrives := map[string]bool{}
	for _, source := range readSources(t) {
		if filepath.Dir(source.path) != "ui" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), source.path, source.text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				if name := n.Name.Name; strings.HasSuffix(name, "Msg") {
					if !arrives[name] {
						arrives[name] = false // so far
					}
				}
			case *ast.FuncDecl:
				if n.Name.Name == "arrive" && n.Recv != nil {
					arrives[n.Recv.List[0].Type.(*ast.Ident).Name] = true
				}
			}
			return true
		})
	}
	if len(arrives) < 20 {
		t.Errorf("there are only %d messages: are these all?", len(arrives))
	}
	for name, does := range arrives {
		if !does {
			t.Errorf("nobody takes in a %s", name)
		}
	}
}
