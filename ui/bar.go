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
	if d == nil {
		hints = a.placeHints(hints)
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

// placeHints adds the keys that mean something of their own where the focus is: in a
// field of the catalog or of a case, and while a sale is moved in time.
func (a *App) placeHints(hints []hint) []hint {
	switch {
	case a.screen == stock:
		for _, h := range a.catalog.Hints() {
			hints = append(hints, a.placed(tea.KeyPressMsg{Code: h.Key}, h.Label))
		}
	case a.screen == cases && a.work.Editor.Typing():
		label := "next"
		if offered := a.work.Editor.Completion(); offered != "" {
			label = "take " + text.Cut(offered, maxOffered, a.glyphs.Ellipsis)
		}
		hints = append(hints, a.placed(tea.KeyPressMsg{Code: tea.KeyTab}, label), a.placed(tea.KeyPressMsg{Code: 'n', Mod: tea.ModCtrl}, "next offer"),
			a.placed(tea.KeyPressMsg{Code: tea.KeyEscape}, "events"))
	case a.pane.Dragging() && a.besides():
		hints = append(hints, a.placed(tea.KeyPressMsg{Code: tea.KeyRight}, "later"), a.placed(tea.KeyPressMsg{Code: tea.KeyLeft}, "earlier"),
			a.placed(tea.KeyPressMsg{Code: ']', Text: "]"}, "next moment"), a.placed(tea.KeyPressMsg{Code: '[', Text: "["}, "moment before"),
			a.placed(tea.KeyPressMsg{Code: tea.KeyEscape}, "end"))
	}
	return hints
}

// maxOffered is how much of what tab takes stands in the bar.
const maxOffered = 16

// placed is a hint at a key that is answered where the focus is.
func (a *App) placed(msg tea.KeyPressMsg, label string) hint {
	return hint{key: msg.String(), label: label, do: func(a *App) tea.Cmd { return a.key(msg) }}
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
