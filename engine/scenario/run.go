package scenario

import (
	"referee/engine"
	"referee/engine/explain"
	"referee/model"
)

// Result is a case decided under some settings: what [WriteJSON], [WriteText]
// and [Check] tell about. Everything in it is in order of time. It holds what was
// decided and not why: that is worked out where it is told, because a file can
// hold more sales and referrals than anybody wants explained.
type Result struct {
	Case  Case
	Plan  *engine.Plan
	Book  *engine.Casebook
	Sales []Sale
	Forms []Form
}

// Sale is one order decided and paid.
type Sale struct {
	Order   model.Order
	Outcome engine.Outcome
	Rows    []engine.Row
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
	r := Result{Case: c, Book: engine.Index(c.Journal), Plan: engine.Compile(s, c.Catalog)}
	cases, forms := r.Book.Cases(), r.Book.Forms()
	for i, settled := range r.Plan.SettleAll(r.Book) {
		r.Sales = append(r.Sales, Sale{cases[i].Order, settled.Outcome, settled.Rows, r.Plan.ToldOfOrder(&settled.Decision)})
	}
	for i := range forms {
		f := &forms[i]
		r.Forms = append(r.Forms, Form{f.Form, r.Plan.LeadOf(f), r.Plan.ToldOfForm(f)})
	}
	return r
}

// Notices lists what is worth saying about the settings (N1 to N8).
func (r *Result) Notices() []model.Notice {
	return model.Notices(r.Case.Settings, model.Surroundings{Catalog: r.Case.Catalog, EnteredReferral: r.Book.HasEntered()})
}

// Why is why a sale is credited and paid as it is.
type Why struct {
	explain.Explanation
	Flips []explain.Flip // single settings that would credit somebody else
}

// Explain explains a sale, by its place in Sales.
func (r *Result) Explain(sale int) Why {
	c, s := &r.Book.Cases()[sale], &r.Sales[sale]
	return Why{explain.Order(r.Book, r.Plan, c, &s.Outcome, s.Rows), explain.Flips(r.Plan, c, &s.Outcome)}
}

// deciding is the one sentence about the rung that decided a sale.
func (r *Result) deciding(sale int) string {
	reason := explain.Deciding(r.Book, r.Plan, &r.Book.Cases()[sale], &r.Sales[sale].Outcome)
	return reason.Rung.String() + ": " + reason.Text
}

// code is a partner's code, "" for nobody.
func (r *Result) code(id engine.PartnerID) string {
	if id == engine.Nobody {
		return ""
	}
	return r.Case.Catalog.Partners()[id].Code
}

// name is a partner's name for people.
func (r *Result) name(id engine.PartnerID) string { return id.Name(r.Case.Catalog) }

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
