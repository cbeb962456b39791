package save_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/save"
	"referee/ui/theme"
	"referee/ui/uitest"
)

// consequences is a change with something of everything to show.
func consequences(t *testing.T) save.Consequences {
	t.Helper()
	before := model.DefaultDraft()
	after := before
	after.Levels, after.PayLead = 3, true
	from, _ := before.Parse()
	to, problems := after.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	catalog := scenario.SampleCatalog()
	what := save.Consequences{
		Changes: model.Diff(before, after),
		Notices: []model.Notice{{Rule: "N7", Setting: model.CodePrefix, Text: "Old links keep their form."}},
		Effects: []scenario.Effect{
			{Title: "A busy day", Who: engine.Pair(catalog, catalog, nil), Effect: engine.Effect{Orders: 5, Changed: 2, Delta: 1250,
				Partners: []engine.PartnerDelta{{Partner: 0, Delta: 2000}, {Partner: 1, Delta: -750}}}},
			{Title: "A quiet one", Who: engine.Pair(catalog, catalog, nil), Effect: engine.Effect{Orders: 1}},
		},
	}
	for _, p := range catalog.Programs() {
		what.Programs = append(what.Programs, p.MaskChange(from, to))
	}
	return what
}

func rows(t *testing.T, s *save.Sheet, width, height int) []string {
	t.Helper()
	drawn, x, y := s.Rows(theme.New(theme.None, theme.ASCII()), width, height)
	if len(drawn) > height || x < 0 || x >= width || y >= len(drawn) {
		t.Fatalf("%d rows with the caret at %d,%d in %d×%d", len(drawn), x, y, width, height)
	}
	for i, row := range drawn {
		if w := ansi.StringWidth(row); w != width {
			t.Fatalf("%q takes %d cells, want %d", row, w, width)
		}
		drawn[i] = strings.TrimRight(ansi.Strip(row), " ")
	}
	return drawn
}

func TestSheet(t *testing.T) {
	want := []string{
		"2 of 6 sales in 2 pinned examples would be decided or paid differently",
		"  In all: Ann +20.00, Bob -7.50",
		"",
		"2 settings change",
		"  Levels                 2 -> 3",
		"  Pay for                sale -> lead and sale",
		"",
		"2 program records are updated",
		"  GOLD now shows and pays: level 1 lead percent, level 3 sale percent",
		"    kept hidden as before: level 1 lead amount, level 1 sale amount,",
		"      unused sale percent",
		"  TOOLS: shows what it showed",
		"",
		"Example by example",
		"  A busy day",
		"    2 of 5 sales: Ann +20.00, Bob -7.50",
		"",
		"Worth knowing",
		"  Old links keep their form.",
		"",
		"note  why this change, for whoever reads the history",
	}
	if diff := cmp.Diff(want, rows(t, save.New(consequences(t), ""), 72, 40)); diff != "" {
		t.Errorf("the sheet (-want +got):\n%s", diff)
	}
}

// A large log takes its place below the examples: while it is reckoned, when it is
// known, and when it cannot be.
func TestSheetTellsOfALog(t *testing.T) {
	gain := func(name string, m model.Money) scenario.Gain {
		return scenario.Gain{Name: name, Currency: model.USD, Amount: m}
	}
	for want, log := range map[string]save.Log{
		`The log "logs"|  Being reckoned.|`:                                    {Folder: "logs", Waiting: true, Unknown: "Being reckoned."},
		`The log "logs" says nothing about this change|  In yen.|`:             {Folder: "logs", Unknown: "In yen."},
		`0 of 1 sale in the log "logs" would be decided or paid differently||`: {Folder: "logs", Sales: 1},
		`1,200 of 2,000,000 sales in the log "…of-a-path-that-is-very-long-for-a-sheet/" would be decided or paid differently|` +
			`  In all -2.50 USD in commissions: Ann +1.50, Bob -4.00 and 7 other partners|`: {
			Folder: strings.Repeat("x", 40) + "/of-a-path-that-is-very-long-for-a-sheet/", Sales: 2_000_000, Changed: 1_200, More: 7, Delta: gain("", -250),
			Gaining: []scenario.Gain{gain("Ann", 150)}, Losing: []scenario.Gain{gain("Bob", -400)}},
	} {
		s := save.New(consequences(t), "")
		s.Log = &log
		got := strings.Join(rows(t, s, 130, 40)[3:6], "|")
		if want = strings.Replace(want, "…", theme.ASCII().Ellipsis, 1); !strings.HasPrefix(got+"|", want) {
			t.Errorf("the sheet says\n%s\nwant\n%s", got, want)
		}
	}
}

func TestSheetFitsAnyRoom(t *testing.T) {
	for width := 20; width <= 120; width += 7 {
		for height := 3; height <= 40; height += 3 {
			s := save.New(consequences(t), "")
			for range 20 {
				rows(t, s, width, height)
				s.Wheel(+3)
			}
			got := rows(t, s, width, height)
			if last := got[len(got)-1]; !strings.HasPrefix(last, "note ") {
				t.Errorf("%d×%d: the last row is %q", width, height, last)
			}
			if strings.Contains(strings.Join(got, "\n"), "more below") {
				t.Errorf("%d×%d: more below the end", width, height)
			}
		}
	}
}

func TestSheetKeys(t *testing.T) {
	s := save.New(consequences(t), "")
	rows(t, s, 72, 8)
	for _, step := range []struct {
		key  string
		want save.Answer
	}{{"a", save.Stay}, {"down", save.Stay}, {"pgup", save.Stay}, {"left", save.Stay}, {"b", save.Stay}, {"ctrl+s", save.Stay}, {"enter", save.Write}, {"esc", save.Back}} {
		key, err := uitest.Key(step.key)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Key(key); got != step.want {
			t.Errorf("%s: %d, want %d", step.key, got, step.want)
		}
	}
	if s.Note() != "ba" {
		t.Errorf("note %q", s.Note())
	}
}

// A note is cleaned, bounded, and without blanks around it.
func TestNote(t *testing.T) {
	s := save.New(consequences(t), "")
	s.Paste("  spring\x1b[2J\r\n")
	if got := s.Note(); got != "spring[2J" {
		t.Errorf("note %q", got)
	}
	s.Paste(strings.Repeat("x", 2*model.MaxText))
	if n := len(s.Note()); n > model.MaxText {
		t.Errorf("a note of %d characters, at most %d are possible", n, model.MaxText)
	}
}
