package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestReadmeNames holds everything that the README names in backticks to the
// program: commands, flags, variables, files. What it takes for none of these
// is wrong too, so that a misspelt name does not pass for something else.
func TestReadmeNames(t *testing.T) {
	prose, _ := readme(t)
	span := regexp.MustCompile("`([^`]+)`")
	named := 0
	for i, line := range prose {
		if strings.Count(line, "`")%2 != 0 {
			t.Errorf("README.md:%d: a backtick has no other on its line", i+1)
		}
		for _, found := range span.FindAllStringSubmatch(line, -1) {
			named++
			if err := checkName(found[1]); err != nil {
				t.Errorf("README.md:%d: `%s`: %v", i+1, found[1], err)
			}
		}
	}
	if named == 0 {
		t.Error("README.md names nothing")
	}
}

// checkName holds one name to what it is the name of. Keys are left to the test
// in package ui, which has the table of actions.
func checkName(name string) error {
	switch {
	case strings.HasPrefix(name, "go run ."):
		return checkCommand(words(strings.TrimPrefix(name, "go run .")))
	case name == "go run", name == "go build":
		return nil
	case strings.HasPrefix(name, "referee"):
		return checkCommand(words(strings.TrimPrefix(name, "referee")))
	case strings.HasPrefix(name, "go test"):
		return checkPackages(words(name))
	case strings.HasPrefix(name, "--"):
		return checkFlag(strings.TrimPrefix(words(name)[0], "--"))
	case regexp.MustCompile(`^\$?[A-Z][A-Z_]+$`).MatchString(name):
		return checkVariable(strings.TrimPrefix(name, "$"))
	case strings.Contains(name, " → "):
		return checkImports(strings.Split(name, " → "))
	case isKey(name):
		return nil
	case strings.ContainsAny(name, "/."):
		return checkFile(name)
	}
	_, _, err := findCommand(words(name))
	return err
}

// isKey reports whether a name looks like the keys of a keyboard.
func isKey(name string) bool {
	key := regexp.MustCompile(`^((ctrl|shift|alt)\+)*(tab|space|enter|esc|home|end|pgup|pgdown|insert|delete|f[0-9]+|[a-zA-Z?/*←→↑↓\[\]])$`)
	for word := range strings.FieldsSeq(name) {
		if !key.MatchString(word) {
			return false
		}
	}
	return true
}

// tree is the tree of commands, as Run makes it.
func tree() *cobra.Command {
	root := new(invocation).root()
	root.InitDefaultHelpCmd()
	return root
}

// findCommand is the command that a command line names, and its arguments. It
// returns what is wrong with its commands and flags.
func findCommand(line []string) (c *cobra.Command, args []string, err error) {
	c, rest, err := tree().Find(line)
	if err != nil {
		return nil, nil, err
	}
	if err := c.ParseFlags(rest); err != nil {
		return nil, nil, err
	}
	args = c.Flags().Args()
	if len(args) > 0 && c.HasSubCommands() {
		return nil, nil, unknownCommand(c, args[0])
	}
	return c, args, nil
}

// checkCommand holds a whole command line to the tree, its arguments too.
func checkCommand(line []string) error {
	c, args, err := findCommand(line)
	if err != nil {
		return err
	}
	return c.ValidateArgs(args)
}

// checkFlag holds a flag to the tree: some command must have it.
func checkFlag(name string) error {
	commands := []*cobra.Command{tree()}
	for len(commands) > 0 {
		c := commands[0]
		if c.Flags().Lookup(name) != nil || c.PersistentFlags().Lookup(name) != nil {
			return nil
		}
		commands = append(commands[1:], c.Commands()...)
	}
	return errors.New("no command has this flag")
}

// checkVariable holds a variable of the environment to this package, the only
// one that reads any.
func checkVariable(name string) error {
	return someFile(".", func(_ string, content string) bool {
		return strings.Contains(content, `in.env("`+name+`")`)
	}, "nothing reads this variable")
}

// checkPackages holds a command of go to the folders it names, and asks those
// it runs benchmarks in to have one.
func checkPackages(args []string) error {
	benchmarks := strings.Contains(strings.Join(args, " "), "-bench")
	for _, arg := range args {
		if !strings.HasPrefix(arg, "./") || arg == "./..." {
			continue
		}
		err := someFile(filepath.Join(root, arg), func(path, content string) bool {
			return !benchmarks || strings.HasSuffix(path, "_test.go") && strings.Contains(content, "\nfunc Benchmark")
		}, arg+" has no benchmark")
		if err != nil {
			return err
		}
	}
	return nil
}

// checkImports holds a chain of imports to the folders in it; package all of
// them is held to it elsewhere.
func checkImports(chain []string) error {
	for _, name := range chain {
		if name == "main" || name == "its panes" {
			continue
		}
		if err := checkFile(strings.TrimSuffix(name, "…")); err != nil {
			return err
		}
	}
	return nil
}

// checkFile holds a path to the repository. A bare name may be that of a file
// anywhere in it.
func checkFile(path string) error {
	_, err := os.Stat(filepath.Join(root, path))
	if err == nil || strings.Contains(path, "/") {
		return err
	}
	found := false
	err = filepath.WalkDir(root, func(at string, entry fs.DirEntry, err error) error {
		if entry != nil && entry.Name() == path {
			found = true
			return filepath.SkipAll
		}
		return err
	})
	if !found {
		return errors.New("there is no such command, flag, key or file")
	}
	return err
}

// someFile asks for a Go file in a folder that is as it should be.
func someFile(folder string, is func(path, content string) bool, otherwise string) error {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if is(path, string(content)) {
			return nil
		}
	}
	return errors.New(otherwise)
}

// TestReadmeLinks: what the README shows or leads to is there.
func TestReadmeLinks(t *testing.T) {
	prose, _ := readme(t)
	link := regexp.MustCompile(`\]\(([^)]*)\)`)
	for i, line := range prose {
		for _, found := range link.FindAllStringSubmatch(line, -1) {
			if strings.Contains(found[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(root, found[1])); err != nil {
				t.Errorf("README.md:%d: %v", i+1, err)
			}
		}
	}
}
