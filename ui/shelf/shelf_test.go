package shelf_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/shelf"
)

// opened is a new database in which cases are kept.
func opened(t *testing.T, cases ...db.Case) *db.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.db")
	if err := db.Create(path, db.Seed{Settings: model.Defaults(), At: time.Unix(0, 0)}); err != nil {
		t.Fatal(err)
	}
	store, err := db.Open(path, db.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	for _, c := range cases {
		if err := store.KeepCase(c); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func examples() []scenario.Example {
	read := func() scenario.Case { return scenario.Case{Title: "as delivered"} }
	return []scenario.Example{{Name: "one", Title: "One", Read: read}, {Name: "two", Title: "Two", Read: read}, {Name: "three", Title: "Three", Read: read}}
}

func text(title string) []byte { return fmt.Appendf(nil, "title = %q\n", title) }

func TestOf(t *testing.T) {
	store := opened(t,
		db.Case{Name: "two"}, // an example that somebody unpinned
		db.Case{Name: "three", Text: text("Mine"), Pinned: true}, // in the place of an example
		db.Case{Name: "zoe's", Text: text("")},
		db.Case{Name: "another", Text: text("Another"), Pinned: true},
		db.Case{Name: "of another program"},
		db.Case{Name: "broken", Text: []byte("title = 1"), Pinned: true},
	)
	cases, unread, err := shelf.Of(store, examples())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range cases {
		got = append(got, fmt.Sprintf("%s: %s (pinned %v, kept %v)", c.Name, c.Title, c.Pinned, c.Kept))
		if c.Kept != (c.Read().Title == c.Title) {
			t.Errorf("%s reads as %q", c.Name, c.Read().Title)
		}
	}
	want := []string{
		"one: One (pinned true, kept false)",
		"two: Two (pinned false, kept false)",
		"three: Mine (pinned true, kept true)",
		"another: Another (pinned true, kept true)",
		"zoe's: zoe's (pinned false, kept true)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(unread) != 1 || !strings.Contains(unread[0], `"broken"`) || !strings.Contains(unread[0], "broken:1:9") {
		t.Errorf("unread: %q", unread)
	}
	var pinned []string
	for _, c := range shelf.Pinned(cases) {
		pinned = append(pinned, c.Title)
	}
	if want := []string{"as delivered", "Mine", "Another"}; !slices.Equal(pinned, want) {
		t.Errorf("pinned: %q, want %q", pinned, want)
	}
}

func TestOfAClosedStore(t *testing.T) {
	store := opened(t)
	store.Close()
	if cases, _, err := shelf.Of(store, examples()); err == nil || cases != nil {
		t.Errorf("%v, %v", cases, err)
	}
}
