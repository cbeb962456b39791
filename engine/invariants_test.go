package engine_test

import (
	"testing"

	"pgregory.net/rapid"

	"referee/engine"
	"referee/model"
)

// TestRowsStandOnTheRules checks each row by itself: who may be paid, by which
// rate, and that the figures in the row add up to what it pays. It knows
// nothing of how the engine arrived there.
func TestRowsStandOnTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := play(t, drawWorld(t), drawSettings(t))
		s, partners := p.plan.Settings(), p.plan.Catalog().Partners()
		for i := range p.book.Cases() {
			outcome, rows := p.plan.Settle(nil, &p.book.Cases()[i])
			for _, r := range rows {
				credited := outcome.Sale.Partner
				if r.Role == model.Lead {
					credited = outcome.Lead.Partner
				}
				exact := r.Amount.Times(r.Quantity) + r.Percent.Of(r.Base)
				switch paid := r.Calculated; {
				case credited == engine.Nobody:
					t.Fatalf("a row although nobody is credited: %+v", r)
				case above(p.plan.Catalog(), credited, int(r.Level)-1) != r.Partner:
					t.Fatalf("a row outside the chain of %s: %+v", partners[credited].Code, r)
				case !s.PaysFor(r.Role) || int(r.Level) > s.Levels() || r.Level < 1:
					t.Fatalf("a role or level that is off has a row: %+v", r)
				case !s.PaysAs(model.Amount) && r.Amount != 0 || !s.PaysAs(model.Percent) && r.Percent != 0:
					t.Fatalf("a kind that is off pays: %+v", r)
				case r.Rule == engine.ByUnused && (!s.UnusedCounts() || r.Level != 1):
					t.Fatalf("unused rates where they are off: %+v", r)
				case r.Rule == engine.ByPool:
					t.Fatalf("the other reading is paid: %+v", r)
				case partners[r.Partner].Inactive && paid != 0:
					t.Fatalf("an inactive partner is paid: %+v", r)
				case (r.Rule == engine.ByLevel || r.Rule == engine.ByUnused) && paid != exact, paid != exact && paid != 0, paid < 0, r.Base < 0:
					t.Fatalf("the figures do not add up to the row: %+v", r)
				case r.Released != 0 && r.Released != paid:
					t.Fatalf("released something else than was calculated: %+v", r)
				}
			}
			rowsAddUp(t, rows, len(partners))
		}
	})
}

// above is the partner so many levels above another.
func above(c model.Catalog, who engine.PartnerID, levels int) engine.PartnerID {
	for range levels {
		if who < 0 {
			return engine.Nobody
		}
		who = engine.PartnerID(c.Parent(int(who)))
	}
	return who
}

// rowsAddUp: what the partners are paid is what the rows hold, and no more.
func rowsAddUp(t *rapid.T, rows []engine.Row, partners int) {
	sum, paid := model.Money(0), model.Money(0)
	for _, r := range rows {
		sum += r.Calculated
	}
	for who := range partners {
		paid += engine.PaidTo(rows, engine.PartnerID(who))
	}
	if sum != paid {
		t.Fatalf("rows of %d, payouts of %d", sum, paid)
	}
}

// TestStrongerRungsHeldNothing: no asked rung above the one that decided holds
// a valid referral, and a rung that is switched off never decides (A3).
func TestStrongerRungsHeldNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := play(t, drawWorld(t), drawSettings(t))
		s := p.plan.Settings()
		asked := map[engine.Rung]bool{
			engine.ByCookie:  true,
			engine.ByHistory: s.Tracking() == model.HistoryAndCookies,
			engine.ByAddress: s.UseIP(),
		}
		for i := range p.book.Cases() {
			c := &p.book.Cases()[i]
			by := p.plan.Decide(&c.Evidence).By
			if c.Order.SalePartner.IsSet() != (by == engine.ByHand) {
				t.Fatalf("set by hand: %v, but decided by %s", c.Order.SalePartner, by)
			}
			for rung, on := range asked {
				valid := false
				for candidate := range p.book.Candidates(c, rung) {
					valid = valid || candidate.Status == engine.Valid
				}
				if by == rung && (!on || !valid) || by > rung && on && valid {
					t.Fatalf("decided by %s although %s is asked: %v, and holds something valid: %v", by, rung, on, valid)
				}
			}
		}
	})
}

// TestDiscountPartsAddUp: what the lines lose to an order's discount is that
// discount to the cent, and no base falls below 0 (C4).
func TestDiscountPartsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := play(t, drawWorld(t), model.DefaultDraft())
		for _, c := range p.book.Cases() {
			want, got := model.Money(0), model.Money(0)
			for i, l := range c.Order.Lines {
				left := l.Total()
				if l.Discount.Commissions {
					left -= model.Money(off(l.Discount, int64(left)))
				}
				if got += c.Items[i].Base; c.Items[i].Base < 0 || c.Items[i].Base > left {
					t.Fatalf("line %d has a base of %d, its own discount leaves %d", i, c.Items[i].Base, left)
				}
				want += left
			}
			if c.Order.Discount.Commissions {
				want -= model.Money(off(c.Order.Discount, int64(want)))
			}
			if got != want {
				t.Fatalf("bases of %d, want %d: %+v", got, want, c.Order)
			}
		}
	})
}
