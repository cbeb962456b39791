package db

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"referee/model"
)

// A real disk fills up while somebody is saving. The change that did not fit is
// said not to be there, everything before is, and after freeing some space the
// same program goes on.
func TestAFullDisk(t *testing.T) {
	folder := smallDisk(t)
	path := filepath.Join(folder, "partners.db")
	if err := Create(path, Seed{Settings: model.Defaults(), Catalog: sample(t), At: noon}); err != nil {
		t.Fatal(err)
	}
	s := opened(t, path)
	base := uint64(1)
	for round := range 5 {
		filler := filepath.Join(folder, "filler")
		fillUp(t, filler)
		var err error
		for err == nil && base < 5_000 {
			if _, err = s.Save(base, Edit{Settings: numbered(t, int(base))}, strings.Repeat("x", model.MaxText), noon); err == nil {
				base++
			}
		}
		failed := expect[*WriteError](t, err)
		if failed.Saved || failed.Unclear != nil || !errors.Is(err, syscall.ENOSPC) || !strings.Contains(failed.Hint(), "free some space") {
			t.Fatalf("round %d, revision %d: %v", round, base, err)
		}
		if _, err := s.Backup(noon); err == nil {
			t.Error("there was room for a backup")
		} else {
			expect[*BackupError](t, err)
		}
		if n := len(read(t, s).History); n != int(base) {
			t.Fatalf("round %d: %d revisions, want %d", round, n, base)
		}
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		saved(t, s, base, numbered(t, 600+round), "after freeing some")
		base++
		if s = reopened(t, s); len(s.Notices()) != 0 {
			t.Errorf("notices: %q", s.Notices())
		}
	}
	t.Logf("the disk was full five times; %d revisions, none lost", base)
	s.Close()
	if r := Verify(path); !r.OK() || r.Sound != base {
		t.Errorf("%v", r.Err())
	}
}

// fillUp leaves room for a few pages.
func fillUp(t *testing.T, filler string) {
	if err := os.WriteFile(filler, make([]byte, 1<<20), 0o600); err == nil {
		t.Fatal("the disk is not small")
	}
	info, err := os.Stat(filler)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filler, max(0, info.Size()-64<<10)); err != nil {
		t.Fatal(err)
	}
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
