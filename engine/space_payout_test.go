package engine_test

import (
	"fmt"

	"referee/model"
)

// payoutDrafts is every combination of the settings that bear on what is paid:
// S7, S8, S9 and S10.
func payoutDrafts() (drafts []model.Draft) {
	ticks := [][2]bool{{true, false}, {false, true}, {true, true}}
	for levels := 1; levels <= model.MaxLevels; levels++ {
		for _, roles := range ticks {
			for _, kinds := range ticks {
				for _, unused := range []bool{false, true} {
					d := model.DefaultDraft()
					d.Levels, d.PayIfUnused = levels, unused
					d.PayLead, d.PaySale = roles[0], roles[1]
					d.PayAmount, d.PayPercent = kinds[0], kinds[1]
					drafts = append(drafts, d)
				}
			}
		}
	}
	return drafts
}

// chains are the seller alone, under a parent, a grandparent and one more, who
// is never paid; and with each of the first three active or not.
func chains() (all [][]model.Partner) {
	for length := 1; length <= model.MaxLevels+1; length++ {
		for inactive := range 1 << min(length, model.MaxLevels) {
			var chain []model.Partner
			for i := range length {
				p := model.Partner{Code: fmt.Sprintf("level%d", i+1), Inactive: inactive>>i&1 == 1}
				if i+1 < length {
					p.Parent = fmt.Sprintf("level%d", i+2)
				}
				chain = append(chain, p)
			}
			all = append(all, chain)
		}
	}
	return all
}

// payouts crosses the chains with the rate cards, under every setting that bears
// on the money. Two lines are sold: X, which rate cards may have a rule for, and
// Y. The seller is credited with the sale; the lead is the seller's too, or, in
// every second situation, another's. Those above are in no program themselves:
// the level 1 partner's pays them all the same (C3).
func (s *space) payouts() {
	for i, programs := range programSets() {
		for j, chain := range chains() {
			d := model.CatalogDraft{Programs: programs}
			other := model.Partner{Code: "other", Parent: chain[len(chain)-1].Code}
			lead := []string{"level1", "other"}[(i+j)%2]
			for _, p := range append([]model.Partner{other}, chain...) {
				for _, program := range programs {
					if p.Code == "level1" || p.Code == "other" {
						p.Programs = append(p.Programs, program.Name)
					}
				}
				d.Partners = append(d.Partners, p)
			}
			s.try(newStage(s.t, d, payoutDrafts()), model.Order{
				At: day(1), ID: "o", Contact: "katie", SalePartner: model.Some("level1"), LeadPartner: model.Some(lead),
				Tax: 8_000, Shipping: 2_000,
				Lines: []model.Line{
					{Product: "X", Quantity: 3, Price: 3_333},
					{Product: "Y", Quantity: 1, Price: 10_001, Discount: model.Discount{Percent: 125_000, Commissions: true}},
				},
				Discount: model.Discount{Amount: 1_000, Commissions: true},
			})
		}
	}
}

// settings crosses all 864 combinations of settings with samples of everything
// else: what each rung holds, whether the chain is payable, and the rate cards.
func (s *space) settings() {
	var drafts []model.Draft
	for _, who := range ladderDrafts() {
		for _, what := range payoutDrafts() {
			for _, quiet := range []bool{false, true} {
				d := what
				d.Credit, d.Tracking, d.UseIP, d.SkipNotifications = who.Credit, who.Tracking, who.UseIP, quiet
				drafts = append(drafts, d)
			}
		}
	}
	for _, programs := range [][]model.Program{troupe().Programs, programSets()[0]} {
		d := troupe()
		d.Programs = programs
		for i := range d.Partners {
			d.Partners[i].Programs = []string{programs[0].Name}
		}
		st := newStage(s.t, d, drafts)
		for _, cookie := range cookiePatterns()[:2] {
			for _, history := range [][]model.Event{
				nil,
				{model.Referral{At: day(3), Partner: "zoe", Contact: "katie", Type: model.Permanent}},
				{model.Referral{At: day(30), Partner: "bob", Contact: "katie", Type: model.Manual}},
			} {
				for _, address := range addressPatterns(-18 * 24 * 3600e9)[:2] {
					events := append(append([]model.Event{}, cookie...), history...)
					events = append(events, address...)
					s.try(st, append(events, model.Order{At: day(40), ID: "o", Contact: "katie", Browser: "laptop", IP: officeIP, Lines: oneX})...)
				}
			}
		}
	}
}
