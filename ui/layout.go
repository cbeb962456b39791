package ui

import "referee/model"

// Mode is how the desk is arranged.
type Mode uint8

const (
	Wide    Mode = iota + 1 // settings left, simulator right
	Stacked                 // settings above, simulator below
	Tiny                    // too small to work in
)

// Rect is a rectangle of cells, from the top left of the screen.
type Rect struct{ X, Y, W, H int }

// Contains reports whether a cell is inside.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Layout is where everything stands. A rectangle of height 0 is not there.
type Layout struct {
	Mode                                Mode
	Header, Form, Hint, Sim, Money, Bar Rect
	Body                                Rect  // all between header and headline, for other screens
	Rules                               []int // rows that are a line from edge to edge
	Divider                             int   // the column between the panes, or 0
}

// Smaller than this nobody can work; from wideFrom columns on, panes stand side
// by side.
const (
	minWidth, minHeight = 40, 12
	wideFrom            = 100
)

// A wider simulator would only tear names and amounts apart.
const widestSim = 110

// Arrange lays the desk out on a screen. With simulating, the simulator has the
// focus, which on a small screen gives it the settings' room. It is pure: the
// same size always gives the same screen.
func Arrange(width, height int, simulating bool) Layout {
	switch {
	case width < minWidth || height < minHeight:
		return Layout{Mode: Tiny}
	case width >= wideFrom:
		return wide(width, height)
	}
	return stacked(width, height, simulating)
}

func wide(w, h int) Layout {
	left := min(max(w*42/100, 50), 60)
	hint := 4
	if h < 24 {
		hint = 2
	}
	body := Rect{0, 2, w, h - 5}
	return Layout{
		Mode:    Wide,
		Header:  Rect{0, 0, w, 1},
		Body:    body,
		Form:    Rect{0, body.Y, left, body.H - hint - 1},
		Hint:    Rect{0, body.Y + body.H - hint, left, hint},
		Sim:     Rect{left + 2, body.Y, min(w-left-3, widestSim), body.H},
		Money:   Rect{0, h - 2, w, 1},
		Bar:     Rect{0, h - 1, w, 1},
		Rules:   []int{1, h - 3},
		Divider: left,
	}
}

// stacked gives the ten settings their rows first, then the explanation of the
// focused one, and the simulator what is left.
func stacked(w, h int, simulating bool) Layout {
	l := Layout{
		Mode:   Stacked,
		Header: Rect{0, 0, w, 1},
		Money:  Rect{0, h - 2, w, 1},
		Bar:    Rect{0, h - 1, w, 1},
	}
	top, room, hint := 1, h-3, 1
	if h >= 18 {
		l.Rules = append(l.Rules, top)
		top, room, hint = top+1, room-1, 2
	}
	l.Body = Rect{0, top, w, room}
	if simulating {
		l.Sim = l.Body
		return l
	}
	want := len(model.AllSettings) // titles and blank rows come with more room
	switch {
	case h >= 28:
		want += 5
	case h >= 24:
		want += 2
	}
	form := min(want, room-hint)
	l.Form = Rect{0, top, w, form}
	l.Hint = Rect{0, top + form, w, hint}
	top, room = top+form+hint, room-form-hint
	if room >= 3 {
		l.Rules = append(l.Rules, top)
		l.Sim = Rect{0, top + 1, w, room - 1}
	}
	return l
}
