package answers

import (
	"fmt"
	"strings"

	"referee/engine/account"
	"referee/engine/explain"
	"referee/engine/scenario"
	"referee/engine/whatif"
)

const whereColumn = 10 // where the sentences stand beside a rung's word

// draw is the whole answer: the verdict, what would alter it, what was expected and
// found, and every cent.
func (w *Why) draw(d *pen) {
	a := w.answer()
	d.line.Reset(d.width)
	name := w.result.Case.Catalog.Partners()[w.who[w.asked]].DisplayName()
	d.line.Put(d.th.Title, d.th.Glyphs.Prev+" "+name+" "+d.th.Glyphs.Next)
	d.line.Right(d.th.Muted, fmt.Sprintf("partner %d of %d", w.asked+1, len(w.who)))
	d.end(none)
	style := d.th.Text
	if a.Paid == 0 {
		style = d.th.Notice
	}
	d.says("", style, 0, a.Verdict, style, none)
	for _, n := range a.Notes {
		d.says("note "+n.Rule, d.th.Notice, whereColumn, n.Text, d.th.Notice, none)
	}
	d.gap()
	w.drawFlips(d, a)
	for _, s := range append(a.Rungs[:len(a.Rungs):len(a.Rungs)], a.Roles...) {
		w.drawStand(d, s)
	}
	for _, share := range a.Account.Roles {
		for _, row := range share.Rows {
			w.drawRow(d, row)
		}
	}
}

// drawFlips lists what would alter the answer; settings can be taken.
func (w *Why) drawFlips(d *pen, a *scenario.PartnerAnswer) {
	w.choices = 0
	if len(a.Flips) == 0 {
		d.says("", d.th.Muted, 0, "No single change would alter that.", d.th.Muted, none)
		d.gap()
		return
	}
	d.says("", d.th.Title, 0, "What would alter that, the smallest change first", d.th.Title, none)
	for i := range a.Flips {
		words := explain.Instead(w.result.Plan, &a.Flips[i]) + " " +
			explain.If(w.result.Plan, w.result.Case.Journal, w.result.Sales[w.sale].Order.ID, a.Flips[i].Change)
		if a.Flips[i].Kind == whatif.ToSetting {
			d.choice(w.choices, "", 2, words, d.th.Text)
			w.choices++
			continue
		}
		d.says("", d.th.Muted, 2, words, d.th.Text, none)
	}
	if !a.Sure {
		d.says("", d.th.Muted, 2, "There are too many events to try all; something smaller may do it too.", d.th.Muted, none)
	}
	d.gap()
}

// drawStand is one rung or role: what was expected, and what was found.
func (w *Why) drawStand(d *pen, s explain.Stand) {
	style, head := d.th.Muted, d.th.Muted
	switch s.Cause {
	case account.Chosen, account.Paid, account.PaidUnused:
		style, head = d.th.Text, d.th.Focus
	}
	d.says(s.Label, head, whereColumn, "expected: "+s.Expected, d.th.Muted, none)
	d.says("", head, whereColumn, "found: "+s.Found+" ("+s.Cause.String()+")", style, none)
}

// drawRow is every cent of a row, the amounts below one another.
func (w *Why) drawRow(d *pen, row int) {
	d.gap()
	s := &w.result.Sales[w.sale]
	money := w.result.Case.Catalog.Currency().DisplayMoney
	figures := explain.Derive(w.result.Plan, &w.result.Book.Cases()[w.sale], &s.Rows[row])
	width := 0
	for _, f := range figures {
		width = max(width, len(money(f.Amount)))
	}
	for _, f := range figures {
		mark, style := " ", d.th.Text
		if f.Sum {
			mark, style = "=", d.th.Money
		}
		amount := money(f.Amount)
		d.says(mark+" "+strings.Repeat(" ", width-len(amount))+amount, style, width+4, f.Text, d.th.Muted, none)
	}
}
