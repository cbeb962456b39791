package db

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	bolt "go.etcd.io/bbolt"

	"referee/model"
)

var update = flag.Bool("update", false, "write testdata/errors.txt anew, to be read before it is kept")

// noon is the time of the first revision in every test, in a zone with half an
// hour in it, so that a zone that gets lost is noticed.
var noon = time.Date(2026, 1, 5, 12, 0, 0, 123456789, time.FixedZone("", 5*3600+1800))

// settings are the defaults after some edits.
func settings(t testing.TB, edit func(*model.Draft)) model.Settings {
	t.Helper()
	d := model.DefaultDraft()
	edit(&d)
	s, problems := d.Parse()
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

// levels are the defaults with another number of levels.
func levels(t testing.TB, n int) model.Settings {
	return settings(t, func(d *model.Draft) { d.Levels = n })
}

// numbered are settings that no other number has.
func numbered(t testing.TB, n int) model.Settings {
	return settings(t, func(d *model.Draft) {
		d.CodePrefix = fmt.Sprintf("n%d-", n)
		d.Levels = 1 + n%3
	})
}

// sample is a catalog in which every field of every record is used, blank and
// zero told apart, in an order that is not the alphabet's.
func sample(t testing.TB) model.Catalog {
	t.Helper()
	percent := func(p model.Rate) model.RoleRates { return model.RoleRates{Percent: model.Some(p)} }
	amount := func(m model.Money) model.RoleRates { return model.RoleRates{Amount: model.Some(m)} }
	gold := model.RateCard{
		Levels: [model.MaxLevels]model.RateRow{{Sale: percent(200_000), Lead: percent(50_000)}, {Sale: percent(100_000)}, {Sale: percent(50_000)}},
		Unused: model.RateRow{Sale: model.RoleRates{Percent: model.Some(model.Rate(250_000)), Amount: model.Some(model.Money(0))}},
	}
	c, problems := model.CatalogDraft{
		Currency: model.USD,
		App:      "acme",
		Partners: []model.Partner{
			{Code: "zoe", Name: "Zoë ‹7›", NotifySale: true, Programs: []string{"GOLD", "Ämter & Co"}},
			{Code: "jim", Parent: "bob", TrackDays: model.Some(30), NotifyLead: true},
			{Code: "bob", TrackDays: model.Some(0), Inactive: true, Programs: []string{"GOLD"}},
		},
		Programs: []model.Program{
			{Name: "GOLD", Priority: 1, Payout: model.UpFront, Default: gold, Products: []model.ProductRule{
				{Product: "X", Card: model.RateCard{Levels: [model.MaxLevels]model.RateRow{{Lead: amount(1050)}}}}, {Product: "blank"},
			}},
			{Name: "Ämter & Co", Priority: -3, Payout: model.OnPayment},
		},
		Products: []model.Product{{Code: "X", Price: 100_000}, {Code: "free"}},
		Links:    []model.Link{{Code: "haircare", URL: "https://www.example.com/hair"}},
	}.Parse()
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return c
}

// folder is in memory where there is such a place: no test lets the power fail,
// so none need wait for a disk.
func folder(t testing.TB) string {
	t.Helper()
	path, err := os.MkdirTemp("/dev/shm", "referee")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(path) })
	return path
}

// created makes a database with the sample in it and answers with its path.
func created(t testing.TB) string {
	t.Helper()
	path := filepath.Join(folder(t), "partners.db")
	if err := Create(path, Seed{Settings: model.Defaults(), Catalog: sample(t), At: noon, Note: "begun"}); err != nil {
		t.Fatal(err)
	}
	return path
}

// opened opens a database until the end of the test.
func opened(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func reopened(t testing.TB, s *Store) *Store {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return opened(t, s.Path())
}

func saved(t testing.TB, s *Store, base uint64, next model.Settings, note string) model.Revision {
	t.Helper()
	r, err := s.Save(base, Edit{Settings: next}, note, noon.Add(time.Duration(base)*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// contents is everything a store can be asked for.
type contents struct {
	History  []model.Revision
	Programs []ProgramRecord
	Catalog  model.CatalogDraft
	First    model.CatalogDraft // the catalog of revision 1
	Cases    []Case
}

func contentsOf(s *Store) (c contents, err error) {
	var catalog, first model.Catalog
	var errs [5]error
	c.History, errs[0] = s.History()
	c.Programs, errs[1] = s.Programs()
	catalog, errs[2] = s.Catalog()
	first, errs[3] = s.CatalogAt(1)
	c.Cases, errs[4] = s.Cases()
	c.Catalog, c.First = catalog.Draft(), first.Draft()
	return c, errors.Join(errs[:]...)
}

func read(t testing.TB, s *Store) contents {
	t.Helper()
	c, err := contentsOf(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// diff compares values of the model; a list that is empty equals none. What is
// the same in every byte, as nearly everything is, need not be looked at closely.
func diff(want, got any) string {
	if reflect.DeepEqual(want, got) {
		return ""
	}
	return cmp.Diff(want, got, cmpopts.EquateEmpty(),
		cmp.AllowUnexported(model.Settings{}, model.Currency{},
			model.Optional[int]{}, model.Optional[model.Money]{}, model.Optional[model.Rate]{}))
}

func bytesOf(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// write puts a file at a path.
func write(content string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// bolted changes a file behind the store's back, and makes it if it is not there.
func bolted(t *testing.T, path string, o bolt.Options, change func(*bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &o)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// expect returns the error as the type it must have, and holds every error to
// saying what to do.
func expect[E error](t testing.TB, err error) E {
	t.Helper()
	e, ok := errors.AsType[E](err)
	if !ok {
		t.Fatalf("got the error %v (%T), want a %T", err, err, e)
	}
	if hint, ok := any(e).(interface{ Hint() string }); !ok || hint.Hint() == "" {
		t.Errorf("%T has no hint", e)
	}
	return e
}
