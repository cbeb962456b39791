package db

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"referee/model"
)

func TestCreateNeverOverwrites(t *testing.T) {
	folder := t.TempDir()
	file, link := filepath.Join(folder, "file"), filepath.Join(folder, "link")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, link, folder} {
		err := Create(path, Seed{Settings: model.Defaults(), At: noon})
		expect[*ExistsError](t, err)
		if !errors.Is(err, fs.ErrExist) {
			t.Errorf("%v is no fs.ErrExist", err)
		}
	}
	if string(bytesOf(t, file)) != "mine" {
		t.Error("the file was overwritten")
	}
	wantEntries(t, folder, 2)
}

// The check at the start of Create cannot see a file that comes between it and
// the end; the link at the end must.
func TestOfTwoCreatorsOneWins(t *testing.T) {
	path := filepath.Join(t.TempDir(), "partners.db")
	var creators sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		next := numbered(t, i)
		creators.Go(func() { errs[i] = Create(path, Seed{Settings: next, At: noon}) })
	}
	creators.Wait()
	var winners []int
	for i, err := range errs {
		if err == nil {
			winners = append(winners, i)
		} else {
			expect[*ExistsError](t, err)
		}
	}
	if len(winners) != 1 {
		t.Fatalf("%d of %d created it", len(winners), len(errs))
	}
	if current := read(t, opened(t, path)).History[0]; current.Settings != numbered(t, winners[0]) {
		t.Error("the one that was told it created the database did not")
	}
	wantEntries(t, filepath.Dir(path), 2) // and the anchor
}

func TestPublishingOverAFileFails(t *testing.T) {
	path := created(t)
	before := bytesOf(t, path)
	_, err := publish(path, sample(t), model.Revision{Number: 1, At: noon, Settings: levels(t, 3)})
	if !errors.Is(err, fs.ErrExist) || string(bytesOf(t, path)) != string(before) {
		t.Errorf("publishing over a file: %v", err)
	}
	wantEntries(t, filepath.Dir(path), 2) // and the anchor
}

func TestFoldersAreMadeOnlyWhenAsked(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "data", "referee", "partners.db")
	seed := Seed{Settings: model.Defaults(), At: noon}
	expect[*CreateError](t, Create(path, seed))
	wantEntries(t, folder, 0)
	seed.Folders = true
	if err := Create(path, seed); err != nil {
		t.Fatal(err)
	}
	read(t, opened(t, path))
}

func TestCreateRefusesANoteItCouldNotShow(t *testing.T) {
	folder := t.TempDir()
	err := Create(filepath.Join(folder, "x.db"), Seed{Settings: model.Defaults(), At: noon, Note: "two\nlines"})
	expect[*NoteError](t, err)
	wantEntries(t, folder, 0)
}

func wantEntries(t *testing.T, folder string, want int) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != want {
		t.Errorf("the folder holds %v, want %d entries", entries, want)
	}
}
