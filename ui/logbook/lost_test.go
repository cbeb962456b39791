//go:build unix

package logbook_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referee/db/logs"
	"referee/engine/replay"
	"referee/engine/replay/replaytest"
	"referee/model"
	"referee/ui/logbook"
)

// TestCutShort: a file that somebody empties while it is read is an error that names
// it, whichever goroutine meets it, and not the end of the program.
func TestCutShort(t *testing.T) {
	policy, other := policy(t, model.First), policy(t, model.Latest)
	whole := replay.Options{Workers: 2, Progress: &replay.Progress{}}
	for name, do := range map[string]func(*logbook.Book, context.Context) error{
		"read": func(b *logbook.Book, ctx context.Context) error { return b.Read(ctx, model.USD, false, whole.Progress) },
		"parts": func(b *logbook.Book, ctx context.Context) error {
			return b.Parts(ctx, model.USD, whole, func() error { return nil })
		},
		"case": func(b *logbook.Book, ctx context.Context) error {
			_, _, err := b.Case(ctx, policy, "s7", false)
			return err
		},
	} {
		for _, file := range []string{"partners.csv", "touches.csv", "sales.csv"} {
			book, folder := open(t)
			cut(t, folder, file)
			wantLost(t, name, file, do(book, t.Context()))
		}
	}
	book, folder := open(t)
	if err := book.Read(t.Context(), model.USD, false, whole.Progress); err != nil {
		t.Fatal(err)
	}
	cut(t, folder, "sales.csv")
	if compared, err := book.Compare(t.Context(), policy, other, nil, nil); err != nil || compared.Changed != 2_000 || compared.Largest[0].Sale != "s0" {
		t.Errorf("what has been read needs no file: %+v, %v", compared, err)
	}
}

func wantLost(t *testing.T, doing, file string, err error) {
	t.Helper()
	if e, is := errors.AsType[*logs.Error](err); !is || filepath.Base(e.Path) != file || e.Hint() == "" {
		t.Errorf("%s: %v, want that %s was cut short", doing, err, file)
	}
}

// open writes logs of several pages down and opens them.
func open(t *testing.T) (*logbook.Book, string) {
	t.Helper()
	folder := t.TempDir()
	var partners, touches, sales strings.Builder
	partners.WriteString("partner,parent,name\njim,,Jim\nzoe,,Zoe\n")
	touches.WriteString("touch_id,time,contact,cookie,ip,partner,kind\n")
	sales.WriteString("sale_id,time,contact,cookie,ip,amount,product\n")
	for i := range 2_000 {
		fmt.Fprintf(&touches, "a%d,2026-01-01T10:00:00Z,,laptop %d,,jim,click\nb%d,2026-01-02T10:00:00Z,,laptop %d,,zoe,click\n", i, i, i, i)
		fmt.Fprintf(&sales, "s%d,2026-01-03T10:00:00Z,,laptop %d,,100.00,\n", i, i)
	}
	for name, b := range map[string]*strings.Builder{"partners.csv": &partners, "touches.csv": &touches, "sales.csv": &sales} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	book, err := logbook.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book, folder
}

func cut(t *testing.T, folder, file string) {
	t.Helper()
	if err := os.Truncate(filepath.Join(folder, file), 0); err != nil {
		t.Fatal(err)
	}
}

func policy(t *testing.T, credit model.Credit) model.Policy {
	t.Helper()
	catalog, problems := model.CatalogDraft{Programs: replaytest.Programs()}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	draft := model.DefaultDraft()
	draft.Credit = credit
	settings, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return model.Policy{Settings: settings, Catalog: catalog}
}
