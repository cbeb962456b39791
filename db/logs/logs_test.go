package logs_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"referee/db/logs"
)

func put(t *testing.T, folder, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func squeezed(t *testing.T, content string, with func(io.Writer) (io.WriteCloser, error)) string {
	t.Helper()
	var b bytes.Buffer
	w, err := with(&b)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestOpen: plain and compressed files hold the same.
func TestOpen(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "partners.csv", "partners")
	put(t, folder, "touches.csv.gz", squeezed(t, "touches", func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil }))
	put(t, folder, "sales.csv.zst", squeezed(t, "sales", func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) }))
	f, err := logs.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := string(f.Partners.Data) + " " + string(f.Touches.Data) + " " + string(f.Sales.Data); got != "partners touches sales" {
		t.Errorf("%q", got)
	}
}

// TestNotCompressed: a file that is not what its name says has nothing to do with the room
// there is.
func TestNotCompressed(t *testing.T) {
	for _, kind := range []string{".gz", ".zst"} {
		folder := t.TempDir()
		for _, name := range []string{"partners.csv", "touches.csv" + kind, "sales.csv"} {
			put(t, folder, name, "not compressed")
		}
		_, err := logs.Open(t.Context(), folder)
		if e, is := errors.AsType[*logs.Error](err); !is || !strings.Contains(e.Hint(), "not what its name says") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for says, files := range map[string][]string{
		"is not there":            {"partners.csv", "touches.csv"},
		"is there more than once": {"partners.csv", "partners.csv.gz", "touches.csv", "sales.csv"},
		"cannot be unpacked":      {"partners.csv", "touches.csv.gz", "sales.csv"},
	} {
		folder := t.TempDir()
		for _, name := range files {
			put(t, folder, name, "not compressed")
		}
		_, err := logs.Open(t.Context(), folder)
		if e, is := errors.AsType[*logs.Error](err); !is || !strings.Contains(e.Error(), says) || e.Hint() == "" {
			t.Errorf("%v, want %q", err, says)
		}
	}
	whole, cut := squeezed(t, "touches", func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil }), t.TempDir()
	put(t, cut, "partners.csv", "")
	put(t, cut, "touches.csv.gz", whole[:len(whole)-9])
	put(t, cut, "sales.csv", "")
	_, err := logs.Open(t.Context(), cut)
	if e, is := errors.AsType[*logs.Error](err); !is || !strings.Contains(e.Hint(), "copy it again") {
		t.Errorf("%v, want that it ends too early", err)
	}
	put(t, cut, "touches.csv.gz", "")
	_, err = logs.Open(t.Context(), cut)
	if e, is := errors.AsType[*logs.Error](err); !is || !strings.Contains(e.Hint(), "copy it again") {
		t.Errorf("%v, want that it ends too early", err)
	}
	put(t, cut, "touches.csv.gz", whole+"more")
	_, err = logs.Open(t.Context(), cut)
	if e, is := errors.AsType[*logs.Error](err); !is || !strings.Contains(e.Error(), "something else stands behind its end") {
		t.Errorf("%v, want what stands behind its end", err)
	}
	put(t, cut, "touches.csv.gz", whole+whole+strings.Repeat("\x00", 100_000))
	f, err := logs.Open(t.Context(), cut)
	if err != nil || string(f.Touches.Data) != "touchestouches" {
		t.Fatalf("%q, %v", f.Touches.Data, err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	folder := t.TempDir()
	put(t, folder, "partners.csv", "")
	put(t, folder, "touches.csv.gz", squeezed(t, "touches", func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil }))
	put(t, folder, "sales.csv", "")
	if _, err := logs.Open(ctx, folder); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want it broken off", err)
	}
}

// TestResult: both files or neither, and nobody else's in their place.
func TestResult(t *testing.T) {
	folder := t.TempDir()
	write := func(content string) (*logs.Result, error) {
		r, err := logs.NewResult(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"a.csv", "b.csv"} {
			w, err := r.Create(name, "head\n")
			if err != nil {
				r.Discard()
				return nil, err
			}
			io.WriteString(w, "head\n"+content)
		}
		return r, nil
	}
	holds := func(want string) {
		t.Helper()
		entries, _ := os.ReadDir(folder)
		got := ""
		for _, e := range entries {
			content, _ := os.ReadFile(filepath.Join(folder, e.Name()))
			got += e.Name() + ":" + strings.TrimPrefix(string(content), "head\n") + " "
		}
		if got != want {
			t.Errorf("the folder holds %q, want %q", got, want)
		}
	}
	for _, content := range []string{"1", "2"} {
		r, err := write(content)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Publish(); err != nil {
			t.Fatal(err)
		}
		holds("a.csv:" + content + " b.csv:" + content + " ")
	}
	r, _ := write("3")
	r.Discard()
	holds("a.csv:2 b.csv:2 ")
	put(t, folder, "b.csv", "mine")
	if _, err := write("4"); err == nil || !strings.Contains(err.Error(), "something else") {
		t.Errorf("%v", err)
	}
	holds("a.csv:2 b.csv:mine ")
}

// TestDiscardTakesItsFolderAway: a folder that was made for a result goes with it, and one
// that was there stays.
func TestDiscardTakesItsFolderAway(t *testing.T) {
	there, made := t.TempDir(), filepath.Join(t.TempDir(), "new")
	for folder, stays := range map[string]bool{there: true, made: false} {
		r, err := logs.NewResult(folder)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Create("a.csv", "head\n"); err != nil {
			t.Fatal(err)
		}
		r.Discard()
		if _, err := os.Stat(folder); (err == nil) != stays {
			t.Errorf("%s: %v, want it there: %t", folder, err, stays)
		}
	}
}
