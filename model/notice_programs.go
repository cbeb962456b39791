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

// hidden is what one setting keeps out of view: in which programs, and whether
// it is the unused row, levels, or both.
type hidden struct {
	programs       []string
	unused, levels bool
}

// hiddenValues is N5: one notice for each setting that hides something, naming
// the programs it does that to.
func (n *notices) hiddenValues() {
	var by [len(AllSettings) + 1]hidden
	for _, p := range n.programs {
		for _, rule := range p.Cards() {
			for _, c := range rule.Card.Cells() {
				s, hides := n.settings.Hides(c)
				if !hides {
					continue
				}
				h := &by[s]
				if len(h.programs) == 0 || h.programs[len(h.programs)-1] != p.Name {
					h.programs = append(h.programs, p.Name)
				}
				h.unused, h.levels = h.unused || c.Level == UnusedLevel, h.levels || c.Level != UnusedLevel
			}
		}
	}
	for _, s := range AllSettings {
		if h := by[s]; len(h.programs) > 0 {
			n.say("N5", s, "%s: they pay 0 and are kept.", h.words(s, n.settings))
		}
	}
}

// words says who holds what, by the cells that are hidden.
func (h hidden) words(by Setting, s Settings) string {
	holds := list(h.programs) + " holds "
	if len(h.programs) > 1 {
		holds = list(h.programs) + " hold "
	}
	switch by {
	case NumberOfLevels:
		return holds + h.aboveLevels(s)
	case PayFor:
		if s.PaysFor(Lead) {
			return holds + "sale rates while sale is off"
		}
		return holds + "lead rates while lead is off"
	case PayAs:
		if s.PaysAs(Amount) {
			return holds + "percents while percent is off"
		}
		return holds + "amounts while amount is off"
	}
	return holds + "unused rates while Pay if unused is no"
}

// aboveLevels names what the number of levels hides. With one level that is the
// unused row too, which stands for levels that are not there.
func (h hidden) aboveLevels(s Settings) string {
	above := "level 3 rates"
	if s.Levels() == 1 {
		above = "rates above level 1"
	}
	switch {
	case !h.unused:
		return above
	case !h.levels:
		return "unused rates while there is one level"
	}
	return above + " and unused rates"
}
