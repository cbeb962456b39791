package sql_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/engine/scenario"
	"referee/engine/sql"
	"referee/model"
	"referee/ui/uitest/hostile"
)

var update = flag.Bool("update", false, "rewrite the statements in testdata")

// TestStatements holds the text to what a person has read. That it is right is
// shown on the databases, in databases/.
func TestStatements(t *testing.T) {
	for _, test := range []struct {
		dialect  sql.Dialect
		programs string
		change   func(*model.Draft)
	}{
		{sql.DuckDB, "one-card", func(d *model.Draft) {}},
		{sql.Postgres, "many-cards", everythingOn},
		{sql.SQLite, "one-card", everythingOn},
	} {
		statement := sql.Compile(plan(t, test.programs, test.change), test.dialect)
		golden(t, test.programs+"-"+test.dialect.Key()+".sql", statement)
	}
	for _, d := range sql.Dialects {
		golden(t, "tables-"+d.Key()+".sql", sql.Tables(d))
	}
}

func everythingOn(d *model.Draft) {
	d.Credit, d.Tracking, d.UseIP, d.Levels = model.First, model.HistoryAndCookies, true, 3
	d.PayLead, d.PaySale, d.PayAmount, d.PayPercent, d.PayIfUnused = true, true, true, true, true
}

func plan(t *testing.T, programs string, change func(*model.Draft)) *engine.Plan {
	t.Helper()
	path := filepath.Join("databases", "testdata", programs+".toml")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := scenario.Read(path, text)
	if err != nil {
		t.Fatal(err)
	}
	draft := model.DefaultDraft()
	change(&draft)
	settings, problems := draft.Parse()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return engine.Compile(settings, file.Cases[0].Catalog)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
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
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// What the settings switch off is not in the statement at all.
func TestWhatIsOffIsLeftOut(t *testing.T) {
	everything := sql.Compile(plan(t, "one-card", everythingOn), sql.DuckDB)
	for word, off := range map[string]func(*model.Draft){
		"history": func(d *model.Draft) { d.Tracking = model.OnlyCookies },
		"ip'":     func(d *model.Draft) { d.UseIP = false },
		"'lead'":  func(d *model.Draft) { d.PayLead = false },
		"'sale'":  func(d *model.Draft) { d.PaySale = false },
		"three":   func(d *model.Draft) { d.Levels = 2 },
		"C6":      func(d *model.Draft) { d.PayIfUnused = false },
	} {
		less := sql.Compile(plan(t, "one-card", func(d *model.Draft) { everythingOn(d); off(d) }), sql.DuckDB)
		_, body, _ := strings.Cut(less, "WITH\n")
		if !strings.Contains(everything, word) || strings.Contains(body, word) {
			t.Errorf("%s should be in the statement only if it is switched on", word)
		}
	}
}

// No float is anywhere in a statement: no decimal point, no type of one.
func TestOnlyWholeNumbers(t *testing.T) {
	float := regexp.MustCompile(`(?i)[0-9]\.[0-9]|\b(real|float|double|round)\b|[0-9]e[0-9]`)
	for _, d := range sql.Dialects {
		for line := range strings.Lines(sql.Compile(plan(t, "many-cards", everythingOn), d)) {
			if !strings.HasPrefix(strings.TrimSpace(line), "--") && float.MatchString(line) {
				t.Errorf("%s: %s", d, line)
			}
		}
	}
}

// What people call their programs and products stands in the statement in full,
// and neither ends a text nor acts on a terminal.
func TestHostileNames(t *testing.T) {
	for _, p := range hostile.Payloads() {
		file, err := scenario.Read("hostile.toml", []byte(hostile.Scenario(p.Raw)))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range sql.Dialects {
			statement := sql.Compile(engine.Compile(model.Defaults(), file.Cases[0].Catalog), d)
			if bad := hostile.Active(statement); bad != "" {
				t.Errorf("%s: %s: %s", p.Name, d, bad)
			}
			for line := range strings.Lines(statement) {
				if !strings.HasPrefix(line, "--") && strings.Count(line, "'")%2 != 0 {
					t.Errorf("%s: %s: a text is not closed: %s", p.Name, d, line)
				}
			}
		}
	}
}

func TestParse(t *testing.T) {
	for _, d := range sql.Dialects {
		if got, known := sql.Parse(d.Key()); !known || got != d {
			t.Errorf("Parse(%q) = %v, %v", d.Key(), got, known)
		}
	}
	if _, known := sql.Parse("oracle"); known {
		t.Error("oracle is taken for a dialect")
	}
}
