package explain

import (
	"fmt"

	"referee/engine"
	"referee/model"
)

// rung explains one step of the ladder: A3.
func (t *teller) rung(r engine.Rung) Reason {
	step := t.o.Steps[r]
	reason := Reason{Rung: r, Finding: step.Finding, Partner: engine.Nobody, Candidates: t.candidates(r)}
	if step.Finding == engine.Decides {
		reason.Partner = step.Pick.Partner
	}
	switch r {
	case engine.ByHand:
		reason.Text = t.hand(step)
	case engine.ByNobody:
		reason.Text = t.nobody(step)
	default:
		reason.Text = t.searched(r, step)
	}
	return reason
}

func (t *teller) hand(step engine.Step) string {
	switch {
	case step.Finding == engine.NotSet:
		return "Nobody set a partner on the order."
	case step.Pick.Partner == engine.Nobody:
		return "The order says explicitly: nobody. So no sale commission is paid."
	}
	return t.partner(step.Pick.Partner) + " was set on the order."
}

func (t *teller) nobody(step engine.Step) string {
	if step.Finding == engine.Decides {
		return "No rung found a valid referral, so no sale commission is paid."
	}
	return "Not reached: " + t.decidedBy() + "."
}

func (t *teller) decidedBy() string {
	if t.o.By == engine.ByHand {
		return "the order was decided by hand"
	}
	return "the " + t.o.By.String() + " decided"
}

// searched explains the three rungs that look for referrals.
func (t *teller) searched(r engine.Rung, step engine.Step) string {
	found := t.c.Evidence.Rungs[r]
	switch step.Finding {
	case engine.Decides:
		return t.decides(r, step, found)
	case engine.NotAsked:
		return "Not asked: " + switchedOff(r) + "." + t.wouldFind(step, found)
	case engine.NotReached:
		return "Not reached: " + t.decidedBy() + "." + t.wouldFind(step, found)
	}
	return t.empty(r, step.Finding)
}

func switchedOff(r engine.Rung) string {
	if r == engine.ByHistory {
		return model.TrackingMethod.Name() + " is only cookies"
	}
	return model.UseIPAddress.Name() + " is no"
}

// wouldFind says what a rung holds that had no say.
func (t *teller) wouldFind(step engine.Step, found engine.Found) string {
	if found.Valid == 0 {
		return " It holds nothing valid."
	}
	return fmt.Sprintf(" It holds %s.", t.partner(step.Pick.Partner))
}

func (t *teller) decides(r engine.Rung, step engine.Step, found engine.Found) string {
	who, at := t.partner(step.Pick.Partner), t.when(t.book.Referral(step.Pick.Referral).At)
	shared := ""
	if r == engine.ByAddress {
		shared = fmt.Sprintf(" The address is shared by %s.", count(found.Partners, "partner"))
	}
	if found.Valid == 1 {
		return fmt.Sprintf("%s, %s: the only valid referral %s.%s", who, at, t.place(r), shared)
	}
	return fmt.Sprintf("%s, %s: the %s of %d valid referrals %s (%s is %s).%s",
		who, at, t.choice(), found.Valid, t.place(r), model.HowToChoose.Name(), t.choice(), shared)
}

// place is where a rung looks.
func (t *teller) place(r engine.Rung) string {
	switch r {
	case engine.ByCookie:
		return "in browser " + t.c.Order.Browser
	case engine.ByHistory:
		return "in the history of " + t.c.Order.Contact
	}
	return "from address " + t.c.Order.IP.String()
}

// empty explains a rung that was asked and found nothing valid.
func (t *teller) empty(r engine.Rung, f engine.Finding) string {
	switch f {
	case engine.NoBrowser:
		return "A phone or hand-entered order has no browser, so there is no cookie."
	case engine.NoAddress:
		return "The order has no IP address."
	case engine.NoneRecorded:
		return "No referral was ever recorded " + t.place(r) + "."
	}
	candidates := t.book.Candidates(t.c, r)
	if len(candidates) == 1 {
		return fmt.Sprintf("Nothing valid %s: %s: %s.", t.place(r), t.partner(candidates[0].Partner), t.status(candidates[0]))
	}
	why := map[engine.Finding]string{
		engine.AllExpired:  "all have expired",
		engine.AllInactive: "their partners are inactive",
		engine.AllLater:    "all were recorded after the order",
		engine.AllCleared:  "all were cleared before the order",
		engine.NoneValid:   "for different reasons",
	}[f]
	return fmt.Sprintf("None of the %d referrals %s is valid: %s.", len(candidates), t.place(r), why)
}

func count(n int32, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
