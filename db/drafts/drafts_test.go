package drafts_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/db/drafts"
	"referee/model"
)

var noon = time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC)

func beside(t *testing.T) drafts.Folder {
	return drafts.Beside(filepath.Join(t.TempDir(), "referee.db"))
}

// A draft with mistakes in it comes back with its mistakes.
func TestWhatIsTypedComesBack(t *testing.T) {
	folder := beside(t)
	rapid.Check(t, func(t *rapid.T) {
		draft := model.Draft{
			CodePrefix: rapid.String().Draw(t, "prefix"), LinkURL: rapid.String().Draw(t, "url"),
			Credit:   rapid.SampledFrom([]model.Credit{model.Latest, model.First}).Draw(t, "credit"),
			Tracking: rapid.SampledFrom([]model.Tracking{model.OnlyCookies, model.HistoryAndCookies}).Draw(t, "tracking"),
			Levels:   rapid.IntRange(1, 3).Draw(t, "levels"), UseIP: rapid.Bool().Draw(t, "ip"),
			PayLead: rapid.Bool().Draw(t, "lead"), PayPercent: rapid.Bool().Draw(t, "percent"),
		}
		kept := drafts.Kept{Revision: rapid.Uint64().Draw(t, "revision"), At: noon, Draft: draft}
		if err := folder.Keep(kept); err != nil {
			t.Fatal(err)
		}
		got, ok, err := folder.Unsaved()
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		if diff := cmp.Diff(kept, got, cmp.Comparer(sameCatalog)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// sameCatalog reports whether two catalogs say the same.
func sameCatalog(a, b model.Catalog) bool {
	return a.IsZero() == b.IsZero() && len(model.DiffCatalogs(a, b)) == 0
}

// A catalog that was worked on comes back with its renames and with what did not
// hold.
func TestTheCatalogComesBack(t *testing.T) {
	draft := model.CatalogDraft{
		Partners: []model.Partner{{Code: "ann", Programs: []string{"GOLD"}}, {Code: "bob", Parent: "ann"}},
		Programs: []model.Program{{Name: "GOLD", Payout: model.UpFront}}, Products: []model.Product{{Code: "X", Price: 100}},
	}
	catalog, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	edit := model.CatalogEdit{Catalog: catalog}
	cell := model.CatalogField{Table: model.ProgramTable, Key: model.RateKey, Cell: model.Cell{Level: 1, Role: model.Sale, Kind: model.Percent}}
	edit = edit.Set(model.CatalogField{Table: model.PartnerTable, Key: "code"}, "anne").Set(cell, "12.")
	kept := drafts.Kept{Revision: 1, At: noon, Draft: model.DefaultDraft(), Catalog: edit}
	folder := beside(t)
	if err := folder.Keep(kept); err != nil {
		t.Fatal(err)
	}
	got, ok, err := folder.Unsaved()
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if diff := cmp.Diff(kept, got, cmp.Comparer(sameCatalog)); diff != "" || got.Catalog.Text(cell) != "12." {
		t.Error(diff)
	}
}

func TestNamedDraftsAreListedAndDropped(t *testing.T) {
	folder := beside(t)
	for _, name := range []string{"summer ☀", "../../etc", "autumn", ""} {
		if err := folder.Keep(drafts.Kept{Name: name, Revision: 1, At: noon, Draft: model.DefaultDraft()}); err != nil {
			t.Fatal(err)
		}
	}
	if err := folder.Drop("autumn"); err != nil {
		t.Fatal(err)
	}
	if err := folder.Drop("autumn"); err != nil {
		t.Fatalf("dropping what is gone: %v", err)
	}
	named, err := folder.Named()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, k := range named {
		names = append(names, k.Name)
	}
	if diff := cmp.Diff([]string{"../../etc", "summer ☀"}, names); diff != "" {
		t.Fatal(diff)
	}
	files, err := os.ReadDir(folder.Path())
	if err != nil || len(files) != 3 {
		t.Fatalf("%d files in the folder, want the two and the unsaved one: %v", len(files), err)
	}
}

func TestNothingKeptNothingMade(t *testing.T) {
	folder := beside(t)
	_, ok, err := folder.Unsaved()
	named, namedErr := folder.Named()
	if ok || err != nil || len(named) > 0 || namedErr != nil {
		t.Fatal(ok, err, named, namedErr)
	}
	if _, err := os.Stat(folder.Path()); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("looking made %s: %v", folder.Path(), err)
	}
}

// withCatalog is a draft file that is right but for its catalog.
func withCatalog(catalog string) string {
	settings := `"code_prefix":"","skip_notifications":"false","credit":"latest","tracking":"only-cookies","use_ip":"false",` +
		`"link_url":"","levels":"2","pay_for":"sale","pay_as":"percent","pay_if_unused":"false"`
	return `{"version":1,"settings":{` + settings + `},"catalog":` + catalog + `}`
}

// A file that is no draft is refused with a reason, and left byte for byte.
func TestDamagedDraftsAreLeftAlone(t *testing.T) {
	for name, content := range map[string]string{
		"empty":       "",
		"not JSON":    "\x00\x01",
		"unknown key": `{"version":1,"secret":true}`,
		"newer":       `{"version":2}`,
		"a word":      `{"version":1,"settings":{"credit":"middle"}}`,
		"too little":  `{"version":1,"settings":{}}`,
		"a catalog":   withCatalog(`{"catalog":{"currency":"USD","partners":[{"code":"a","parent":"b"}]}}`),
		"a slip":      withCatalog(`{"catalog":{"currency":"USD"},"slips":[{"field":{"Table":"partner","Row":7,"Key":"code"},"text":"x"}]}`),
		"no catalog":  withCatalog(`{}`),
	} {
		t.Run(name, func(t *testing.T) {
			folder := beside(t)
			path := filepath.Join(folder.Path(), "unsaved.draft")
			if err := os.MkdirAll(folder.Path(), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			_, ok, err := folder.Unsaved()
			var unread *drafts.ReadError
			if ok || !errors.As(err, &unread) || unread.Hint() == "" || !strings.Contains(err.Error(), path) {
				t.Fatalf("ok %v, %v", ok, err)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != content {
				t.Fatalf("the file was changed: %q, %v", after, err)
			}
		})
	}
}

func TestDraftsAreTheOwnersOnly(t *testing.T) {
	folder := beside(t)
	if err := folder.Keep(drafts.Kept{At: noon, Draft: model.DefaultDraft()}); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{folder.Path(): 0o700, filepath.Join(folder.Path(), "unsaved.draft"): 0o600} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode().Perm(), err, want)
		}
	}
}

// Where drafts cannot be kept, the message says so and what to do.
func TestNoRoomForDrafts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "referee.db")
	if err := os.WriteFile(path+".drafts", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := drafts.Beside(path).Keep(drafts.Kept{At: noon, Draft: model.DefaultDraft()})
	var kept *drafts.KeepError
	if !errors.As(err, &kept) || kept.Hint() == "" {
		t.Fatal(err)
	}
}

// The cases that are not kept yet lie beside the drafts, and are none of them.
func TestCasesThatAreNotKept(t *testing.T) {
	f := drafts.Beside(filepath.Join(t.TempDir(), "shop.db"))
	if text, err := f.Cases(); text != nil || err != nil {
		t.Fatalf("%q, %v", text, err)
	}
	if err := f.DropCases(); err != nil {
		t.Error(err)
	}
	for _, text := range []string{"one", "another, which is longer"} {
		if err := f.KeepCases([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := f.Cases(); string(got) != text || err != nil {
			t.Errorf("%q, %v", got, err)
		}
	}
	if named, err := f.Named(); len(named) != 0 || err != nil {
		t.Errorf("among the drafts: %v, %v", named, err)
	}
	if err := f.DropCases(); err != nil {
		t.Error(err)
	}
	if text, err := f.Cases(); text != nil || err != nil {
		t.Errorf("%q, %v", text, err)
	}
}
