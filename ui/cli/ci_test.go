package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// standIn answers for go, gofmt and whatever else would be installed: it writes down how it was called. A test
// that it builds is itself, and fails if it is told to.
const standIn = `#!/bin/sh
echo "${PWD##*/}: ${0##*/} $*" >>"$LOG"
case "$*" in
'test -c -o '*) cp "$0" "$4" ;;
"$FAILS"*) echo "broken: $*" && exit 1 ;;
esac
`

// TestCI runs .ci/run with stand-ins for the tools, and holds it to what the
// README says of it.
func TestCI(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash here")
	}
	tools, log := t.TempDir(), filepath.Join(t.TempDir(), "log")
	for _, name := range []string{"go", "gofmt", "cc", "c++", "initdb", "apt-get"} {
		if err := os.WriteFile(filepath.Join(tools, name), []byte(standIn), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	run := func(fails string) (string, error) {
		ci := exec.Command(bash, filepath.Join(root, ".ci", "run"))
		ci.Env = []string{"FAILS=" + fails, "FUZZTIME=0", "LOG=" + log, "PATH=" + tools + string(os.PathListSeparator) + os.Getenv("PATH")}
		said, err := ci.CombinedOutput()
		return string(said), err
	}
	if said, err := run("nothing"); err != nil {
		t.Fatalf("%v:\n%s", err, said)
	}
	calls, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(calls), "apt-get") {
		t.Errorf("something that is there is installed:\n%s", calls)
	}
	for what, call := range map[string]string{
		"the README's test command":   ": " + twoCommands(t)[1] + "\n",
		"the same on the databases":   "databases: " + twoCommands(t)[1] + "\n",
		"vet of the databases' tests": "databases: go vet ./...\n",
		"modules of the databases":    "databases: go mod tidy -diff\n",
		"the race detector":           "go test -race -short -vet=off -skip ^(Test",
		"it where something runs":     "$ ./db ./db/logs ./engine/replay ./ui/cli ",
		"fuzzing":                     "text: ._ui_text.test -test.run ^$ -test.fuzz ^FuzzBorders$ -test.fuzztime 100x",
		"formatting":                  "gofmt -l .\n",
		"vet":                         "go vet ./...\n",
		"staticcheck":                 "/staticcheck@",
		"modules":                     "go mod tidy -diff\n",
	} {
		if !strings.Contains(string(calls), call) {
			t.Errorf(".ci/run does not call %s (%q); it calls\n%s", what, call, calls)
		}
	}
	for _, fails := range []string{"vet ./...", "-test.run ^$ -test.fuzz ^FuzzBorders$"} {
		if said, err := run(fails); err == nil || !strings.Contains(said, "broken: "+fails) {
			t.Errorf("%s fails, and .ci/run ends with %v:\n%s", fails, err, said)
		}
	}
}
