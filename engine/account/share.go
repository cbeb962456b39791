package account

import (
	"referee/engine"
	"referee/model"
)

// inRole reads what the partner has in one role: whether it stands in the chain of
// the credited partner, and what its rows are.
func inRole(p *engine.Plan, c *engine.Case, o *engine.Outcome, rows []engine.Row, role model.Role, who engine.PartnerID) Share {
	s := Share{Role: role, Credited: o.Sale.Partner}
	if role == model.Lead {
		s.Credited = o.Lead.Partner
	}
	s.Level = levelOf(p.Catalog(), s.Credited, who)
	for i := range rows {
		if rows[i].Role != role || rows[i].Partner != who {
			continue
		}
		s.Rows = append(s.Rows, i)
		if cause := OfRow(p, c, &rows[i]); s.Cause == 0 || !s.Cause.pays() && cause.pays() {
			s.Cause = cause
		}
	}
	switch {
	case s.Cause != 0:
	case s.Credited == engine.Nobody:
		s.Cause = NobodyCredited
	case s.Level == 0:
		s.Cause = NotInChain
	case !p.Settings().PaysFor(role):
		s.Cause = RoleOff
	case s.Level > p.Settings().Levels():
		s.Cause = LevelCut
	default:
		s.Cause = noRule(p, s.Credited) // level 1 has the only row, and says so there
	}
	return s
}

// noRule tells a partner whose programs have no rule from one that is in none.
func noRule(p *engine.Plan, who engine.PartnerID) Cause {
	if len(p.Catalog().Partners()[who].Programs) == 0 {
		return InNoProgram
	}
	return NoRule
}

func (c Cause) pays() bool { return c == Paid || c == PaidUnused }

// levelOf is where a partner stands in another one's whole chain, whatever the
// number of levels: 1 for itself, 2 for its parent; 0 if nowhere.
func levelOf(c model.Catalog, credited, who engine.PartnerID) int {
	level := 1
	for at := int(credited); at >= 0; at = c.Parent(at) {
		if at == int(who) {
			return level
		}
		level++
	}
	return 0
}

// OfRow is why a row pays what it does.
func OfRow(p *engine.Plan, c *engine.Case, r *engine.Row) Cause {
	switch r.Rule {
	case engine.InactivePartner:
		return Inactive
	case engine.NoProgram:
		return noRule(p, r.Partner)
	case engine.NoRate:
		if p.Card(c, r).Levels[r.Level-1].For(r.Role).IsBlank() {
			return RateBlank
		}
		return RateHidden
	}
	switch {
	case r.Calculated > 0 && r.Rule == engine.ByUnused:
		return PaidUnused
	case r.Calculated > 0:
		return Paid
	case r.Amount == 0 && r.Percent == 0:
		return RateZero
	case r.Base == 0:
		return BaseZero
	}
	return RoundsToZero
}
