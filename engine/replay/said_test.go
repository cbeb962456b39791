package replay_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine/replay"
	"referee/model"
)

// TestWhatIsSaidOfRows: a bad row is told so that it can be found and mended.
func TestWhatIsSaidOfRows(t *testing.T) {
	t.Parallel()
	const good, click = "a,2026-01-04T10:00:00Z,ann,,,100.00,\n", "1,2026-01-01T10:00:00Z,ann,,,jim,click\n"
	for _, c := range []struct{ name, touches, sales, want string }{
		{"too few columns", click + "2,2026-01-01T10:00:00Z,ann,,jim,click\n", good, "touches.csv:3: the row has 6 of 7 columns"},
		{"too many columns", click + "2,2026-01-01T10:00:00Z,ann,,,jim,click,,\n", good, "touches.csv:3: the row has 9 columns, and the header 7"},
		{"too many with quotes", click + "2,2026-01-01T10:00:00Z,\"ann\",,,jim,click,\n", good, "touches.csv:3: the row has 8 columns, and the header 7"},
		{"a quote that swallows rows", click, good + "\"b,2026-01-04T10:00:00Z,ann,,,100.00,\n\"c\",2026-01-04T10:00:00Z,ann,,,100.00,\n",
			"sales.csv:3: a quote is not closed in its line"},
		{"swallowed columns", click, good + "b,\"2026-01-04T10:00:00Z,ann,,,100.00,\nc,2026-01-04T10:00:00Z,\",ann,,,100.00,,\n",
			"sales.csv:3: the row has 8 columns, and the header 7; it goes over 2 lines, because a quote is closed in another one"},
		{"an id twice", click, good + "b,2026-01-04T10:00:00Z,ann,,,100.00,\n" + good, `sales.csv:4: the sale_id "a" comes twice, first in line 2`},
		{"an id three times, first in a row that is bad", click, "a,yesterday,ann,,,100.00,\n" + strings.Repeat(good, 3), `sales.csv:5: the sale_id "a" comes twice, first in line 3`},
	} {
		files := logOf(c.touches, c.sales)
		said := func(how string, err error) {
			bad, is := errors.AsType[*replay.BadRows](err)
			if !is {
				t.Errorf("%s, %s: %v", c.name, how, err)
				return
			}
			var all []string
			for _, p := range bad.Named {
				all = append(all, p.Error())
			}
			if last := len(all) - 1; all[last] != c.want {
				t.Errorf("%s, %s: %q, want %q", c.name, how, all, c.want)
			}
		}
		_, _, err := replay.Read(t.Context(), files, model.USD, replay.Options{Workers: 2})
		said("read", err)
		for _, err = range replay.Parts(t.Context(), files, model.USD, replay.Options{Workers: 2, Memory: 16_000}, &replay.BadRows{}) {
			if err != nil {
				said("in parts", err)
			}
		}
		log, err := replay.Excerpt(t.Context(), files, model.USD, "a", false)
		if err == nil {
			err = log.Broken
		}
		said("explained", err)
	}
}

// TestQuotedSales: sales whose fields are in quotes are the same sales, also where very many
// are taken together.
func TestQuotedSales(t *testing.T) {
	var plain, quoted strings.Builder
	for i := range 500 {
		fmt.Fprintf(&plain, "s%d,2026-01-04T10:00:00Z,c%d,k%d,,%d.00,shoes\n", i, i, i%7, i+1)
		fmt.Fprintf(&quoted, "\"s%d\",2026-01-04T10:00:00Z,\"c%d\",\"k%d\",\"\",%d.00,\"shoes\"\n", i, i, i%7, i+1)
	}
	rows := func(sales string) string {
		load, _, err := replay.Read(t.Context(), logOf("1,2026-01-01T10:00:00Z,,k3,,jim,click\n", sales), model.USD, replay.Options{Workers: 2})
		if err != nil {
			t.Fatal(err)
		}
		var rows bytes.Buffer
		if err := load.Settle(t.Context(), planOver(t, load), 2, &rows, &replay.Totals{}); err != nil {
			t.Fatal(err)
		}
		return rows.String()
	}
	want := rows(plain.String())
	if n := strings.Count(want, "\n"); n < 70 {
		t.Fatalf("%d commissions", n)
	}
	if diff := cmp.Diff(want, rows(quoted.String())); diff != "" {
		t.Errorf("-plain +quoted\n%s", diff)
	}
}

// TestANoteIsNoSale: what stands in the quotes of a bad row is no row, and the row is told as
// what it is.
func TestANoteIsNoSale(t *testing.T) {
	t.Parallel()
	sales := "a,2026-01-04T10:00:00Z,ann,,,100.00,\"hi\nb,2026-01-04T10:00:00Z,ann,,,9999.00,\nbye\",extra\nc,2026-01-04T10:00:00Z,ann,,,100.00,\n"
	load, bad, err := replay.Read(t.Context(), logOf("", sales), model.USD, replay.Options{Workers: 1, SkipBad: true})
	if err != nil || load.Sales() != 1 || bad.Count != 1 || bad.Named[0].Line != 2 || !strings.HasPrefix(bad.Named[0].What, "the row has 8 columns, and the header 7; it goes over 3 lines") {
		t.Errorf("%v, %v", bad, err)
	}
}

// TestOneIDOnAllSales: an id that very many sales have, and nothing else, is told as that.
func TestOneIDOnAllSales(t *testing.T) {
	t.Parallel()
	files := logOf("1,2026-01-01T10:00:00Z,ann,,,jim,click\n", strings.Repeat("a,2026-01-04T10:00:00Z,,,,100.00,\n", replay.MaxExcerpt+1))
	_, err := replay.Excerpt(t.Context(), files, model.USD, "a", false)
	if problem, is := errors.AsType[*replay.Problem](err); !is || !strings.Contains(problem.Fix, "give each sale its own") {
		t.Error(err)
	}
}

// TestACrowdOnOneSale: where too many rows bear on a sale to be shown, what they share is
// named.
func TestACrowdOnOneSale(t *testing.T) {
	t.Parallel()
	touches := strings.Repeat("1,2026-01-01T10:00:00Z,ann,,,jim,click\n", 300) + strings.Repeat("2,2026-01-01T10:00:00Z,,,10.0.0.1,jim,click\n", replay.MaxExcerpt)
	files := logOf(touches, "a,2026-01-04T10:00:00Z,ann,,10.0.0.1,100.00,\n")
	_, err := replay.Excerpt(t.Context(), files, model.USD, "a", false)
	problem, is := errors.AsType[*replay.Problem](err)
	if want := `the address "10.0.0.1" is on 19701 of the first 20001: to see the others, copy the logs without it and explain the sale there`; !is || problem.Fix != want {
		t.Errorf("%v, %q, want %q", err, problem.Hint(), want)
	}
}

// TestACrowdOnAnother: where too many rows bear on another sale of the contact, that one is
// there for its tie only, and what bears on the sale itself is shown.
func TestACrowdOnAnother(t *testing.T) {
	t.Parallel()
	touches := "1,2026-01-01T10:00:00Z,,k1,10.0.0.1,jim,click\n" + strings.Repeat("2,2026-01-01T10:00:00Z,,,10.0.0.2,jim,click\n", replay.MaxExcerpt)
	sales := "a,2026-01-04T10:00:00Z,ann,k1,10.0.0.1,100.00,\nb,2026-01-05T10:00:00Z,ann,k2,10.0.0.2,100.00,\n"
	log, err := replay.Excerpt(t.Context(), logOf(touches, sales), model.USD, "a", false)
	if err != nil || len(log.Touches) != 1 || len(log.Sales) != 2 || log.Sales[0].Tie || !log.Sales[1].Tie {
		t.Errorf("%d touches, %+v, %v", len(log.Touches), log.Sales, err)
	}
}
