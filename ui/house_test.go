package ui_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// room is what a package may import besides the standard library: rooms of the
// house, and modules outside it. Its tests may import more, see atHome.
type room struct{ rooms, outside string }

// house is the map of the house: imports go one way, from the bottom of the
// table to its top. A pane never imports another pane, only the kit. A package
// that is not in the table has no room yet: give it one.
func house() map[string]room {
	const (
		kit    = "ui/text ui/theme ui/input" // what every pane is built with
		charm  = "charm.land github.com/charmbracelet/x/ansi"
		engine = "engine engine/account engine/whatif engine/explain engine/scenario engine/scenario/draft"
	)
	return map[string]room{
		"model":           {}, // the standard library only
		"model/spelling":  {},
		"model/filekind":  {},
		"engine":          {rooms: "model"},
		"engine/whatif":   {rooms: "model engine"},
		"engine/account":  {rooms: "model engine"},
		"engine/explain":  {rooms: "model engine engine/account engine/whatif"},
		"engine/scenario": {rooms: "model model/filekind model/spelling engine engine/account engine/whatif engine/explain", outside: "github.com/pelletier/go-toml/v2 github.com/rivo/uniseg"},
		"engine/replay":   {rooms: "model model/filekind engine", outside: "golang.org/x/sys/cpu"}, // what the processor can do
		"engine/sql":      {rooms: "model engine"},
		"engine/seal":     {rooms: "model engine engine/scenario"},
		"db":              {rooms: "model model/filekind db/lasting", outside: "go.etcd.io/bbolt golang.org/x/sys"},
		"db/drafts":       {rooms: "model db db/lasting"},
		"db/lasting":      {},
		"db/logs":         {rooms: "db/lasting", outside: "github.com/klauspost/compress golang.org/x/sys"},

		"engine/scenario/draft": {rooms: "model"},
		"engine/intake/keap":    {rooms: "model model/filekind"},
		"engine/intake/foreign": {rooms: "model model/filekind engine engine/replay"},

		"ui/text":  {outside: charm},
		"ui/theme": {rooms: "ui/text", outside: charm},
		"ui/input": {rooms: "ui/text", outside: charm},

		"ui/files":    {rooms: "db db/lasting"},
		"ui/preview":  {rooms: "model " + engine + " " + kit, outside: charm},
		"ui/answers":  {rooms: "model " + engine + " " + kit, outside: charm},
		"ui/casework": {rooms: "model " + engine + " " + kit, outside: charm},

		"ui/catalog": {rooms: "model " + kit, outside: charm},
		"ui/form":    {rooms: "model " + kit, outside: charm},
		"ui/history": {rooms: "model " + engine + " " + kit, outside: charm},
		"ui/menu":    {rooms: "model " + kit, outside: charm},
		"ui/save":    {rooms: "model " + engine + " " + kit, outside: charm},
		"ui/logbook": {rooms: "model engine engine/replay engine/scenario db/logs ui/text"},
		"ui/replay":  {rooms: "model engine engine/replay ui/logbook " + kit, outside: charm},
		"ui/sim":     {rooms: "model " + engine + " " + kit, outside: charm},

		// The desk, and the program without a screen, which asks the form's questions.
		"ui":       {rooms: "model db db/drafts " + engine + " " + kit + " engine/replay ui/answers ui/casework ui/catalog ui/files ui/form ui/history ui/logbook ui/menu ui/preview ui/replay ui/save ui/shelf ui/sim ui/works", outside: charm + " golang.org/x/term"},
		"ui/shelf": {rooms: "model db engine/scenario"},
		"ui/works": {rooms: "model db db/drafts engine/scenario engine/scenario/draft ui/casework ui/shelf ui/sim"},
		"ui/plain": {rooms: "model db " + engine + " " + kit + " ui/form", outside: charm},

		"ui/cli": {rooms: "model model/filekind model/spelling db db/logs engine engine/replay engine/intake/foreign engine/intake/keap engine/scenario engine/seal engine/sql ui ui/files ui/logbook ui/plain ui/shelf ui/text ui/theme",
			outside: "github.com/spf13/cobra github.com/spf13/pflag golang.org/x/term"},
		".": {rooms: "ui/cli"},

		// Only tests import it.
		"engine/replay/replaytest": {rooms: "model engine engine/replay"},
		"ui/uitest/hostile":        {},
		"ui/uitest":                {rooms: kit, outside: charm + " github.com/charmbracelet github.com/creack/pty github.com/google/go-cmp golang.org/x/sys"},
	}
}

// atHome are modules that have one room, in tests too.
var atHome = map[string]string{"charm.land": "ui", "go.etcd.io/bbolt": "db"}

// listed is a package as `go list` tells of it.
type listed struct {
	ImportPath, Name                   string
	Imports, TestImports, XTestImports []string
}

func TestImportsGoOneWay(t *testing.T) {
	packages := listPackages(t)
	for _, complaint := range complaints(packages) {
		t.Error(complaint)
	}
	if len(packages) < 10 {
		t.Errorf("there are only %d packages: is this the whole house?", len(packages))
	}
}

func listPackages(t *testing.T) (packages []listed) {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Name,Imports,TestImports,XTestImports", "./...")
	command.Dir = ".."
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// complaints are all imports that the house does not allow.
func complaints(packages []listed) (all []string) {
	for _, p := range packages {
		path := roomOf(p.ImportPath)
		allowed, known := house()[path]
		if !known {
			all = append(all, path+" has no room in the table of ui/house_test.go")
		}
		for _, i := range p.Imports {
			if !allowed.admits(i) {
				all = append(all, fmt.Sprintf("%s must not import %s", path, i))
			}
		}
		for _, module := range slices.Sorted(maps.Keys(atHome)) {
			for _, i := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
				if within(i, module) && !within(path, atHome[module]) {
					all = append(all, fmt.Sprintf("%s must not even test with %s", path, i))
				}
			}
		}
	}
	return all
}

func (r room) admits(imported string) bool {
	if imported == "referee" || strings.HasPrefix(imported, "referee/") {
		return slices.Contains(strings.Fields(r.rooms), roomOf(imported))
	}
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") {
		return true // the standard library
	}
	return slices.ContainsFunc(strings.Fields(r.outside), func(module string) bool {
		return within(imported, module)
	})
}

// within reports whether a path is a folder or lies in it.
func within(path, folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }

// roomOf is a package's path in the house; main's is ".".
func roomOf(importPath string) string {
	if importPath == "referee" {
		return "."
	}
	return strings.TrimPrefix(importPath, "referee/")
}

// TestComplaints holds the check to what it is there to catch.
func TestComplaints(t *testing.T) {
	for want, p := range map[string]listed{
		"model must not import referee/engine":                  {ImportPath: "referee/model", Imports: []string{"fmt", "referee/engine"}},
		"model must not import github.com/google/go-cmp/cmp":    {ImportPath: "referee/model", Imports: []string{"github.com/google/go-cmp/cmp"}},
		"engine must not import referee/engine/explain":         {ImportPath: "referee/engine", Imports: []string{"referee/engine/explain"}},
		"engine must not import referee/db":                     {ImportPath: "referee/engine", Imports: []string{"referee/db"}},
		"db must not import referee/engine":                     {ImportPath: "referee/db", Imports: []string{"go.etcd.io/bbolt/errors", "referee/engine"}},
		"ui/sim must not import referee/ui/save":                {ImportPath: "referee/ui/sim", Imports: []string{"referee/ui/text", "referee/ui/save"}},
		"ui/cli must not import referee/ui/uitest":              {ImportPath: "referee/ui/cli", Imports: []string{"referee/ui/uitest"}},
		"ui must not import referee":                            {ImportPath: "referee/ui", Imports: []string{"referee"}},
		". must not import referee/ui":                          {ImportPath: "referee", Imports: []string{"os", "referee/ui"}},
		"db must not even test with charm.land/huh/v2":          {ImportPath: "referee/db", TestImports: []string{"charm.land/huh/v2"}},
		"ui must not even test with go.etcd.io/bbolt":           {ImportPath: "referee/ui", XTestImports: []string{"go.etcd.io/bbolt"}},
		"ui/attic has no room in the table of ui/house_test.go": {ImportPath: "referee/ui/attic"},
	} {
		if got := complaints([]listed{p}); len(got) != 1 || got[0] != want {
			t.Errorf("%+v: %q, want %q", p, got, want)
		}
	}
}
