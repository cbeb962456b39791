package ui

import (
	"cmp"
	"slices"

	"referee/ui/text"
)

// hint is a key in the bottom bar, and where it can be clicked.
type hint struct {
	action   *action
	from, to int
}

// bar lists the keys that do something now, the most useful ones as far as
// there is room; none is ever cut.
func (a *App) bar() string {
	l, th := &a.frame.line, a.theme
	l.Reset(a.width)
	l.Space(1)
	a.frame.hints = a.frame.hints[:0]
	for _, act := range a.barActions() {
		from := l.Col()
		l.Put(th.Key, act.keys[0])
		l.Put(th.Hint, " "+act.label)
		a.frame.hints = append(a.frame.hints, hint{act, from, l.Col()})
		l.Space(3)
	}
	return l.String()
}

// barActions picks by rank what fits, and keeps it in the order of rank.
func (a *App) barActions() []*action {
	var usable []*action
	for i := range a.actions {
		if act := &a.actions[i]; act.bar > 0 && act.whyNot(a) == "" {
			usable = append(usable, act)
		}
	}
	slices.SortFunc(usable, func(x, y *action) int { return cmp.Compare(x.bar, y.bar) })
	room := a.width - 1
	for i, act := range usable {
		room -= text.Width(act.keys[0]) + 1 + text.Width(act.label)
		if room < 0 {
			return usable[:i]
		}
		room -= 3
	}
	return usable
}
