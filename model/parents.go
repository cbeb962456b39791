package model

import "strings"

// findParents resolves every parent to its row, -1 for none, and refuses
// unknown ones and cycles.
func (c *held) findParents(problems *Problems) []int {
	parents := make([]int, len(c.d.Partners))
	for i, p := range c.d.Partners {
		parents[i] = -1
		if p.Parent == "" {
			continue
		}
		parent, known := c.partners[p.Parent]
		if !known {
			problems.add(Place{PartnerTable, i, "parent"}, "add the parent, or correct its code", "partner %q has the parent %q, who does not exist", p.Code, p.Parent)
			continue
		}
		parents[i] = parent
	}
	c.refuseCycles(problems, parents)
	return parents
}

// refuseCycles names every cycle once, at its first row. Each walk stops at a
// row an earlier one has seen, so long chains cost no more than their length.
func (c *held) refuseCycles(problems *Problems, parents []int) {
	walked := make([]int, len(parents)) // the walk that saw this row, from 1
	for start := range parents {
		walk := start + 1
		i := start
		for i >= 0 && walked[i] == 0 {
			walked[i] = walk
			i = parents[i]
		}
		if i >= 0 && walked[i] == walk {
			problems.add(Place{PartnerTable, i, "parent"}, "take one of these parents away",
				"partners are each other's parents: %s", c.cycle(i, parents))
		}
	}
}

func (c *held) cycle(start int, parents []int) string {
	var names []string
	for i := start; ; i = parents[i] {
		names = append(names, c.d.Partners[i].Code)
		if len(names) > 1 && i == start || len(names) > 8 {
			return strings.Join(names, " → ")
		}
	}
}
