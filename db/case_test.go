package db

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
)

func someCase(n int) Case {
	return Case{Name: fmt.Sprintf("case %d", n), Text: []byte(strings.Repeat("title = \"one more\"\n", 1+n*n)), Pinned: n%3 != 0}
}

func keep(t testing.TB, s *Store, c Case) {
	t.Helper()
	if err := s.KeepCase(c); err != nil {
		t.Fatal(err)
	}
}

// cases are what is kept, by name.
func cases(t testing.TB, s *Store) []Case {
	t.Helper()
	kept, err := s.Cases()
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// A shelf with a case, a replaced one, a dropped one, and a sample's pin; it
// survives, and no revision was made of any of it.
func TestCasesAreKept(t *testing.T) {
	s := opened(t, created(t))
	if kept := cases(t, s); len(kept) != 0 {
		t.Fatalf("a new database holds %v", kept)
	}
	keep(t, s, Case{Name: "b", Text: []byte("old"), Pinned: true})
	keep(t, s, Case{Name: "b", Text: []byte("new"), Pinned: true})
	keep(t, s, Case{Name: "a", Text: []byte("title = \"ä\"\r\n")})
	keep(t, s, Case{Name: "c", Text: []byte("gone")})
	for _, err := range []error{s.DropCase("c"), s.Pin("a sample", false), s.Pin("b", false), s.Pin("a", true)} {
		if err != nil {
			t.Error(err)
		}
	}
	saved(t, s, 1, levels(t, 3), "")
	s = reopened(t, s)
	want := []Case{{"a", []byte("title = \"ä\"\r\n"), true}, {"a sample", nil, false}, {"b", []byte("new"), false}}
	if d := diff(want, cases(t, s)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if history := read(t, s).History; len(history) != 2 {
		t.Errorf("%d revisions, want 2", len(history))
	}
}

// What is as it was already is not written again.
func TestKeepingTheSameCaseWritesNothing(t *testing.T) {
	s := opened(t, created(t))
	keep(t, s, someCase(2))
	before := bytesOf(t, s.Path())
	keep(t, s, someCase(2))
	if err := s.Pin(someCase(2).Name, true); err != nil {
		t.Error(err)
	}
	if !bytes.Equal(before, bytesOf(t, s.Path())) {
		t.Error("the file was changed")
	}
}

func TestCasesThatCannotBeKept(t *testing.T) {
	s := opened(t, created(t))
	keep(t, s, someCase(1))
	before := bytesOf(t, s.Path())
	for name, c := range map[string]Case{
		"no name":       {Text: []byte("x")},
		"a long name":   {Name: strings.Repeat("n", 501)},
		"two lines":     {Name: "a\nb"},
		"a name's text": {Name: "a\xff"},
		"a long text":   {Name: "a", Text: make([]byte, MaxCaseText+1)},
		"a text's text": {Name: "a", Text: []byte("\xff")},
	} {
		t.Run(name, func(t *testing.T) { expect[*CaseError](t, s.KeepCase(c)) })
	}
	expect[*CaseError](t, s.Pin("", true))
	expect[*NoCaseError](t, s.DropCase("case 2"))
	if !bytes.Equal(before, bytesOf(t, s.Path())) {
		t.Error("the file was changed")
	}
	s.Close()
	for _, err := range []error{s.KeepCase(someCase(2)), s.DropCase("case 1"), s.Pin("case 1", false)} {
		if !errors.Is(err, ErrClosed) {
			t.Error(err)
		}
	}
	looking, err := Open(s.Path(), Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer looking.Close()
	expect[*ReadOnlyError](t, looking.KeepCase(someCase(2)))
}

// Adding never takes the place of anything, whatever is kept under the name.
func TestACaseIsAddedOnlyUnderAFreeName(t *testing.T) {
	s := opened(t, created(t))
	if err := s.AddCase(someCase(1)); err != nil {
		t.Fatal(err)
	}
	if err := s.Pin("a sample", false); err != nil {
		t.Fatal(err)
	}
	before := bytesOf(t, s.Path())
	expect[*TakenError](t, s.AddCase(Case{Name: "case 1", Text: []byte("another")}))
	expect[*TakenError](t, s.AddCase(Case{Name: "a sample", Text: []byte("another")}))
	expect[*CaseError](t, s.AddCase(Case{}))
	if !bytes.Equal(before, bytesOf(t, s.Path())) {
		t.Error("the file was changed")
	}
	if d := diff([]Case{{Name: "a sample"}, someCase(1)}, cases(t, s)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestThereAreOnlySoManyCases(t *testing.T) {
	s := opened(t, created(t))
	s.db.NoSync = true
	for n := range MaxCases {
		keep(t, s, Case{Name: fmt.Sprint(n)})
	}
	expect[*CaseError](t, s.KeepCase(Case{Name: "more"}))
	keep(t, s, Case{Name: "7", Text: []byte("in the place of another")})
	if kept := cases(t, s); len(kept) != MaxCases {
		t.Errorf("%d cases", len(kept))
	}
}

// A file that was put back by nothing but a case is noticed like any other.
func TestAForgottenCaseIsNoticed(t *testing.T) {
	path := created(t)
	s := opened(t, path)
	keep(t, s, someCase(1))
	one := bytesOf(t, path)
	keep(t, s, someCase(2))
	two := bytesOf(t, path)
	s.Close()
	write(string(one))(t, path)
	_, err := Open(path, Options{})
	if e := expect[*RolledBackError](t, err); e.Cases != 1 || e.Other {
		t.Errorf("%+v", e)
	}
	current := os.Getpagesize() * int(newer(readHeaders(bytes.NewReader(two))).txid%2)
	two[current+headerAt+20] ^= 1
	write(string(two))(t, path)
	_, err = Open(path, Options{})
	expect[*RolledBackError](t, err)

	write(string(one))(t, path)
	os.Remove(path + anchorSuffix)
	s = opened(t, path)
	keep(t, s, someCase(3))
	other := bytesOf(t, path+anchorSuffix)
	s.Close()
	two[current+headerAt+20] ^= 1
	write(string(two))(t, path)
	write(string(other))(t, path+anchorSuffix)
	_, err = Open(path, Options{})
	if e := expect[*RolledBackError](t, err); !e.Other {
		t.Errorf("%+v", e)
	}
}

// Each of these is sound record by record.
func TestTheShelfIsNotBelievedEither(t *testing.T) {
	two := someCase(2)
	for name, test := range map[string]struct {
		change func(*bolt.Tx) error
		where  string
	}{
		"a case lost":        {deleting(caseBucket, []byte("case 2")), "the list of kept cases"},
		"all lost":           {dropping(caseBucket), "the list of kept cases"},
		"no count":           {deleting(metaBucket, []byte(shelfKey)), "the list of kept cases"},
		"an older case":      {putting(caseBucket, []byte("case 2"), caseRecord{"title", true}), "the list of kept cases"},
		"a case too many":    {putting(caseBucket, []byte("case 3"), caseRecord{"title", true}), "the list of kept cases"},
		"a flipped bit":      {flippingAt(caseBucket, []byte("case 2")), `the case "case 2"`},
		"a count's bit":      {flippingAt(metaBucket, []byte(shelfKey)), "the record of the kept cases"},
		"an unknown field":   {putting(caseBucket, []byte("case 2"), map[string]any{"colour": 1}), `the case "case 2"`},
		"a name of two rows": {putting(caseBucket, []byte("a\nb"), caseRecord{}), `the case "a\nb"`},
	} {
		path := created(t)
		s := opened(t, path)
		keep(t, s, someCase(1))
		keep(t, s, two)
		s.Close()
		bolted(t, path, bolt.Options{}, test.change)
		os.Remove(path + anchorSuffix)
		_, err := openedContents(path)
		if e := expect[*DamagedError](t, err); e.Where != test.where || e.Path != path {
			t.Errorf("%s: %v\nwant it at %s", name, e, test.where)
		}
		if r := Verify(path); r.OK() {
			t.Errorf("%s: all is well, it says", name)
		}
	}
}

func flippingAt(bucket string, key []byte) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucket))
		value := bytes.Clone(b.Get(key))
		value[len(value)/2] ^= 1
		return b.Put(key, value)
	}
}
