package model

// Cell is one value of a rate card: its row (1 to 3 for the levels, 0 for the
// unused row), its role and its kind.
type Cell struct {
	Level int
	Role  Role
	Kind  Kind
}

// UnusedLevel is the Level of cells in the unused row.
const UnusedLevel = 0

// Cells lists the values of a rate card that are not blank, row by row.
func (c RateCard) Cells() []Cell {
	var cells []Cell
	for level := 1; level <= MaxLevels+1; level++ {
		row := c.Unused
		if level <= MaxLevels {
			row = c.Levels[level-1]
		}
		for _, role := range Roles {
			rates := row.For(role)
			if rates.Amount.IsSet() {
				cells = append(cells, Cell{level % (MaxLevels + 1), role, Amount})
			}
			if rates.Percent.IsSet() {
				cells = append(cells, Cell{level % (MaxLevels + 1), role, Percent})
			}
		}
	}
	return cells
}

// Hides is the setting that keeps a cell of every rate card from being shown
// and paid (C8), and whether there is one.
func (s Settings) Hides(c Cell) (Setting, bool) {
	switch {
	case !s.PaysFor(c.Role):
		return PayFor, true
	case !s.PaysAs(c.Kind):
		return PayAs, true
	case c.Level == UnusedLevel && !s.PayIfUnused():
		return PayIfUnused, true
	case c.Level > s.Levels() || c.Level == UnusedLevel && s.Levels() == 1:
		return NumberOfLevels, true
	}
	return 0, false
}

// deadBoxes is N4: a ticked box that no program has a value for.
func (n *notices) deadBoxes() {
	roles, kinds := map[Role]bool{}, map[Kind]bool{}
	for _, p := range n.programs {
		for _, rule := range p.Cards() {
			for _, c := range rule.Card.Cells() {
				roles[c.Role], kinds[c.Kind] = true, true
			}
		}
	}
	for _, role := range Roles {
		if n.settings.PaysFor(role) && !roles[role] {
			n.say("N4", PayFor, "The box %s is ticked, but no program has a %s rate.", role, role)
		}
	}
	for _, kind := range [...]Kind{Amount, Percent} {
		if n.settings.PaysAs(kind) && !kinds[kind] {
			n.say("N4", PayAs, "The box %s is ticked, but no program has a rate of that kind.", kind)
		}
	}
}

// hiddenValues is N5: one notice for each setting that hides something, naming
// the programs it does that to.
func (n *notices) hiddenValues() {
	hidden := map[Setting][]string{}
	for _, p := range n.programs {
		by := map[Setting]bool{}
		for _, rule := range p.Cards() {
			for _, c := range rule.Card.Cells() {
				if s, hides := n.settings.Hides(c); hides {
					by[s] = true
				}
			}
		}
		for s := range by {
			hidden[s] = append(hidden[s], p.Name)
		}
	}
	for _, s := range AllSettings {
		if programs := hidden[s]; len(programs) > 0 {
			n.say("N5", s, "%s %s: they pay 0 and are kept.", list(programs), hiddenWords(s, n.settings, len(programs)))
		}
	}
}

func hiddenWords(by Setting, s Settings, programs int) string {
	verb := "holds "
	if programs > 1 {
		verb = "hold "
	}
	switch by {
	case NumberOfLevels:
		if s.Levels() == 1 {
			return verb + "rates above level 1"
		}
		return verb + "level 3 rates"
	case PayFor:
		if s.PaysFor(Lead) {
			return verb + "sale rates while sale is off"
		}
		return verb + "lead rates while lead is off"
	case PayAs:
		if s.PaysAs(Amount) {
			return verb + "percents while percent is off"
		}
		return verb + "amounts while amount is off"
	}
	return verb + "unused rates while Pay if unused is no"
}
