package explain

import (
	"referee/engine"
	"referee/model"
)

// Explanation is why one order is credited and paid as it is.
type Explanation struct {
	Rungs []Reason // the ladder, strongest rung first; always all five
	Lead  Reason   // the lead partner; its Rung is not used
	Rows  []string // one for each row of the outcome, in their order
	Notes []Note   // other readings, own links: true whatever was decided
}

// Reason is what one rung came to, in one sentence, and what became of the
// referrals it could have chosen: all of them, or of many the chosen one and
// [AtEachEnd] from either end.
type Reason struct {
	Rung       engine.Rung
	Finding    engine.Finding
	Partner    engine.PartnerID // whom it credits, or Nobody
	Text       string
	Candidates []Candidate // in order of time
}

// LeftOut is how many referrals of the rung are not among the candidates.
func (r *Reason) LeftOut() int {
	n := 0
	for i := range r.Candidates {
		n += r.Candidates[i].Skipped
	}
	return n
}

// Candidate is one referral a rung could have chosen.
type Candidate struct {
	Partner engine.PartnerID
	Status  engine.Status
	Chosen  bool
	Text    string
	Skipped int // referrals between this one and the candidate above it that are left out
}

// Note is something worth knowing beside the decision, with its rule.
type Note struct {
	Rule string
	Text string
}

// teller holds what every sentence about one order needs.
type teller struct {
	book *engine.Casebook
	plan *engine.Plan
	c    *engine.Case
	o    *engine.Outcome
	rows []engine.Row
}

// Order explains one order of a casebook, as plan.Settle decided it. The rows
// are the ones it appended.
func Order(book *engine.Casebook, plan *engine.Plan, c *engine.Case, o *engine.Outcome, rows []engine.Row) Explanation {
	t := teller{book, plan, c, o, rows}
	e := Explanation{Rungs: make([]Reason, 0, engine.NumRungs), Rows: make([]string, 0, len(rows))}
	for _, r := range engine.Rungs {
		reason := t.rung(r)
		reason.Candidates = t.candidates(r)
		e.Rungs = append(e.Rungs, reason)
	}
	e.Lead = t.lead()
	for i := range rows {
		e.Rows = append(e.Rows, t.row(&rows[i]))
	}
	e.Notes = t.notes()
	return e
}

// Deciding is the reason of the rung that decided, without its candidates: what
// [Order] says in one sentence, for a small part of the work.
func Deciding(book *engine.Casebook, plan *engine.Plan, c *engine.Case, o *engine.Outcome) Reason {
	t := teller{book: book, plan: plan, c: c, o: o}
	return t.rung(o.By)
}

func (t *teller) partner(id engine.PartnerID) string { return id.Name(t.plan.Catalog()) }

func (t *teller) money(m model.Money) string { return t.plan.Catalog().Currency().DisplayMoney(m) }

// choice is the word of S3 as it is set.
func (t *teller) choice() string { return t.plan.Settings().Credit().String() }
