package replay

import (
	"time"

	"referee/engine/replay"
	"referee/model"
	"referee/ui/logbook"
	"referee/ui/theme"
)

// State is where a log stands.
type State uint8

const (
	None     State = iota // no log has been opened
	Reading               // one is being read
	Settling              // it has been read; the policies are being settled
	Ready                 // and what they come to is there
	Refused               // or cannot be there, under these policies
	Failed                // it could not be read
)

// Pane is the screen.
type Pane struct {
	State    State
	Folder   string
	Progress *replay.Progress // while it is read
	Elapsed  time.Duration    // how long it has been read for
	Problem  string           // why it failed
	Stale    bool             // the policies are others by now, and are being settled
	Compared logbook.Compared
	Versus   string // which policies are compared, in words
	// Unreached is what it means that no touch could reach a sale, if so.
	Unreached string
	// Skipped is how many rows were left out, if any were.
	Skipped string

	at, first int // the selected sale, and the first one drawn
	page      int
	line      theme.Line
	spots     []int // by row of the last drawing: the sale there, or none
}

const none = -1

// Show takes up what two policies come to.
func (p *Pane) Show(c logbook.Compared) {
	p.State, p.Stale, p.Compared = Ready, false, c
	p.at = min(p.at, max(0, len(c.Largest)-1))
}

// Refuse takes up why the policies cannot be settled.
func (p *Pane) Refuse(why string) { p.State, p.Stale, p.Problem = Refused, false, why }

// Selected is the id of the selected sale; ok is false if none is listed.
func (p *Pane) Selected() (sale string, ok bool) {
	if p.State != Ready || len(p.Compared.Largest) == 0 {
		return "", false
	}
	return p.Compared.Largest[p.at].Sale, true
}

// Move moves the selection.
func (p *Pane) Move(by int) { p.at = min(max(p.at+by, 0), max(0, len(p.Compared.Largest)-1)) }

// Key moves the selection and reports whether the key did.
func (p *Pane) Key(key string) bool {
	switch key {
	case "up":
		p.Move(-1)
	case "down":
		p.Move(+1)
	case "pgup":
		p.Move(-p.page)
	case "pgdown":
		p.Move(+p.page)
	case "home":
		p.Move(-len(p.Compared.Largest))
	case "end":
		p.Move(len(p.Compared.Largest))
	default:
		return false
	}
	return true
}

// Click selects the sale drawn in a row and reports whether there was one.
func (p *Pane) Click(y int) bool {
	if y < 0 || y >= len(p.spots) || p.spots[y] == none {
		return false
	}
	p.at = p.spots[y]
	return true
}

func (p *Pane) money(m model.Money) string { return p.Compared.Catalog.Currency().DisplayMoney(m) }

func (p *Pane) change(th *theme.Theme, m model.Money) string {
	return p.Compared.Catalog.Currency().DisplayChange(m, th.Glyphs.Minus)
}
