package ui

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/ui/uitest"
)

// readme is the page that these tests hold to the program. The commands in it
// are held to it in package cli.
const readme = "../README.md"

// TestReadmeKeys keeps the README's key table as the table of actions has it.
func TestReadmeKeys(t *testing.T) {
	uitest.GoldenPart(t, readme, "keys", keyTable())
}

// keyTable is the table of actions for readers. What has no key is reached by
// its name in the palette.
func keyTable() string {
	var b strings.Builder
	b.WriteString("| key | what it does |\n|---|---|\n")
	for _, act := range table() {
		var keys []string
		for _, key := range act.keys {
			keys = append(keys, "`"+printedKey(key)+"`")
		}
		if len(keys) == 0 {
			keys = []string{"`ctrl+p`", capital(act.label)}
		}
		b.WriteString("| " + strings.Join(keys, " ") + " | " + act.help + " |\n")
	}
	return b.String()
}

// printedKey is the name of a key as keyboards show it.
func printedKey(name string) string {
	arrows := map[string]string{"left": "←", "right": "→", "up": "↑", "down": "↓"}
	at := strings.LastIndex(name, "+") + 1
	if arrow, ok := arrows[name[at:]]; ok {
		return name[:at] + arrow
	}
	return name
}

// TestReadmeNamesKeys holds every key that the README names to the table of
// actions.
func TestReadmeNamesKeys(t *testing.T) {
	known := map[string]bool{}
	for _, act := range table() {
		for _, key := range act.keys {
			known[printedKey(key)] = true
		}
	}
	named := 0
	for _, span := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(content(t), -1) {
		words := strings.Fields(span[1])
		if slices.ContainsFunc(words, func(word string) bool { _, err := uitest.Key(word); return err != nil }) {
			continue // not keys, or not all of them
		}
		for _, word := range words {
			named++
			if !known[word] {
				t.Errorf("README.md names the key `%s`, which does nothing", word)
			}
		}
	}
	if named == 0 {
		t.Error("README.md names no keys")
	}
}

// TestReadmeRooms holds the map of the house to its folders: a row, with a
// purpose, for each that holds Go, and no other.
func TestReadmeRooms(t *testing.T) {
	_, part, _ := uitest.Part(t, readme, "rooms")
	row := regexp.MustCompile("^\\| `([^`]+)` \\| *(.*?) *\\|$")
	var listed []string
	for _, line := range strings.Split(strings.TrimSpace(part), "\n")[2:] {
		cells := row.FindStringSubmatch(line)
		if cells == nil || cells[2] == "" {
			t.Errorf("not a room and what it is for: %s", line)
			continue
		}
		listed = append(listed, cells[1])
	}
	slices.Sort(listed)
	want := []string{"main.go"}
	for _, room := range rooms(t) {
		if room != "." {
			want = append(want, room+"/")
		}
		if _, err := os.Stat(filepath.Join("..", room, "doc.go")); err != nil && room != "." {
			t.Errorf("%s has no essay: %v", room, err)
		}
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, listed); diff != "" {
		t.Errorf("the map (-folders +README.md):\n%s", diff)
	}
}

// rooms are the folders that hold Go. They are looked for as go list does, but
// in this process: so go test knows that a new folder makes this test run again.
func rooms(t *testing.T) []string {
	t.Helper()
	found := map[string]bool{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(at string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		if entry.IsDir() && at != "." && (name[0] == '.' || name[0] == '_' || name == "testdata") {
			return fs.SkipDir
		}
		if path.Ext(name) == ".go" {
			found[path.Dir(at)] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(found))
}

// TestReadmePicture: the picture in the README is the one that a test draws
// from the screen and compares.
func TestReadmePicture(t *testing.T) {
	picture := regexp.MustCompile(`!\[[^\]]+\]\(ui/testdata/([^)]+)\)`).FindStringSubmatch(content(t))
	if picture == nil {
		t.Fatal("README.md shows no picture of ui/testdata, or does not say what is in it")
	}
	if _, err := os.Stat(filepath.Join("testdata", picture[1])); err != nil {
		t.Error(err)
	}
	tests, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		source, err := os.ReadFile(test)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(source), `"`+picture[1]+`"`) {
			return
		}
	}
	t.Errorf("no test compares testdata/%s with the screen", picture[1])
}

func content(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
