package engine

import (
	"cmp"
	"slices"

	"referee/model"
)

// Plan is settings and a catalog made ready to decide with: chains cut to the
// levels (C2), rate cards masked to what the settings show (C8), programs in
// order of priority (C3). It is not changed after [Compile] returns.
type Plan struct {
	catalog  model.Catalog
	settings model.Settings
	asked    [NumRungs]bool // which rungs the settings switch on (A3)
	first    bool           // first rather than latest (S3)
	partners []planPartner  // under the levels (S7)
	programs []planProgram  // under the kinds (S9)
	enrolled [][]int32      // by partner: the programs it is in, in the order they are asked
}

type planPartner struct {
	chain  [model.MaxLevels]PartnerID // itself, parent, grandparent; Nobody where there is none
	active bool
	alone  bool // no active partner above it within the levels (C6)
}

type planProgram struct {
	onPayment bool
	fallback  *card // the default rule, nil if it has none
	products  map[string]*card
}

// card is a rate card under the settings, by role and level.
type card struct {
	levels [model.MaxLevels + 1][len(model.Roles) + 1]rates // from 1; 0 is the unused row
}

// rates is what one row pays for one role: what the settings hide or a person
// left blank pays 0, but only what is visible and not blank is set.
type rates struct {
	amount  model.Money
	percent model.Rate
	set     bool
}

// Compile makes a plan. Settings and Catalog are right by construction, so
// there is nothing that could fail.
func Compile(s model.Settings, c model.Catalog) *Plan {
	p := &Plan{catalog: c}
	p.attributeBy(s)
	p.readCards()
	p.cutChains()
	p.enrol()
	return p
}

// Under is the plan of other settings for the same catalog. It shares with p
// what does not depend on what they differ in: chains depend on the levels alone
// (S7), rate cards on the kinds (S9), and who is in which program on neither.
func (p *Plan) Under(s model.Settings) *Plan {
	was, other := p.settings, *p
	other.attributeBy(s)
	if was.PaysAs(model.Amount) != s.PaysAs(model.Amount) || was.PaysAs(model.Percent) != s.PaysAs(model.Percent) {
		other.readCards()
	}
	if was.Levels() != s.Levels() {
		other.cutChains()
	}
	return &other
}

// attributeBy takes over the settings, and of them what decides who is credited.
func (p *Plan) attributeBy(s model.Settings) {
	p.settings = s
	p.first = s.Credit() == model.First
	p.asked = [NumRungs]bool{
		ByHand:    true,
		ByCookie:  true,
		ByHistory: s.Tracking() == model.HistoryAndCookies,
		ByAddress: s.UseIP(),
		ByNobody:  true,
	}
}

// Settings is what the plan was compiled from.
func (p *Plan) Settings() model.Settings { return p.settings }

// Catalog is what the plan was compiled from.
func (p *Plan) Catalog() model.Catalog { return p.catalog }

// readCards masks every rate card to the kinds (C8).
func (p *Plan) readCards() {
	p.programs = make([]planProgram, 0, len(p.catalog.Programs()))
	for _, program := range p.catalog.Programs() {
		p.programs = append(p.programs, newPlanProgram(program, p.settings))
	}
}

func newPlanProgram(program model.Program, s model.Settings) planProgram {
	compiled := planProgram{
		onPayment: program.Payout == model.OnPayment,
		fallback:  newCard(program.Default, s),
		products:  map[string]*card{},
	}
	for _, rule := range program.Products {
		if c := newCard(rule.Card, s); c != nil {
			compiled.products[rule.Product] = c
		}
	}
	return compiled
}

func newCard(c model.RateCard, s model.Settings) *card {
	if !c.IsRule() {
		return nil
	}
	compiled := &card{}
	for _, role := range model.Roles {
		compiled.levels[model.UnusedLevel][role] = newRates(c.Unused.For(role).Visible(s))
		for i, row := range c.Levels {
			compiled.levels[i+1][role] = newRates(row.For(role).Visible(s))
		}
	}
	return compiled
}

func newRates(r model.RoleRates) rates {
	return rates{r.Amount.Or(0), r.Percent.Or(0), !r.IsBlank()}
}

// cutChains cuts every partner's chain to the levels (C2).
func (p *Plan) cutChains() {
	p.partners = make([]planPartner, len(p.catalog.Partners()))
	for i := range p.partners {
		p.partners[i] = p.newPlanPartner(i)
	}
}

// newPlanPartner cuts a partner's chain to the levels. An inactive partner
// keeps its slot, but does not count as somebody above (C2, C6).
func (p *Plan) newPlanPartner(row int) planPartner {
	partner := planPartner{active: p.active(PartnerID(row)), alone: true}
	at := row
	for level := range partner.chain {
		partner.chain[level] = Nobody
		if at < 0 || level >= p.settings.Levels() {
			continue
		}
		partner.chain[level] = PartnerID(at)
		if level > 0 && p.active(PartnerID(at)) {
			partner.alone = false
		}
		at = p.catalog.Parent(at)
	}
	return partner
}

// enrol lists the programs of every partner in the order they are asked. Most
// partners are in the same programs as the one above them in the catalog, and
// then share its list.
func (p *Plan) enrol() {
	p.enrolled = make([][]int32, len(p.catalog.Partners()))
	rank := make(map[string]int, len(p.programs))
	ranked := RankedPrograms(p.catalog)
	for i, program := range ranked {
		rank[p.catalog.Programs()[program].Name] = i
	}
	for row, partner := range p.catalog.Partners() {
		if row > 0 && slices.Equal(partner.Programs, p.catalog.Partners()[row-1].Programs) {
			p.enrolled[row] = p.enrolled[row-1]
			continue
		}
		asked := make([]int, 0, len(partner.Programs))
		for _, name := range partner.Programs {
			asked = append(asked, rank[name])
		}
		slices.Sort(asked)
		for _, i := range slices.Compact(asked) {
			p.enrolled[row] = append(p.enrolled[row], ranked[i])
		}
	}
}

func (p *Plan) active(id PartnerID) bool { return !p.catalog.Partners()[id].Inactive }

// RankedPrograms lists a catalog's programs, by their rows, in the order they are
// asked: the lowest priority number first, then by name (C3).
func RankedPrograms(c model.Catalog) []int32 {
	ranked := make([]int32, len(c.Programs()))
	for i := range ranked {
		ranked[i] = int32(i)
	}
	slices.SortFunc(ranked, func(a, b int32) int {
		x, y := c.Programs()[a], c.Programs()[b]
		return cmp.Or(cmp.Compare(x.Priority, y.Priority), cmp.Compare(x.Name, y.Name))
	})
	return ranked
}
