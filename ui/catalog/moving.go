package catalog

import (
	"strings"

	"referee/model"
	"referee/ui/input"
)

// typing is the editor of the focused text or cell. It has what was typed as it
// was typed, "3" where the cell holds 3.00, as long as nothing else changes it.
type typing struct {
	input.Input
	at      place
	version int
}

// sync lets the editor begin with what stands in the focused spot, unless it is
// the one who wrote it.
func (s *Screen) sync(at spot) {
	if s.typing.at != s.place() || s.typing.version != s.version {
		s.typing = typing{Input: input.Input{Limit: model.MaxLinkURL}, at: s.place(), version: s.version}
		s.typing.Set(s.value(at))
	}
}

// write puts what was typed into the focused spot; run tells a run of typing from
// a paste.
func (s *Screen) write(at spot, run bool) {
	s.put(at, s.typing.Value(), run)
	s.typing.at, s.typing.version = s.place(), s.version
}

// moveLine moves to another line that can have the focus, as far as there is one.
// In a sheet it stays in its column.
func (s *Screen) moveLine(by int) {
	for at := s.line + by; at >= 0 && at < len(s.lines); at += by {
		if n := len(s.lines[at].spots); n > 0 {
			s.focus(at, min(s.spot, n-1))
			return
		}
	}
}

// moveSpot moves within a line.
func (s *Screen) moveSpot(by int) {
	s.focus(s.line, max(0, min(s.spot+by, len(s.lines[s.line].spots)-1)))
}

// focus gives the focus to a spot; a run of typing ends.
func (s *Screen) focus(line, spot int) {
	s.edits.endRun()
	s.line, s.spot, s.fresh = line, spot, true
	s.typing.version = none // the editor begins with what is there now
}

// Find selects a row by what it is called, in a table by its name.
func (s *Screen) Find(table, code string) {
	for i, name := range tables {
		if name == table {
			s.ShowTab(i)
		}
	}
	for row := range s.rows(s.tab) {
		if s.code(row) == code {
			s.selectRow(row)
		}
	}
}

// OpenRow gives the focus to the selected row, from its first field.
func (s *Screen) OpenRow() {
	if _, ok := s.row(); !ok {
		return
	}
	s.open, s.searching = true, false
	s.drawn.above = 0
	s.focus(0, 0)
}

// Close goes back to the list.
func (s *Screen) Close() {
	s.edits.endRun()
	s.open = false
}

// count is how many rows the list shows.
func (s *Screen) count() int {
	if s.shown != nil {
		return len(s.shown)
	}
	return s.rows(s.tab)
}

// listed is the row of the table at a place of the list.
func (s *Screen) listed(i int) int {
	if s.shown != nil {
		return s.shown[i]
	}
	return i
}

// selected is the place of the selected row in the list, or none.
func (s *Screen) selected() int {
	if s.shown == nil {
		return s.at[s.tab]
	}
	for i, row := range s.shown {
		if row == s.at[s.tab] {
			return i
		}
	}
	return none
}

func (s *Screen) move(by int) {
	if n := s.count(); n > 0 {
		s.selectRow(s.listed(max(0, min(s.selected()+by, n-1))))
	}
}

func (s *Screen) selectRow(row int) {
	s.edits.endRun()
	s.at[s.tab] = row
	s.line, s.spot, s.drawn.above = 0, 0, 0
	s.describe()
}

// Search begins a search; what is typed narrows the list down.
func (s *Screen) Search() {
	s.Close()
	s.searching = true
}

// find shows the rows that hold every word that is searched for.
func (s *Screen) find(words string) {
	s.search.Set(words)
	s.match()
	if s.selected() == none && s.count() > 0 {
		s.selectRow(s.listed(0))
	}
}

func (s *Screen) match() {
	words := strings.Fields(strings.ToLower(s.search.Value()))
	s.shown = nil
	if len(words) == 0 {
		return
	}
	s.shown = []int{}
	for row := range s.rows(s.tab) {
		if all := strings.ToLower(strings.Join(s.cells(row), " ")); holds(all, words) || s.open && row == s.at[s.tab] {
			s.shown = append(s.shown, row)
		}
	}
}

func holds(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
