package scenario

import (
	"bytes"
	"errors"
	"net/netip"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/pelletier/go-toml/v2"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"
)

// same compares cases by everything but the lines their wants stand on.
var same = cmp.Options{
	cmp.Exporter(func(reflect.Type) bool { return true }),
	cmp.Comparer(func(a, b netip.Addr) bool { return a == b }),
	cmpopts.IgnoreFields(Want{}, "Line"),
	cmpopts.EquateEmpty(),
}

func mustRead(t *testing.T, name string) File {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(filepath.Base(name), data)
	for _, e := range allErrors(err) {
		t.Errorf("%s\n    %s", e, e.Hint)
	}
	if err != nil {
		t.FailNow()
	}
	return f
}

// checkRoundTrip writes a case, reads it again and wants the same case.
func checkRoundTrip(t rapid.TB, c Case) {
	t.Helper()
	var text bytes.Buffer
	if err := Write(&text, c); err != nil {
		t.Fatal(err)
	}
	again, err := Read("written.toml", text.Bytes())
	if err != nil {
		t.Fatalf("what was written does not read: %v\n%s", err, text.Bytes())
	}
	if diff := cmp.Diff(c, again.Cases[0], same); diff != "" {
		t.Fatalf("-written +read\n%s\n%s", diff, text.Bytes())
	}
}

// The written form is meant to be read by people: whoever changes it looks at
// testdata/written.toml.
func TestWrite(t *testing.T) {
	c := mustRead(t, "testdata/formats.toml").Cases[0]
	checkRoundTrip(t, c)
	var text bytes.Buffer
	if err := Write(&text, c); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/written.toml", text.Bytes())
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: -want +got\n%s", path, diff)
	}
}

// FuzzRead holds three promises: no input panics or hangs; whatever reads can be
// written and reads back the same; and where go-toml's own decoder refuses a
// file, so do we, although we find duplicates and dates ourselves.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"testdata/formats.toml", "testdata/written.toml"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	archive, err := txtar.ParseFile("testdata/bad.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(file.Data)
	}
	for _, s := range Samples() {
		f.Add(s.Text)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read("fuzz.toml", data)
		var all Errors
		switch {
		case err == nil:
			if err := toml.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &map[string]any{}); err != nil {
				t.Fatalf("go-toml refuses what was read: %v", err)
			}
			for _, c := range file.Cases {
				checkRoundTrip(t, c)
			}
		case !errors.As(err, &all) || len(all) == 0:
			t.Fatalf("not a list of problems: %v", err)
		}
	})
}
