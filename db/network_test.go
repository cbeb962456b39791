//go:build unix

package db

import (
	"testing"

	"referee/model"
)

// On a network drive nothing is written, neither to the file nor beside it.
// Looking is possible.
func TestNetworkDrivesAreOnlyLookedAt(t *testing.T) {
	path := created(t)
	before := state(t, path)
	far := func(string) string { return "NFS" }
	_, err := Open(path, Options{drive: far})
	if e := expect[*NetworkError](t, err); e.Path != path || e.Drive != "NFS" {
		t.Errorf("%+v", e)
	}
	s, err := Open(path, Options{ReadOnly: true, drive: far})
	if err != nil {
		t.Fatal(err)
	}
	read(t, s)
	s.Close()
	if state(t, path) != before {
		t.Error("something was written")
	}
	folder := t.TempDir()
	expect[*NetworkError](t, Create(folder+"/fresh.db", Seed{Settings: model.Defaults(), At: noon, drive: far}))
	wantEntries(t, folder, 0)
}
