package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui"
	"referee/ui/theme"
)

// The disk is full when somebody saves: they are told, the draft stays, nobody is
// told a draft was kept that was not, and after freeing some space the same desk goes
// on.
func TestTheDeskOnAFullDisk(t *testing.T) {
	folder := smallDisk(t)
	path := filepath.Join(folder, "referee.db")
	if err := db.Create(path, db.Seed{Settings: model.Defaults(), Catalog: scenario.SampleCatalog(), At: today}); err != nil {
		t.Fatal(err)
	}
	d := openWith(t, ui.Options{Mode: theme.Dark, Store: openStore(t, path, db.Options{})}, 120, 36)
	filler := filepath.Join(folder, "filler")
	if err := os.WriteFile(filler, make([]byte, 1<<20), 0o600); err == nil {
		t.Fatal("the disk is not small")
	}
	d.focusOn(model.HowToChoose)
	saves := uint64(0)
	for ; saves < 1_000 && !strings.Contains(d.Screen().Text(), "Not saved"); saves++ {
		d.Press("space", "ctrl+s", "enter") // what is free inside of the file is used up first
	}
	d.Expect("Not saved", "no space left on", "not in the file", "free some space")
	d.Press("enter")
	d.Expect("● 1 unsaved", fmt.Sprintf("revision %d", saves))
	d.palette("Keep draft")
	d.Expect("Keep this draft")
	d.Type("for later")
	d.Press("enter")
	d.Expect("no space left on")
	d.Press("enter")

	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s", "enter")
	d.Expect(fmt.Sprintf("Saved as revision %d", saves+1))
	if history, err := d.store.History(); err != nil || uint64(len(history)) != saves+1 {
		t.Errorf("%d revisions, want %d: %v", len(history), saves+1, err)
	}
	t.Logf("the disk was full after %d saves, and none was lost", saves)
}

// smallDisk is a file system of half a megabyte, which takes a superuser.
func smallDisk(t *testing.T) string {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=512k"); err != nil {
		t.Skipf("a small disk cannot be had: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(folder, syscall.MNT_DETACH) })
	return folder
}
