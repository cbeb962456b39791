package explain

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/model"
)

// row explains what one row pays, with every figure it is made of.
func (t *teller) row(r *engine.Row) string {
	program := t.program(r)
	switch r.Rule {
	case engine.NoProgram:
		return t.noProgram(r)
	case engine.InactivePartner:
		return t.partner(r.Partner) + " is inactive: earns nothing, and nobody moves up"
	case engine.NoRate:
		return t.noRate(r, program)
	case engine.ByUnused:
		return fmt.Sprintf("%s, %s: the unused row, as nobody above is paid (%s is yes)",
			Sum(t.plan, r), program, model.PayIfUnused.Name())
	}
	return fmt.Sprintf("%s, %s", Sum(t.plan, r), program)
}

func (t *teller) noProgram(r *engine.Row) string {
	if len(t.plan.Catalog().Partners()[r.Partner].Programs) == 0 {
		return t.partner(r.Partner) + " is in no program"
	}
	return fmt.Sprintf("no program of %s has a rule for %s", t.partner(r.Partner), t.item(r))
}

// noRate tells a rate that is blank from one that the tick boxes of S9 hide (C8).
func (t *teller) noRate(r *engine.Row, program string) string {
	rates := t.plan.Card(t.c, r).Levels[r.Level-1].For(r.Role)
	kind := model.Percent
	switch {
	case rates.IsBlank():
		return fmt.Sprintf("%s has no %s rate for level %d", program, r.Role, r.Level)
	case rates.Amount.IsSet():
		kind = model.Amount // a percent beside it would be hidden too, which S9 rules out
	}
	return fmt.Sprintf("%s has a %s %s for level %d, but %s is not ticked", program, r.Role, kind, r.Level, kind)
}

// Sum is how a row's figure comes about: "15.00 × 3 + 20 % of 300.00" (C5).
func Sum(plan *engine.Plan, r *engine.Row) string {
	currency := plan.Catalog().Currency()
	var parts []string
	if r.Amount != 0 {
		part := currency.DisplayMoney(r.Amount)
		if r.Quantity != 1 {
			part += fmt.Sprintf(" × %d", r.Quantity)
		}
		parts = append(parts, part)
	}
	if r.Percent != 0 || len(parts) == 0 {
		parts = append(parts, fmt.Sprintf("%s %% of %s", r.Percent.Percent(), currency.DisplayMoney(r.Base)))
	}
	return strings.Join(parts, " + ")
}

func (t *teller) program(r *engine.Row) string {
	if r.Program == engine.NoProgramID {
		return ""
	}
	name := t.plan.Catalog().Programs()[r.Program].Name
	if r.ForProduct {
		name += " for " + t.item(r)
	}
	return name
}

func (t *teller) item(r *engine.Row) string { return t.c.Items[r.Item].Product }

// payouts lists who is paid what by some rows: "Jim 200.00, Bob 100.00".
func (t *teller) payouts(rows []engine.Row) string {
	var parts []string
	for _, p := range engine.Payouts(rows) {
		parts = append(parts, t.partner(p.Partner)+" "+t.money(p.Paid))
	}
	if len(parts) == 0 {
		return "nobody"
	}
	return strings.Join(parts, ", ")
}

// Role names a row's place in the chain: "sale, level 2".
func Role(r *engine.Row) string { return fmt.Sprintf("%s, level %d", r.Role, r.Level) }
