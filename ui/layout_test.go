package ui_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/model"
	"referee/ui"
)

// Every size a terminal is likely to have, and the odd ones on the way there.
func TestArrangeEverySize(t *testing.T) {
	for w := 1; w <= 200; w++ {
		for h := 1; h <= 60; h++ {
			for _, simulating := range []bool{false, true} {
				l := ui.Arrange(w, h, simulating)
				for _, wrong := range wrongWith(l, w, h, simulating) {
					t.Errorf("%d×%d, simulating %v: %s", w, h, simulating, wrong)
				}
				if again := ui.Arrange(w, h, simulating); !cmp.Equal(l, again) {
					t.Errorf("%d×%d: two layouts for one size", w, h)
				}
				if t.Failed() {
					return // one size tells enough
				}
			}
		}
	}
}

// wrongWith lists what is wrong with a layout.
func wrongWith(l ui.Layout, w, h int, simulating bool) (wrong []string) {
	if tiny := w < 40 || h < 12; tiny || l.Mode == ui.Tiny {
		if tiny != (l.Mode == ui.Tiny) {
			wrong = append(wrong, fmt.Sprintf("mode %d, and tiny is everything below 40×12", l.Mode))
		}
		return wrong
	}
	if (l.Mode == ui.Wide) != (w >= 100) {
		wrong = append(wrong, "panes stand side by side from 100 columns on")
	}
	rects := []ui.Rect{l.Header, l.Form, l.Hint, l.Sim, l.Money, l.Bar}
	for _, y := range l.Rules {
		rects = append(rects, ui.Rect{X: 0, Y: y, W: w, H: 1})
	}
	for i, r := range rects {
		if r.H < 0 || r.H > 0 && r.W < 1 || r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h {
			wrong = append(wrong, fmt.Sprintf("outside the screen: %+v", r))
		}
		for _, other := range rects[:i] {
			if overlap(r, other) {
				wrong = append(wrong, fmt.Sprintf("%+v overlaps %+v", r, other))
			}
		}
	}
	return append(wrong, missing(l, w, h, simulating)...)
}

func overlap(a, b ui.Rect) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

// missing lists what a person needs and does not have.
func missing(l ui.Layout, w, h int, simulating bool) (wrong []string) {
	if l.Header.H != 1 || l.Money.H != 1 || l.Bar.H != 1 || l.Bar.Y != h-1 {
		wrong = append(wrong, "header, headline and bar are one row each, the bar the last")
	}
	small := l.Mode == ui.Stacked && simulating
	if !small && (l.Form.H < 1 || l.Hint.H < 1) || small && l.Sim.H < 3 {
		wrong = append(wrong, "the pane with the focus has no room")
	}
	if w >= 80 && h >= 24 && !small && (l.Form.H < len(model.AllSettings) || l.Sim.H < 3) {
		wrong = append(wrong, "ten settings and the first result do not fit")
	}
	return wrong
}

func TestRectContains(t *testing.T) {
	r := ui.Rect{X: 2, Y: 1, W: 3, H: 2}
	for at, want := range map[[2]int]bool{{2, 1}: true, {4, 2}: true, {1, 1}: false, {5, 1}: false, {2, 0}: false, {2, 3}: false} {
		if got := r.Contains(at[0], at[1]); got != want {
			t.Errorf("%v: %v, want %v", at, got, want)
		}
	}
}
