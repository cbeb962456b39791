package databases

import (
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"referee/engine"
	"referee/engine/scenario"
	compiler "referee/engine/sql"
	"referee/model"
)

// worlds is enough of them to meet every rule; what a statement costs is mostly not
// the rows.
const worlds = 24

// Every combination of the settings that decide money, under every policy, on
// every database: the rows are those of the engine.
func TestSameAnswers(t *testing.T) {
	log := randomLogs(1, worlds)
	folder := t.TempDir()
	log.write(t, folder)
	policies := policies(t, log)
	for d, open := range map[compiler.Dialect]func(*testing.T, string) *sql.DB{
		compiler.DuckDB: openDuckDB, compiler.Postgres: openPostgres, compiler.SQLite: openSQLite,
	} {
		t.Run(d.Key(), func(t *testing.T) {
			t.Parallel()
			db := open(t, folder)
			for i, p := range policies {
				statement := compiler.Compile(p.plan, d)
				if got := ask(t, db, statement); !slices.Equal(got, p.want) {
					t.Fatalf("policy %d: %s\n%s", i, firstDifference(got, p.want), statement)
				}
			}
		})
	}
}

// The replay of large logs, which reads the same files, comes to the same rows.
func TestSameAnswersFromReplay(t *testing.T) {
	log := randomLogs(1, worlds)
	folder := t.TempDir()
	log.write(t, folder)
	load := loadReplay(t, folder)
	for i, p := range policies(t, log) {
		if got := replayed(t, load, p.plan); !slices.Equal(got, p.want) {
			t.Fatalf("policy %d: %s", i, firstDifference(got, p.want))
		}
	}
}

// policy is settings and programs, and what the engine pays under them.
type policy struct {
	plan *engine.Plan
	want []row
}

func policies(t *testing.T, log logs) []policy {
	t.Helper()
	var all []policy
	paid, met := 0, map[string]int{}
	for _, name := range []string{"one-card", "many-cards"} {
		catalog := log.catalog(t, "testdata/"+name+".toml")
		book := log.book(t, catalog)
		for _, s := range everySettings(t) {
			plan := engine.Compile(s, catalog)
			p := policy{plan, reference(plan, book)}
			all = append(all, p)
			paid += len(p.want)
			for _, r := range p.want {
				met[fmt.Sprint(r.reason, " ", r.role, " ", r.level)]++
			}
		}
	}
	t.Logf("%d policies, %d rows: %v", len(all), paid, met)
	if len(met) != 12 {
		t.Errorf("not every reason, role and level is met: %v", met)
	}
	return all
}

// catalog is the programs of a file, with the partners of the log. Who is in the
// file too is in the programs it says there, the others in all.
func (l logs) catalog(t *testing.T, path string) model.Catalog {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := scenario.Read(path, text)
	if err != nil {
		t.Fatal(err)
	}
	draft := file.Cases[0].Catalog.Draft()
	named := map[string][]string{}
	for _, p := range draft.Partners {
		named[p.Code] = p.Programs
	}
	var every []string
	for _, p := range draft.Programs {
		every = append(every, p.Name)
	}
	draft.Partners = nil
	for _, p := range l.partners {
		programs, known := named[p.code]
		if !known {
			programs = every
		}
		row := model.Partner{Code: p.code, Parent: p.parent, Inactive: p.active == "false", Programs: programs}
		var days int
		if n, _ := fmt.Sscan(p.days, &days); n == 1 {
			row.TrackDays = model.Some(days)
		}
		draft.Partners = append(draft.Partners, row)
	}
	catalog, problems := draft.Parse()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return catalog
}

// everySettings is each combination of the settings that decide money.
func everySettings(t *testing.T) []model.Settings {
	t.Helper()
	drafts := []model.Draft{model.DefaultDraft()}
	for _, s := range []model.Setting{model.HowToChoose, model.TrackingMethod, model.UseIPAddress, model.NumberOfLevels, model.PayFor, model.PayAs, model.PayIfUnused} {
		var more []model.Draft
		for _, draft := range drafts {
			for _, choice := range s.Choices() {
				if err := draft.Set(s, choice); err != nil {
					t.Fatal(err)
				}
				more = append(more, draft)
			}
		}
		drafts = more
	}
	var all []model.Settings
	for _, draft := range drafts {
		settings, problems := draft.Parse()
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		all = append(all, settings)
	}
	if len(all) != 2*2*2*3*3*3*2 {
		t.Fatalf("there are %d combinations", len(all))
	}
	return all
}

func firstDifference(got, want []row) string {
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			return fmt.Sprintf("%d rows, want %d, such as %+v", len(got), len(want), want[i])
		case i >= len(want):
			return fmt.Sprintf("%d rows, want %d; too many is %+v", len(got), len(want), got[i])
		case got[i] != want[i]:
			return strings.Join([]string{fmt.Sprintf("row %d differs", i), fmt.Sprintf("got  %+v", got[i]), fmt.Sprintf("want %+v", want[i])}, "\n")
		}
	}
	return "no difference"
}
