package catalog_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/catalog"
	"referee/ui/theme"
	"referee/ui/uitest"
)

func screen() *catalog.Screen {
	return catalog.New(scenario.SampleCatalog(), model.Defaults())
}

// nothing is what is below a row where nobody draws anything.
func nothing(int, int) []string { return nil }

// wander presses keys and does what the desk offers, at random.
func wander(t *rapid.T, s *catalog.Screen) {
	keys := []string{"up", "down", "left", "right", "enter", "tab", "shift+tab", "esc", "space", "delete", "backspace", "home", "end", "pgdown"}
	for range rapid.IntRange(0, 40).Draw(t, "steps") {
		switch rapid.IntRange(0, 9).Draw(t, "what") {
		case 0:
			s.OpenRow()
		case 1:
			s.Add()
		case 2:
			s.Remove()
		case 3:
			s.ShowTab(rapid.IntRange(-1, 4).Draw(t, "tab"))
		case 4:
			if s.WhyNotRule() == "" {
				s.AddRule()
			}
			if s.WhyNotDropRule() == "" && rapid.Bool().Draw(t, "drop") {
				s.DropRule()
			}
		case 5:
			s.Search()
		case 6:
			s.Paste(rapid.SampledFrom([]string{"jim", "12.5", "-1", "日本", "e\u0301", " x ", "https://example.com"}).Draw(t, "paste"))
		case 7:
			for _, r := range rapid.SampledFrom([]string{"ann", "3", "0.5", "x y", "bo"}).Draw(t, "text") {
				s.Key(uitest.Letter(string(r)))
			}
		default:
			key, err := uitest.Key(rapid.SampledFrom(keys).Draw(t, "key"))
			if err != nil {
				t.Fatal(err)
			}
			s.Key(key)
		}
	}
}

// Undoing everything is what was saved; redoing everything is what was there.
func TestUndoIsTheWayBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := screen()
		wander(t, s)
		after, slips := s.Edit(), fmt.Sprint(s.Edit().Slips)
		steps := s.Steps()
		for range steps {
			s.Undo()
		}
		if len(s.Changes()) > 0 || len(s.Problems()) > 0 || s.Steps() > 0 {
			t.Fatalf("undone to %v, %v", s.Changes(), s.Problems())
		}
		for range steps {
			s.Redo()
		}
		if len(model.DiffCatalogs(after.Catalog, s.Edit().Catalog)) > 0 || fmt.Sprint(s.Edit().Slips) != slips {
			t.Fatalf("redone to %+v, was %+v", s.Edit(), after)
		}
	})
}

// Whatever was done and however little room there is, rows are exactly as wide as
// asked for and as many, and the caret is among them.
func TestRowsFit(t *testing.T) {
	looks := []*theme.Theme{theme.New(theme.Dark, theme.Unicode()), theme.New(theme.None, theme.ASCII())}
	rapid.Check(t, func(t *rapid.T) {
		s := screen()
		wander(t, s)
		width, height := rapid.IntRange(38, 200).Draw(t, "width"), rapid.IntRange(3, 60).Draw(t, "height")
		rows := s.Rows(looks[width%2], width, height, nothing)
		if len(rows) != height {
			t.Fatalf("%d rows, want %d", len(rows), height)
		}
		for _, row := range rows {
			if w := ansi.StringWidth(row); w != width {
				t.Fatalf("%q takes %d cells, want %d", row, w, width)
			}
		}
		if x, y, ok := s.Caret(); ok && (x < 0 || x >= width || y < 0 || y >= height) {
			t.Fatalf("the caret is at %d,%d of %d×%d", x, y, width, height)
		}
	})
}

// A button is no field of a row, so it can stand where there are no rows.
func TestAButtonHoldsNothing(t *testing.T) {
	s := screen()
	s.ShowTab(3)
	for range scenario.SampleCatalog().Links() {
		s.Remove()
	}
	s.ShowTab(1)
	s.AddRule()
	s.DropRule()
	if rows := s.Rows(theme.New(theme.None, theme.Unicode()), 38, 15, nothing); len(rows) != 15 {
		t.Errorf("%d rows", len(rows))
	}
}

// A row that took over a code says what was saved of that code, if nothing else has it
// now; a row that was added is new even if it was called something before.
func TestWhatWasSavedOfARow(t *testing.T) {
	s := screen()
	s.Find(model.LinkTable, "")
	code := s.Edit().Catalog.Links()[0].Code
	if _, removed := s.Remove(); !removed {
		t.Fatal("the link stays")
	}
	s.Add()
	s.Paste(code)
	if len(s.Renamed()) > 0 || s.Changes()[0].How != model.Changed || len(s.Changes()) > 1 && s.Changes()[1].How != model.Moved {
		t.Errorf("%v, renamed %v", s.Changes(), s.Renamed())
	}
	s.Key(tea.KeyPressMsg{Code: tea.KeyDown})
	if why := s.WhyNotRevert(); why != "" {
		t.Errorf("the page cannot be put back: %s", why)
	}
}

// While one table is shown another one shrinks: turning to it finds a row.
func TestASelectionInATableThatShrank(t *testing.T) {
	s := screen()
	s.ShowTab(2)
	for range 30 {
		s.Add()
		s.Paste(fmt.Sprint("p", s.Steps()))
	}
	s.ShowTab(0)
	s.Replace(model.CatalogEdit{Catalog: s.Saved()})
	s.ShowTab(2)
	if _, code, ok := s.Selected(); !ok || code == "" {
		t.Errorf("nothing is selected in a table of %d rows", len(s.Edit().Catalog.Products()))
	}
	shown := ansi.Strip(strings.Join(s.Rows(theme.New(theme.None, theme.ASCII()), 80, 12, nothing), "\n"))
	if code := s.Edit().Catalog.Products()[0].Code; !strings.Contains(shown, code) {
		t.Errorf("%s is not shown:\n%s", code, shown)
	}
}

// The focused field is in view, however many there are and however little room.
func TestTheFocusIsInView(t *testing.T) {
	s, th := screen(), theme.New(theme.None, theme.ASCII())
	s.ShowTab(1)
	for range 3 {
		s.AddRule()
	}
	for _, height := range []int{5, 9, 14, 18, 30} {
		s.OpenRow()
		for range 40 {
			shown := ansi.Strip(strings.Join(s.Rows(th, 60, height, nothing), "\n"))
			if _, _, caret := s.Caret(); !caret && !strings.Contains(shown, " > ") {
				t.Fatalf("height %d: no focus in\n%s", height, shown)
			}
			s.Key(tea.KeyPressMsg{Code: tea.KeyDown})
		}
	}
}

// A large amount stands whole in its cell, brackets included.
func TestALargeAmountIsNotCut(t *testing.T) {
	draft := scenario.SampleCatalog().Draft()
	draft.Programs = append([]model.Program(nil), draft.Programs...)
	draft.Programs[0].Default.Levels[2].Lead.Amount = model.Some(model.Money(150_000_00))
	large, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	s := catalog.New(large, model.Defaults())
	s.ShowTab(1)
	shown := ansi.Strip(strings.Join(s.Rows(theme.New(theme.None, theme.ASCII()), 120, 31, nothing), "\n"))
	if !strings.Contains(shown, "(150000.00)") {
		t.Errorf("the amount is cut in\n%s", shown)
	}
}

// A click is answered where it was drawn, on every row of the screen.
func TestClicksAnywhere(t *testing.T) {
	th := theme.New(theme.None, theme.ASCII())
	for _, size := range [][2]int{{120, 31}, {80, 20}, {50, 9}} {
		for tab := range 4 {
			for y := range size[1] {
				for x := 0; x < size[0]; x += 7 {
					s := screen()
					s.ShowTab(tab)
					s.Rows(th, size[0], size[1], nothing)
					s.Click(x, y)
					s.Wheel(x, y, +1)
					s.Rows(th, size[0], size[1], nothing)
				}
			}
		}
	}
}

// large is a catalog of so many partners, each the parent of a few.
func large(tb testing.TB, partners int) model.Catalog {
	tb.Helper()
	draft := scenario.SampleCatalog().Draft()
	draft.Partners = nil
	for i := range partners {
		p := model.Partner{Code: fmt.Sprintf("p%d", i), Name: fmt.Sprintf("Partner %d", i), Programs: []string{"GOLD", "TOOLS"}}
		if i > 0 {
			p.Parent = fmt.Sprintf("p%d", (i-1)/3)
		}
		draft.Partners = append(draft.Partners, p)
	}
	catalog, problems := draft.Parse()
	if problems != nil {
		tb.Fatal(problems)
	}
	return catalog
}

// BenchmarkTypingARate is a key in a cell and the frame after it, in catalogs from
// the samples' to the largest there can be.
func BenchmarkTypingARate(b *testing.B) {
	for _, partners := range []int{10, 1_000, 20_000} {
		b.Run(fmt.Sprint(partners), func(b *testing.B) {
			s, th := catalog.New(large(b, partners), model.Defaults()), theme.New(theme.Dark, theme.Unicode())
			s.ShowTab(1)
			s.OpenRow()
			for range 4 {
				s.Key(tea.KeyPressMsg{Code: tea.KeyDown})
			}
			keys := []tea.KeyPressMsg{uitest.Letter("3"), {Code: tea.KeyBackspace}}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				s.Key(keys[i%2])
				s.Rows(th, 120, 31, nothing)
			}
		})
	}
}
