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
			"Two readings of first. The first %s, paid here: %s. The first referral of all: %s.",
			t.within(), t.payouts(t.rows), t.otherwise(engine.EarliestOverall))})
	}
	if t.o.Sensitive[engine.UnusedIsThePool] {
		notes = append(notes, Note{"A7", fmt.Sprintf(
			"Two readings of the unused row. Ignored when somebody above is paid, as here: %s. Shared by all levels: %s.",
			t.payouts(t.rows), t.otherwise(engine.UnusedIsThePool))})
	}
	if t.o.OwnLink {
		notes = append(notes, Note{"A8", t.partner(t.c.Buyer) + " is the buyer and is credited: allowed."})
	}
	return notes
}

// within is where first chose. By address is not told of: nothing weaker than
// that could hold an earlier referral.
func (t *teller) within() string {
	if t.o.By == engine.ByHistory {
		return "in the history"
	}
	return "cookie"
}

func (t *teller) otherwise(reading engine.Reading) string {
	return t.payouts(t.plan.AppendRows(nil, t.c, &t.o.Decision, reading))
}
