package explain

import (
	"fmt"

	"referee/engine"
)

// notes says what A7 and A8 want said: where another reading would pay
// differently, both outcomes; and a partner's own purchase.
func (t *teller) notes() []Note {
	var notes []Note
	if t.o.Sensitive[engine.EarliestOverall] {
		notes = append(notes, Note{"A7", fmt.Sprintf(
			"First referring is chosen within a rung. Read as the earliest of all rungs it would pay %s, not %s.",
			t.otherwise(engine.EarliestOverall), t.payouts(t.rows))})
	}
	if t.o.Sensitive[engine.UnusedIsThePool] {
		notes = append(notes, Note{"A7", fmt.Sprintf(
			"The unused row only counts when nobody above is paid. Read as a pool for all levels it would pay %s, not %s.",
			t.otherwise(engine.UnusedIsThePool), t.payouts(t.rows))})
	}
	if t.o.OwnLink {
		notes = append(notes, Note{"A8", fmt.Sprintf("%s is credited with an own purchase: allowed.", t.partner(t.c.Buyer))})
	}
	return notes
}

func (t *teller) otherwise(reading engine.Reading) string {
	return t.payouts(t.plan.AppendRows(nil, t.c, &t.o.Decision, reading))
}
