package cli

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestStandardFolder(t *testing.T) {
	in := &invocation{Stdio: Stdio{Env: []string{"HOME=/home/ann", "LOCALAPPDATA=/data"}}}
	for system, want := range map[string]string{
		"linux":   "/home/ann/.local/share",
		"freebsd": "/home/ann/.local/share",
		"darwin":  "/home/ann/Library/Application Support",
		"windows": "/data",
	} {
		if got := filepath.ToSlash(in.standardFolder(system)); got != want {
			t.Errorf("%s: %q, want %q", system, got, want)
		}
		if got := new(invocation).standardFolder(system); got != "" {
			t.Errorf("%s without an environment: %q", system, got)
		}
	}
}

func TestDataFolder(t *testing.T) {
	home, data := t.TempDir(), t.TempDir()
	homeOf := func(path string) []string { return []string{"HOME=" + path, "LOCALAPPDATA=" + path} }
	standard := (&invocation{Stdio: Stdio{Env: homeOf(home)}}).dataFolder()
	if !filepath.IsAbs(standard) {
		t.Fatalf("the standard folder is %q", standard)
	}
	for _, test := range []struct {
		env  []string
		want string
	}{
		{append(homeOf(home), "XDG_DATA_HOME="+data), data},
		{append(homeOf(home), "XDG_DATA_HOME=data"), standard},
		{append(homeOf(home), "XDG_DATA_HOME="), standard},
		{[]string{"XDG_DATA_HOME=" + data}, data},
		{homeOf("somewhere"), ""}, // relative to what?
		{nil, ""},
	} {
		if got := (&invocation{Stdio: Stdio{Env: test.env}}).dataFolder(); got != test.want {
			t.Errorf("%q: %q, want %q", test.env, got, test.want)
		}
	}
}

// The database goes where the given environment says, whatever the process has.
func TestEnvironmentOfTheProcessIsLeftAlone(t *testing.T) {
	theirs, ours := t.TempDir(), t.TempDir()
	for _, name := range []string{"HOME", "LOCALAPPDATA", "XDG_DATA_HOME"} {
		t.Setenv(name, theirs)
	}
	given := Stdio{
		In: create(t), Out: create(t), Err: create(t),
		Env: []string{"HOME=" + ours, "LOCALAPPDATA=" + ours},
		Now: time.Now,
	}
	if status := Run(t.Context(), []string{"settings", "show"}, given); status != exitFine {
		t.Fatalf("exit status %d", status)
	}
	if entries, err := os.ReadDir(theirs); err != nil || len(entries) > 0 {
		t.Errorf("in the home of the process: %v, %v", entries, err)
	}
	found := filepath.Join((&invocation{Stdio: given}).dataFolder(), "referee", "referee.db")
	if _, err := os.Stat(found); err != nil {
		t.Error(err)
	}
}
