package catalog

import (
	"strings"

	"referee/model"
	"referee/ui/input"
	"referee/ui/theme"
)

// tables is the tabs, from left to right.
var tables = [...]string{model.PartnerTable, model.ProgramTable, model.ProductTable, model.LinkTable}

// Screen is the catalog's screen: a list of rows, and the selected one.
type Screen struct {
	saved    model.Catalog
	settings model.Settings // what they hide is drawn so
	edit     model.CatalogEdit
	edits    edits
	version  int
	changes  []model.CatalogChange
	changed  map[rowName]bool

	tab   int
	at    [len(tables)]int // the selected row of each table
	open  bool             // the selected row has the focus, not the list
	line  int              // the focused line of it
	spot  int              // and the spot in that
	fresh bool             // nothing was typed into a cell yet: typing replaces what it holds
	lines []line           // of the selected row

	search    input.Input
	searching bool
	shown     []int // the rows that match the search; nil: all
	typing    typing

	drawn drawn
}

// rowName names a row as a change does.
type rowName struct{ table, code string }

// maxSearch bounds what is searched for, in characters.
const maxSearch = 100

// New is a screen over the saved catalog. What the settings hide is drawn so.
func New(saved model.Catalog, settings model.Settings) *Screen {
	s := &Screen{saved: saved, edit: model.CatalogEdit{Catalog: saved}, settings: settings, search: input.Input{Limit: maxSearch}}
	s.drawn.line.Remember()
	s.refresh()
	return s
}

// SetSettings changes what is hidden.
func (s *Screen) SetSettings(settings model.Settings) { s.settings = settings }

// Edit is the draft of the catalog.
func (s *Screen) Edit() model.CatalogEdit { return s.edit }

// Renamed leads from what is saved to the draft.
func (s *Screen) Renamed() model.Renames { return s.edit.Renamed.Between(s.saved, s.edit.Catalog) }

// Version is another number after every change of the draft.
func (s *Screen) Version() int { return s.version }

// Saved is what the draft is compared with.
func (s *Screen) Saved() model.Catalog { return s.saved }

// Changes lists the rows that differ from what is saved.
func (s *Screen) Changes() []model.CatalogChange { return s.changes }

// Problems is what keeps the draft from being saved, each with the row it is in.
func (s *Screen) Problems() model.Problems {
	problems := s.edit.Problems()
	for i, slip := range s.edit.Slips {
		if code := s.codeOf(slip.Field); !strings.Contains(problems[i].What, code) && slip.Field.Key != model.CodeKey(slip.Field.Table) {
			problems[i].What = slip.Field.Table + " " + code + ": " + problems[i].What
		}
	}
	return problems
}

// Typing reports whether letters go into a text or a cell.
func (s *Screen) Typing() bool {
	if !s.open {
		return s.searching
	}
	spot, ok := s.focused()
	return ok && (spot.shape == written || spot.shape == rate)
}

// Searching reports whether letters go into the search.
func (s *Screen) Searching() bool { return !s.open && s.searching }

// Open reports whether the selected row has the focus, and not the list.
func (s *Screen) Open() bool { return s.open }

// table is the name of the table that is shown.
func (s *Screen) table() string { return tables[s.tab] }

// row is the selected row; ok is false in an empty table.
func (s *Screen) row() (row int, ok bool) {
	return s.at[s.tab], s.at[s.tab] < s.rows(s.tab)
}

// rows is how many rows a table has.
func (s *Screen) rows(tab int) int {
	c := s.edit.Catalog
	return [...]int{len(c.Partners()), len(c.Programs()), len(c.Products()), len(c.Links())}[tab]
}

// Selected is what the selected row is called, and in which table; ok is false in an
// empty one.
func (s *Screen) Selected() (table, code string, ok bool) {
	row, ok := s.row()
	if !ok {
		return s.table(), "", false
	}
	return s.table(), s.code(row), true
}

// code is what a row of the table that is shown is called.
func (s *Screen) code(row int) string {
	c := s.edit.Catalog
	switch s.table() {
	case model.PartnerTable:
		return c.Partners()[row].Code
	case model.ProgramTable:
		return c.Programs()[row].Name
	case model.ProductTable:
		return c.Products()[row].Code
	}
	return c.Links()[row].Code
}

// ShowTab turns to a table, by its place among the tabs; they go round.
func (s *Screen) ShowTab(tab int) {
	s.edits.endRun()
	s.tab = (tab + len(tables)) % len(tables)
	s.open, s.searching = false, false
	s.search.Set("")
	s.match()
	s.describe()
}

// Tab is the place of the table that is shown.
func (s *Screen) Tab() int { return s.tab }

// drawn is what the last drawing put where.
type drawn struct {
	line           theme.Line
	tabs           []span
	list           []int // by row of the body: the row of the table there, or none
	spots          []drawnSpot
	page           int // how many rows of the list were in view
	first          int // the first of them
	above          int // lines of the row that are scrolled away
	caretX, caretY int
	caret          bool
	listFrom       int // columns of the list
	listTo         int
	below          bool // what the draft comes to stands below the row
}

// span is a stretch of the first row that stands for a tab.
type span struct{ from, to int }

// drawnSpot is where a spot can be clicked.
type drawnSpot struct{ y, from, to, line, spot, option int }

const none = -1

// Caret is where the caret was drawn; ok is false if nothing takes text.
func (s *Screen) Caret() (x, y int, ok bool) { return s.drawn.caretX, s.drawn.caretY, s.drawn.caret }
