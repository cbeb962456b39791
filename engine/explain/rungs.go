package explain

import (
	"fmt"

	"referee/engine"
	"referee/model"
)

// rung explains one step of the ladder: A3.
func (t *teller) rung(r engine.Rung) Reason {
	step := t.o.Steps[r]
	reason := Reason{Rung: r, Finding: step.Finding, Partner: engine.Nobody}
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
		return "No partner was set on the order."
	case step.Pick.Partner == engine.Nobody:
		return "Set on the order: nobody. No sale commission is paid."
	}
	return t.partner(step.Pick.Partner) + " was set on the order."
}

func (t *teller) nobody(step engine.Step) string {
	if step.Finding == engine.Decides {
		return "No valid referral counts, so no sale commission is paid."
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
		return "Not asked: " + switchedOff(r) + ". " + t.unheard(r, step, found)
	case engine.NotReached:
		return "Not reached: " + t.decidedBy() + ". " + t.unheard(r, step, found)
	}
	return t.missing(r, step.Finding)
}

func switchedOff(r engine.Rung) string {
	if r == engine.ByHistory {
		return model.TrackingMethod.Name() + " is only cookies"
	}
	return model.UseIPAddress.Name() + " is no"
}

// unheard says what a rung holds that had no say. It does not promise that the
// rung would decide if it were asked: a stronger one may.
func (t *teller) unheard(r engine.Rung, step engine.Step, found engine.Found) string {
	if found.Valid == 0 {
		return t.missing(r, found.Missing)
	}
	of := ""
	if found.Valid > 1 {
		of = fmt.Sprintf(", the %s of %d", t.choice(), found.Valid)
	}
	return fmt.Sprintf("Valid there: %s, %s%s.", t.partner(step.Pick.Partner), t.recorded(step.Pick), of)
}

func (t *teller) decides(r engine.Rung, step engine.Step, found engine.Found) string {
	text := fmt.Sprintf("%s, %s: the only valid referral %s.", t.partner(step.Pick.Partner), t.recorded(step.Pick), t.place(r))
	if found.Valid > 1 {
		text = fmt.Sprintf("%s, %s: the %s of %d valid referrals %s (%s).",
			t.partner(step.Pick.Partner), t.recorded(step.Pick), t.choice(), found.Valid, t.place(r), t.chosenBy())
	}
	if r != engine.ByAddress {
		return text
	}
	if found.Partners > 1 {
		return text + fmt.Sprintf(" %d partners share that address.", found.Partners)
	}
	return text + " No other partner shares it."
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
