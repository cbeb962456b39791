package replay_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"referee/engine/replay"
	"referee/engine/replay/replaytest"
	"referee/model"
)

// TestAnotherPartEndsATie: a browser that no sale of a part came from is tied to one of
// its contacts by a click, and to somebody else by a sale of another part, before or
// behind it. What was clicked there since is not the contact's.
func TestAnotherPartEndsATie(t *testing.T) {
	t.Parallel()
	const touches = "touch_id,time,contact,cookie,ip,partner,kind\n" +
		"1,2026-01-01T10:00:00Z,ann,kiosk,,jim,click\n" +
		"2,2026-01-03T10:00:00Z,,kiosk,,zoe,click\n"
	sales := []string{"hers,2026-01-04T10:00:00Z,ann,,,100.00,\n"}
	for i := range 60 { // enough for several parts
		sales = append(sales, fmt.Sprintf("s%d,2026-01-04T10:00:00Z,c%d,,,100.00,\n", i, i))
	}
	sales = append(sales, "another's,2026-01-02T10:00:00Z,leo,kiosk,,100.00,\n")
	for _, where := range []string{"behind", "before"} {
		files := sources(replaytest.Files{Partners: "partner,parent,name\njim,,Jim\nzoe,,Zoe\n", Touches: touches,
			Sales: "sale_id,time,contact,cookie,ip,amount,product\n" + strings.Join(sales, "")})
		var rows settled
		parts, err := replay.InParts(t.Context(), files, model.USD, 9)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range parts {
			rows.add(t, part, planOver(t, part), &replay.Totals{})
		}
		const want = "hers,jim,1,sale,1000,history\n"
		if text := rows.text(t); !strings.Contains(text, want) || strings.Contains(text, "hers,zoe") {
			t.Errorf("the other sale %s, %d parts:\n%s", where, len(parts), text)
		}
		slices.Reverse(sales)
	}
}

// TestIDsThatComeTwice: a sale whose id has come before is named and left out, in the
// same part or another, whether ids rise or not; and the contact that had no other sale
// is no trouble.
func TestIDsThatComeTwice(t *testing.T) {
	t.Parallel()
	var rising, mixed []string
	for i := range 80 {
		rising = append(rising, fmt.Sprint(1_000+i))
		mixed = append(mixed, fmt.Sprint((i*37)%80))
	}
	for name, ids := range map[string][]string{"rising": rising, "mixed": mixed} {
		for _, twice := range [][2]int{{3, 4}, {3, 60}, {70, 79}, {0, 79}} {
			all := slices.Clone(ids)
			all[twice[1]] = all[twice[0]]
			var sales strings.Builder
			sales.WriteString("sale_id,time,contact,cookie,ip,amount,product\n")
			for i, id := range all {
				fmt.Fprintf(&sales, "%s,2026-01-04T10:00:00Z,c%d,,,100.00,\n", id, i)
			}
			files := sources(replaytest.Files{Partners: "partner,parent,name\njim,,Jim\n",
				Touches: "touch_id,time,contact,cookie,ip,partner,kind\n1,2026-01-01T10:00:00Z,c79,x,,jim,click\n", Sales: sales.String()})
			for _, memory := range []int64{0, 16_000} {
				var bad replay.BadRows
				parts, sold := 0, 0
				for part, err := range replay.Parts(t.Context(), files, model.USD, replay.Options{Workers: 2, Memory: memory, SkipBad: true}, &bad) {
					if err != nil {
						t.Fatal(name, twice, memory, err)
					}
					parts, sold = parts+1, sold+part.Sales()
				}
				if bad.Count != 1 || bad.Named[0].Line != twice[1]+2 || !strings.Contains(bad.Named[0].What, "comes twice") || sold != 79 || (parts > 2) != (memory > 0) {
					t.Errorf("%s, %v, %d parts: %d sales, %+v", name, twice, parts, sold, bad)
				}
			}
		}
	}
}
