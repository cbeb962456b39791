package scenario

import (
	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

// Result is a case decided under some settings: what [WriteJSON], [WriteText]
// and [Check] tell about. Everything in it is in order of time.
type Result struct {
	Case    Case
	Plan    *engine.Plan
	Book    *engine.Casebook
	Notices []model.Notice
	Sales   []Sale
	Forms   []Form
}

// Sale is one order decided, paid and explained.
type Sale struct {
	Order   model.Order
	Outcome engine.Outcome
	Rows    []engine.Row
	Why     explain.Explanation
	Flips   []explain.Flip   // single settings that would credit somebody else
	Told    engine.PartnerID // who would get a notification, or Nobody (M1)
}

// Form is one web form and whom it concerns (M1). It pays nothing (C1).
type Form struct {
	model.Form
	Lead engine.PartnerID // the contact's lead partner at that moment, or Nobody
	Told engine.PartnerID // who would get a notification, or Nobody
}

// Run decides a case under settings, which need not be its own: the terminal
// program asks the same case about what is saved and what is drafted. Nothing
// can fail, since everything in a Case has been checked.
func Run(c Case, s model.Settings) Result {
	c.Settings = s
	book := engine.Index(c.Journal)
	r := Result{
		Case: c,
		Book: book,
		Plan: engine.Compile(s, c.Catalog),
		Notices: model.Notices(s, model.Surroundings{
			Catalog:         c.Catalog,
			EnteredReferral: book.HasEntered(),
		}),
	}
	cases, forms := book.Cases(), book.Forms()
	for i := range cases {
		r.Sales = append(r.Sales, r.settle(&cases[i]))
	}
	for i := range forms {
		f := &forms[i]
		r.Forms = append(r.Forms, Form{f.Form, r.Plan.LeadOf(f), r.Plan.ToldOfForm(f)})
	}
	return r
}

func (r *Result) settle(c *engine.Case) Sale {
	outcome, rows := r.Plan.Settle(nil, c)
	return Sale{
		Order:   c.Order,
		Outcome: outcome,
		Rows:    rows,
		Why:     explain.Order(r.Book, r.Plan, c, &outcome, rows),
		Flips:   explain.Flips(r.Plan, c, &outcome),
		Told:    r.Plan.ToldOfOrder(&outcome.Decision),
	}
}

// code is a partner's code, "" for nobody.
func (r *Result) code(id engine.PartnerID) string {
	if id == engine.Nobody {
		return ""
	}
	return r.Case.Catalog.Partners()[id].Code
}

// name is a partner's name for people.
func (r *Result) name(id engine.PartnerID) string {
	if id == engine.Nobody {
		return "nobody"
	}
	return r.Case.Catalog.Partners()[id].DisplayName()
}

// notified lists the codes of those who would be told.
func (r *Result) notified(told engine.PartnerID) []string {
	if told == engine.Nobody {
		return []string{}
	}
	return []string{r.code(told)}
}

func calculated(row engine.Row) model.Money { return row.Calculated }
func released(row engine.Row) model.Money   { return row.Released }

// sums adds up a figure of the rows for each partner, leaving zeros out.
func (s *Sale) sums(figure func(engine.Row) model.Money) map[engine.PartnerID]model.Money {
	sums := map[engine.PartnerID]model.Money{}
	for _, row := range s.Rows {
		if m := figure(row); m != 0 {
			sums[row.Partner] += m
		}
	}
	return sums
}

// Totals is what every partner earns over all sales, in minor units; those who
// earn nothing are left out.
func (r *Result) Totals() map[engine.PartnerID]model.Money {
	totals := map[engine.PartnerID]model.Money{}
	for _, s := range r.Sales {
		for partner, m := range s.sums(calculated) {
			totals[partner] += m
		}
	}
	return totals
}
