package scenario

import (
	"io"
	"slices"
	"strings"

	"referee/engine"
	"referee/engine/explain"
	"referee/engine/whatif"
	"referee/model"
)

// MaxAnswers is how many partners of one sale are answered for where none is
// asked about: those who are paid, and those who might have been.
const MaxAnswers = 12

// Ticket is why a sale is paid as it is, to hand on: for one partner, or for all
// that it concerns.
type Ticket struct {
	result  *Result
	sale    int
	Answers []PartnerAnswer
	LeftOut int // partners that it concerns too, and that are not answered for
}

// PartnerAnswer is why a partner is paid for a sale or why not, and what would
// change that.
type PartnerAnswer struct {
	explain.Answer
	Flips []whatif.Flip
	Sure  bool // nothing smaller was left untried; see [whatif.Flips]
}

// Ticket explains a sale, by its place in Sales, for the partner with a code of the
// case's catalog; "" asks for everybody that it concerns.
func (r *Result) Ticket(sale int, partner string) Ticket {
	t := Ticket{result: r, sale: sale}
	concerned := r.Concerned(sale)
	if row, known := r.Case.Catalog.Partner(partner); known {
		concerned = []engine.PartnerID{engine.PartnerID(row)}
	}
	t.LeftOut = max(0, len(concerned)-MaxAnswers)
	for _, id := range concerned[:len(concerned)-t.LeftOut] {
		t.Answers = append(t.Answers, r.Answer(sale, id))
	}
	return t
}

// Answer is why one partner is paid for a sale, or why not, with what would flip
// it.
func (r *Result) Answer(sale int, who engine.PartnerID) PartnerAnswer {
	s := &r.Sales[sale]
	a := PartnerAnswer{Answer: explain.Partner(r.Book, r.Plan, &r.Book.Cases()[sale], &s.Outcome, s.Rows, who)}
	a.Flips, a.Sure = whatif.Flips(r.Plan, r.Case.Journal, s.Order.ID, who)
	return a
}

// Concerned lists the partners of a sale: those credited, those with rows, and
// those with a referral that a rung could have chosen.
func (r *Result) Concerned(sale int) (who []engine.PartnerID) {
	s := &r.Sales[sale]
	add := func(id engine.PartnerID) {
		if id != engine.Nobody && !slices.Contains(who, id) {
			who = append(who, id)
		}
	}
	add(s.Outcome.Sale.Partner)
	add(s.Outcome.Lead.Partner)
	for _, row := range s.Rows {
		add(row.Partner)
	}
	for rung := engine.ByCookie; rung <= engine.ByAddress; rung++ {
		for candidate := range r.Book.Candidates(&r.Book.Cases()[sale], rung) {
			if add(candidate.Partner); len(who) > 10*MaxAnswers {
				return who
			}
		}
	}
	return who
}

// WriteTicket writes a ticket as plain text, or as Markdown. It returns the error
// of w.
func WriteTicket(w io.Writer, t Ticket, markdown bool) error {
	s := &sheet{page: page{result: t.result}, markdown: markdown}
	if c := t.result.Case; c.Title != "" {
		s.title(c.Title)
	}
	s.text(s.saleLine(&t.result.Sales[t.sale]))
	s.settingsOf(t.result.Case.Settings)
	for i := range t.Answers {
		s.answer(&t, &t.Answers[i])
	}
	if len(t.Answers) == 0 {
		s.text("No partner has anything to do with this sale.")
	}
	if t.LeftOut > 0 {
		s.text("More partners have referrals that bear on this sale; ask for one of them by its code.")
	}
	_, err := io.WriteString(w, strings.TrimRight(s.String(), "\n")+"\n")
	return err
}

// settingsOf says under which settings all of it holds.
func (s *sheet) settingsOf(settings model.Settings) {
	changes := model.Diff(model.DefaultDraft(), settings.Draft())
	if len(changes) == 0 {
		s.text("All settings are at their defaults.")
		return
	}
	s.heading("Settings that differ from the defaults")
	column := longest(changes, func(c model.Change) string { return c.Setting.Name() })
	for _, c := range changes {
		s.item(c.Setting.Name(), column, c.Setting.Words(c.To))
	}
	s.gap()
}

func (s *sheet) answer(t *Ticket, a *PartnerAnswer) {
	s.heading(a.Verdict)
	for _, stand := range append(slices.Clone(a.Rungs), a.Roles...) {
		s.item(stand.Label, 8, "expected "+stand.Expected+"; found: "+stand.Found+" ["+stand.Cause.String()+"]")
	}
	for _, n := range a.Notes {
		s.item(n.Rule, 8, n.Text)
	}
	s.gap()
	sale := &t.result.Sales[t.sale]
	for _, share := range a.Account.Roles {
		for _, row := range share.Rows {
			s.figures(t.result.figures(sale, t.sale, row), t.result.Case.Catalog.Currency().DisplayMoney)
			s.gap()
		}
	}
	s.flipsOf(t, a)
}

// figures is every cent of a row.
func (r *Result) figures(s *Sale, sale, row int) []explain.Figure {
	return explain.Derive(r.Plan, &r.Book.Cases()[sale], &s.Rows[row])
}

// flipsOf lists what would change it, the smallest change first.
func (s *sheet) flipsOf(t *Ticket, a *PartnerAnswer) {
	if len(a.Flips) == 0 {
		s.text("No single change would alter that.")
		return
	}
	s.say("", "", "What would alter that, the smallest change first:")
	for i := range a.Flips {
		s.item("", 0, t.result.flip(t.sale, &a.Flips[i]))
	}
	if !a.Sure {
		s.say("  ", "    ", "There are too many events to try all; something smaller may do it too.")
	}
	s.gap()
}

func (r *Result) flip(sale int, f *whatif.Flip) string {
	return explain.Instead(r.Plan, f) + " " + explain.If(r.Plan, r.Case.Journal, r.Sales[sale].Order.ID, f.Change)
}
