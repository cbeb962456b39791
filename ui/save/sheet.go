package save

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/input"
	"referee/ui/theme"
)

// Consequences is what saving would do.
type Consequences struct {
	Changes  []model.Change
	Catalog  []model.CatalogChange
	Programs []model.MaskChange // every program record
	Notices  []model.Notice
	Effects  []scenario.Effect // on every example of the simulator
}

// Log is what saving would do over a large log, as far as it is known now.
type Log struct {
	Folder string
	// Unknown is why the rest is empty: it is being reckoned, or it cannot be.
	Unknown string
	Waiting bool // it is not known yet

	Sales, Changed  int
	Gaining, Losing []scenario.Gain // those with the largest differences
	More            int             // how many others are paid differently
	Delta           scenario.Gain   // all commissions together
}

// Sheet is the open sheet.
type Sheet struct {
	Log   *Log // of the very change that is shown; nil if no log was opened
	what  Consequences
	note  input.Input
	above int // rows scrolled away
	over  int // rows below the view
}

// New opens a sheet with a note that may have been typed before.
func New(what Consequences, note string) *Sheet {
	s := &Sheet{what: what, note: input.Input{Limit: model.MaxText}}
	s.note.Set(note)
	return s
}

// Title asks what is to be saved.
func (s *Sheet) Title() string {
	if len(s.what.Catalog) > 0 {
		return "Save these changes?"
	}
	return "Save these settings?"
}

// Note is what was typed about the change, without the blanks that a paste can
// leave around it.
func (s *Sheet) Note() string { return strings.TrimSpace(s.note.Value()) }

// Answer is what a key came to.
type Answer uint8

const (
	Stay  Answer = iota // go on
	Write               // save it
	Back                // do not
)

// Key answers a key: enter writes, esc goes back, everything else is the note's
// or scrolls. The key that opened the sheet does not write: pressed twice by
// habit it would save what nobody has read.
func (s *Sheet) Key(msg tea.KeyPressMsg) Answer {
	switch msg.String() {
	case "enter":
		return Write
	case "esc":
		return Back
	case "up":
		s.Wheel(-1)
	case "down":
		s.Wheel(+1)
	case "pgup":
		s.Wheel(-8)
	case "pgdown":
		s.Wheel(+8)
	default:
		s.note.Key(msg)
	}
	return Stay
}

// Paste puts pasted text into the note.
func (s *Sheet) Paste(text string) { s.note.Insert(text) }

// Wheel scrolls.
func (s *Sheet) Wheel(by int) { s.above = max(0, s.above+min(by, s.over)) }

// Rows draws the sheet's inside in at most height rows of exactly width cells,
// and says where the caret is.
func (s *Sheet) Rows(th *theme.Theme, width, height int) (rows []string, caretX, caretY int) {
	all := s.consequences(th, width)
	room := max(height-2, 0)
	s.above = max(0, min(s.above, len(all)-room))
	s.over = max(0, len(all)-room-s.above)
	rows = append(rows, all[s.above:min(len(all), s.above+room)]...)

	var l theme.Line
	l.Reset(width)
	if s.over > 0 {
		l.Right(th.Muted, "more below")
	}
	rows = append(rows, l.String())
	l.Reset(width)
	l.Put(th.Accent, "note ")
	from := l.Col()
	visible, caret := s.note.View(max(1, width-from))
	if visible == "" {
		l.Space(1)
		l.Put(th.Hint, "why this change, for whoever reads the history")
	} else {
		l.Put(th.Text, visible)
	}
	rows = append(rows, l.String())
	rows = rows[max(0, len(rows)-height):]
	return rows, from + caret, len(rows) - 1
}
