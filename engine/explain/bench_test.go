package explain_test

import (
	"testing"

	"referee/engine/explain"
	"referee/model"
)

// BenchmarkOrder explains an order with four referrals on the cookie's rung, all
// of them in the history too: what the screen does when the selection moves.
func BenchmarkOrder(b *testing.B) {
	x := busy(b)
	for b.Loop() {
		explain.Order(x.book, x.plan, x.c, &x.outcome, x.rows)
	}
}

func BenchmarkFlips(b *testing.B) {
	x := busy(b)
	for b.Loop() {
		explain.Flips(x.plan, x.c, &x.outcome)
	}
}

func busy(b *testing.B) told {
	events := []model.Event{click("jim", "1 Jan 10:00"), click("ina", "2 Jan 10:00"), click("zoe", "3 Jan 10:00"), click("bob", "4 Jan 10:00")}
	return tell(b, cast(b), "credit=first levels=3 pay_for=lead,sale pay_if_unused=true", append(events, order("6 Jan 10:00")))
}
