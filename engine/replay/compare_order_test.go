package replay

import (
	"math/rand/v2"
	"slices"
	"testing"

	"referee/engine"
)

// TestTurnsAreInOneOrder: what a comparison says does not depend on chance, whatever its ways
// have in common.
func TestTurnsAreInOneOrder(t *testing.T) {
	var turns []Turn
	for before := range engine.NumRungs {
		for after := range engine.NumRungs {
			for _, same := range []bool{false, true} {
				turns = append(turns, Turn{Before: engine.Rung(before), After: engine.Rung(after), SamePartner: same, Sales: 1})
			}
		}
	}
	r := rand.New(rand.NewPCG(1, 1))
	want := slices.SortedFunc(slices.Values(turns), compareTurns)
	for range 50 {
		r.Shuffle(len(turns), func(i, j int) { turns[i], turns[j] = turns[j], turns[i] })
		if got := slices.SortedFunc(slices.Values(turns), compareTurns); !slices.Equal(got, want) {
			t.Fatalf("%v\nand\n%v", got, want)
		}
	}
}
