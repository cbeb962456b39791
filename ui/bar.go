package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"referee/ui/text"
)

// hint is a key in the bottom bar, what it does, and where it can be clicked.
type hint struct {
	key, label string
	do         func(*App) tea.Cmd
	from, to   int
}

// pressing is a hint at a key that a dialog answers.
func pressing(d dialog, key rune, label string) hint {
	msg := tea.KeyPressMsg{Code: key}
	return hint{key: msg.String(), label: label, do: func(a *App) tea.Cmd { return d.key(a, msg) }}
}

// bar lists the keys that do something now, the most useful ones as far as
// there is room; none is ever cut.
func (a *App) bar() string {
	l, th := &a.frame.line, a.theme
	l.Reset(a.width)
	l.Space(1)
	a.frame.hints = a.usable(a.frame.hints[:0])
	shown := a.frame.hints[:0]
	for _, h := range a.frame.hints {
		if l.Left() < text.Width(h.key)+1+text.Width(h.label) {
			continue // a shorter one may still fit
		}
		h.from = l.Col()
		l.Put(th.Key, h.key)
		l.Space(1)
		l.Put(th.Hint, h.label)
		h.to = l.Col()
		l.Space(3)
		shown = append(shown, h)
	}
	a.frame.hints = shown
	return l.String()
}

// usable adds the keys that work now, by rank: a dialog's own and those that
// work everywhere, or the desk's.
func (a *App) usable(hints []hint) []hint {
	d := a.top()
	if d != nil {
		hints = append(hints, d.hints()...)
	}
	if d == nil && a.screen == stock {
		hints = a.fieldHints(hints)
	}
	for _, act := range a.ranked {
		if (d == nil || act.reach == always) && a.here(act) && !answered(hints, act.keys[0]) && act.whyNot(a) == "" {
			hints = append(hints, hint{key: act.keys[0], label: act.label, do: act.do})
		}
	}
	return hints
}

// answered reports whether a key means something else where the focus is.
func answered(hints []hint, key string) bool {
	return slices.ContainsFunc(hints, func(h hint) bool { return h.key == key })
}

// fieldHints adds the keys of the catalog's field that has the focus.
func (a *App) fieldHints(hints []hint) []hint {
	for _, h := range a.catalog.Hints() {
		msg := tea.KeyPressMsg{Code: h.Key}
		hints = append(hints, hint{key: msg.String(), label: h.Label, do: func(a *App) tea.Cmd { a.catalogKey(msg); return nil }})
	}
	return hints
}

// ranked is the actions that the bar may offer, the most useful first.
func ranked(actions []action) []*action {
	var list []*action
	for i := range actions {
		if actions[i].bar > 0 {
			list = append(list, &actions[i])
		}
	}
	slices.SortFunc(list, func(x, y *action) int { return cmp.Compare(x.bar, y.bar) })
	return list
}
