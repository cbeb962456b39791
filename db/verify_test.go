//go:build unix

package db

import (
	"context"
	"os"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

func TestASoundDatabase(t *testing.T) {
	path := sixRevisions(t)
	before := snapshot(t, path)
	r := Doctor(context.Background(), path, os.Args[0])
	if !r.OK() || r.Revisions != 6 || r.Sound != 6 || len(r.Notices) != 0 || r.Best().Revision != 3 {
		t.Errorf("%+v", r)
	}
	counts := map[string]int{}
	for _, c := range r.Checks {
		counts[c.What] = c.Count
	}
	delete(counts, "pages") // as many as bbolt likes
	want := map[string]int{"the file": 1, "whose file it is": 1, "records": 12, "revisions": 6, "versions of the catalog": 2,
		"program records": 2, "kept cases": 0, "the header and the anchor": 3, "bbolt's own check, in a process of its own": 1}
	if d := diff(want, counts); d != "" {
		t.Errorf("checks (-want +got):\n%s", d)
	}
	if d := diff(before.bytes, snapshot(t, path).bytes); d != "" {
		t.Error("the doctor changed something")
	}
}

// The report says from which change on something is wrong, and what has it.
func TestTheDoctorSaysFromWhereOn(t *testing.T) {
	path := sixRevisions(t)
	sound := snapshot(t, path)
	for name, test := range map[string]struct {
		damage func(*bolt.Tx) error
		sound  uint64
		where  string
	}{
		"a record of the middle": {flipping(revisionBucket, 4), 3, "revision 4"},
		"a rewritten revision":   {rewriting(2), 2, "revision 3"},
		"an old catalog":         {flipping(catalogBucket, 1), 0, "version 1 of the catalog"},
		"a new catalog":          {flipping(catalogBucket, 2), 3, "version 2 of the catalog"},
		"the last revision":      {flipping(revisionBucket, 6), 5, "revision 6"},
		"a program record":       {flipping(programBucket, 1), 6, "record 1 of programs"},
	} {
		sound.restore(t)
		bolted(t, path, bolt.Options{}, test.damage)
		r := Verify(path)
		e := expect[*DamagedError](t, r.Err())
		if r.Sound != test.sound || r.Revisions != 6 || e.Where != test.where || e.Path != path {
			t.Errorf("%s: sound up to %d, want %d: %v", name, r.Sound, test.sound, e)
		}
		if best := r.Best(); best == nil || best.Revision != 3 {
			t.Errorf("%s: the best backup is %+v", name, best)
		}
		if s, err := Open(path, Options{}); err == nil {
			s.Close() // damage of long ago does not keep anybody from working
		} else if e := expect[*DamagedError](t, err); e.Backup == nil || e.Backup.Revision != 3 {
			t.Errorf("%s: offered: %+v", name, e.Backup)
		}
	}
}

// What can be said of a file that cannot be opened is said too.
func TestVerifyingOddFiles(t *testing.T) {
	for _, odd := range oddPaths {
		t.Run(odd.name, func(t *testing.T) {
			path := t.TempDir() + "/named.db"
			odd.make(t, path)
			before := state(t, path)
			r := Verify(path)
			if r.OK() {
				t.Errorf("%+v", r)
			}
			if state(t, path) != before {
				t.Error("something was created or changed")
			}
		})
	}
}

// A page that lists itself runs bbolt's check in circles. That ends the child,
// and nothing else.
func TestTheChildMayGoRoundInCircles(t *testing.T) {
	path, _ := longHistory(t)
	b := bytesOf(t, path)
	branch := kindOfPage(t, b, branchPage)
	set(b[branch*os.Getpagesize()+pageHeadSize+8:], branch)
	write(string(b))(t, path)
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	r := Doctor(ctx, path, os.Args[0])
	last := r.Checks[len(r.Checks)-1]
	expect[*DamagedError](t, last.Err)
	if last.What != "bbolt's own check, in a process of its own" {
		t.Errorf("the last check is %q", last.What)
	}
}

func TestTheChildHasATimeLimit(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := Doctor(ctx, created(t), os.Args[0])
	expect[*DamagedError](t, r.Err())
	r = Doctor(t.Context(), created(t), "/nowhere/referee")
	if r.OK() {
		t.Error("a check that could not be started is no good sign")
	}
}
