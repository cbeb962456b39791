package scenario_test

import (
	"testing"

	"referee/engine"
	"referee/engine/scenario"
)

// What cannot be run is counted apart, and never among what does not change.
func TestAddKeepsApart(t *testing.T) {
	run := scenario.Effect{Effect: engine.Effect{Orders: 4}}
	unfit := func(why string) scenario.Effect { return scenario.Effect{Unfit: why} }
	for _, test := range []struct {
		effects []scenario.Effect
		cases   int
		want    string
	}{
		{[]scenario.Effect{run, run}, 2, ""},
		{[]scenario.Effect{run, unfit("no zoe"), unfit("no kit"), unfit("no zoe")}, 1,
			"3 of 4 cases cannot be run on both sides of this change, and are not reckoned: no zoe (2), no kit (1)"},
		{[]scenario.Effect{unfit("no zoe")}, 0,
			"the only case cannot be run on both sides of this change, and is not reckoned: no zoe"},
	} {
		sum := scenario.Add(test.effects)
		if sum.Cases != test.cases || sum.Orders != 4*test.cases || sum.Apart("case") != test.want {
			t.Errorf("%+v: %q", sum, sum.Apart("case"))
		}
	}
}
