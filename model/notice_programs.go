package model

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
