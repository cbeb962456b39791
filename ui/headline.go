package ui

import (
	"fmt"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/logbook"
	"referee/ui/text"
	"referee/ui/theme"
)

// headline is what the draft changes, in a line: settings, sales, money, and
// whom it gains and costs.
func (a *App) headline(l *theme.Line) {
	th := a.theme
	l.Space(1)
	if a.message.text != "" {
		l.Put(a.message.style(th), text.Cut(a.message.text, l.Left(), th.Glyphs.Ellipsis))
		return
	}
	problems := a.problems()
	if a.screen == cases && !a.dirty() {
		a.caseLine(l)
		return
	}
	if table := a.catalog.Welcomes(); table != "" && a.screen == stock && len(problems) == 1 {
		l.Put(th.Changed, "draft")
		a.dot(l)
		l.Put(th.Text, text.Cut("a new "+table+": type what it is called", l.Left(), th.Glyphs.Ellipsis))
		return
	}
	if len(problems) > 0 {
		l.Put(th.Problem, "draft")
		a.dot(l)
		l.Put(th.Problem, text.Cut(count(len(problems), "problem", "problems")+": "+problems[0].What, l.Left(), th.Glyphs.Ellipsis))
		return
	}
	settings, rows := len(a.form.Changes()), len(a.catalog.Changes())
	effect, _ := a.pane.Effect()
	if settings+rows == 0 {
		what := "setting"
		if a.screen == stock {
			what = "rate"
		}
		l.Put(th.Muted, "saved")
		a.dot(l)
		l.Put(th.Muted, text.Cut(fmt.Sprintf("nothing changed %s change a %s to see who would be paid differently", th.Glyphs.Dot, what), l.Left(), th.Glyphs.Ellipsis))
		return
	}
	if a.layout.Mode == Wide {
		l.Put(th.Changed, "draft")
		a.dot(l)
	}
	l.Put(th.Text, a.changedWords(settings, rows))
	if a.screen == logScreen {
		return // the figures of an example are none of the log's
	}
	a.dot(l)
	if effect.Unfit != "" {
		l.Put(th.Notice, text.Cut("this example cannot be run: "+effect.Unfit, l.Left(), th.Glyphs.Ellipsis))
		return
	}
	l.Put(th.Text, logbook.Changes(effect.Changed, effect.Orders))
	a.money(l, effect)
}

// caseLine is the state of the case that is edited, where the settings have nothing
// to say.
func (a *App) caseLine(l *theme.Line) {
	th, w := a.theme, a.work
	say := func(style theme.Style, words string) { l.Put(style, text.Cut(words, l.Left(), th.Glyphs.Ellipsis)) }
	switch problems := w.Editor.Problems(); {
	case len(problems) > 0:
		l.Put(th.Problem, "case")
		a.dot(l)
		say(th.Problem, count(len(problems), "problem", "problems")+": "+problems[0].What+"; the sales are as they were before")
	case w.Changed():
		l.Put(th.Changed, "case")
		a.dot(l)
		say(th.Text, "not kept yet "+th.Glyphs.Dot+" ctrl+s keeps it in the database, or in a file")
	default:
		l.Put(th.Muted, "case")
		a.dot(l)
		say(th.Muted, "nothing changed "+th.Glyphs.Dot+" change what happened to see who would be paid differently")
	}
}

// changedWords is what the draft changes. A small screen has no room for whole words.
func (a *App) changedWords(settings, rows int) string {
	if a.layout.Mode == Wide || rows == 0 || settings == 0 {
		return differences(settings, rows)
	}
	return fmt.Sprintf("%s, %s", count(settings, "setting", "settings"), count(rows, "row", "rows"))
}

func (a *App) dot(l *theme.Line) { l.Put(a.theme.Muted, " "+a.theme.Glyphs.Dot+" ") }

// money adds the difference in payouts and the partners it falls on, as many
// as there is room for, and a word on the rest.
func (a *App) money(l *theme.Line, effect scenario.Effect) {
	th, currency := a.theme, effect.Who.Currency()
	if effect.Changed == 0 {
		return
	}
	if !a.payouts(l, currency, effect.Delta) {
		return
	}
	for i, p := range effect.Partners {
		name, amount := effect.Who.Partner(p.Partner).DisplayName(), currency.DisplayChange(p.Delta, th.Glyphs.Minus)
		rest := fmt.Sprintf(" and %d more", len(effect.Partners)-i)
		if l.Left() < text.Width(name)+text.Width(amount)+4+len(rest) {
			if len(rest) <= l.Left() {
				l.Put(th.Muted, rest)
			}
			return
		}
		a.dot(l)
		l.Put(th.Text, name+" ")
		a.signed(l, currency, p.Delta)
	}
}

// payouts adds the difference in all that is paid and reports whether there was
// room: half a figure is worse than none.
func (a *App) payouts(l *theme.Line, currency model.Currency, delta model.Money) bool {
	words, amount := "payouts ", currency.DisplayChange(delta, a.theme.Glyphs.Minus)
	if delta == 0 {
		words, amount = "payouts the same", ""
	}
	if l.Left() < len(words)+text.Width(amount)+3 {
		return false
	}
	a.dot(l)
	l.Put(a.theme.Text, words)
	if delta != 0 {
		a.signed(l, currency, delta)
	}
	return true
}

func (a *App) signed(l *theme.Line, currency model.Currency, m model.Money) {
	style := a.theme.Gain
	if m < 0 {
		style = a.theme.Loss
	}
	l.Put(style, currency.DisplayChange(m, a.theme.Glyphs.Minus))
}
