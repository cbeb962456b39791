package plain_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/plain"
)

var update = flag.Bool("update", false, "rewrite the golden files of this package")

// dialogue is a real database with the sample in it, asked with given answers.
type dialogue struct {
	store *db.Store
	out   strings.Builder
}

func (d *dialogue) run(t *testing.T, answers string) error {
	t.Helper()
	c := sample(t)
	path := filepath.Join(t.TempDir(), "shop.db")
	now := time.Date(2026, 1, 20, 10, 0, 0, 0, time.UTC)
	err := db.Create(path, db.Seed{Settings: model.Defaults(), Catalog: c.Catalog, At: now})
	if err != nil {
		t.Fatal(err)
	}
	if d.store, err = db.Open(path, db.Options{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.store.Close() })
	return plain.Run(t.Context(), plain.Options{
		Store:   d.store,
		Samples: []scenario.Case{c},
		Now:     func() time.Time { return now },
		Console: plain.NewConsole(strings.NewReader(answers), &d.out, false),
	})
}

func (d *dialogue) current(t *testing.T) model.Revision {
	t.Helper()
	current, err := d.store.Current()
	if err != nil {
		t.Fatal(err)
	}
	return current
}

// keep is as many empty answers.
func keep(n int) string { return strings.Repeat("\n", n) }

func TestDialogue(t *testing.T) {
	var d dialogue
	answers := "a b\nvip-\n" + "\nFIRST\n" + keep(2) + "www.example.com\n\n" + "three\n3\n" + keep(3) + "yes\ntried out\n"
	if err := d.run(t, answers); err != nil {
		t.Fatal(err)
	}
	got := strings.ReplaceAll(d.out.String(), d.store.Path(), "shop.db")
	path := filepath.Join("testdata", "dialogue.txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	current := d.current(t)
	if current.Number != 2 || current.Note != "tried out" || current.Settings != with(t, "code_prefix=vip- credit=first levels=3") {
		t.Errorf("saved %+v", current)
	}
}

// Wherever the input ends, nothing is saved.
func TestEndedInputSavesNothing(t *testing.T) {
	complete := "vip-\n" + keep(9) + "yes\nnote\n"
	for n := range strings.Count(complete, "\n") {
		var d dialogue
		err := d.run(t, strings.Join(strings.SplitAfter(complete, "\n")[:n], ""))
		if !errors.Is(err, plain.ErrEnded) {
			t.Errorf("after %d answers: %v", n, err)
		}
		if current := d.current(t); current.Number != 1 {
			t.Errorf("after %d answers revision %d was saved", n, current.Number)
		}
	}
}

// Answers may be the words of the question or the words of files.
func TestAnswersInBothForms(t *testing.T) {
	for _, answers := range []string{
		"\n" + "yes\nfirst\nhistory and cookies\nyes\n" + "\n" + "1\nlead and sale\namount\nyes\n",
		"\n" + "true\nFirst\nhistory-and-cookies\ntrue\n" + "\n" + "1\nlead,sale\namount\ntrue\n",
	} {
		var d dialogue
		if err := d.run(t, answers+"yes\n\n"); err != nil {
			t.Fatal(err)
		}
		want := with(t, "skip_notifications=true credit=first tracking=history-and-cookies use_ip=true "+
			"levels=1 pay_for=lead,sale pay_as=amount pay_if_unused=true")
		if got := d.current(t).Settings; got != want {
			t.Errorf("saved %+v", got)
		}
	}
}

// Two quotes empty a text, since an empty answer keeps it.
func TestQuotesEmptyAText(t *testing.T) {
	var d dialogue
	if err := d.run(t, "vip-\n"+keep(9)+"yes\n\n"); err != nil {
		t.Fatal(err)
	}
	console := plain.NewConsole(strings.NewReader("\"\"\n"+keep(9)+"yes\n\n"), &d.out, false)
	if err := plain.Run(t.Context(), plain.Options{Store: d.store, Now: time.Now, Console: console}); err != nil {
		t.Fatal(err)
	}
	if got := d.current(t); got.Settings != model.Defaults() || got.Number != 3 {
		t.Errorf("saved %+v", got)
	}
}
