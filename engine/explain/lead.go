package explain

import (
	"fmt"

	"referee/engine"
)

// lead explains the lead partner: A4.
func (t *teller) lead() Reason {
	step := t.o.LeadStep
	reason := Reason{Finding: step.Finding, Partner: t.o.Lead.Partner}
	who := t.partner(step.Pick.Partner)
	switch {
	case t.o.LeadHand && t.o.Lead.Partner == engine.Nobody:
		reason.Text = "The order says explicitly: no lead partner."
	case t.o.LeadHand:
		reason.Text = who + " was set as lead partner on the order."
	case step.Finding == engine.Decides:
		reason.Text = fmt.Sprintf("%s brought the contact: referral of %s.", who, t.when(t.book.Referral(step.Pick.Referral).At))
	case step.Pick.Referral != engine.NoReferral:
		reason.Text = t.lapsedLead(step)
	default:
		reason.Text = noLead[step.Finding]
	}
	return reason
}

var noLead = map[engine.Finding]string{
	engine.ExistingContact: "No lead partner: the contact was known before its first click.",
	engine.NoBrowser:       "No lead partner: the contact was created without a browser, so without a cookie.",
	engine.NoneRecorded:    "No lead partner: no referral was there when the contact was created.",
	engine.AllExpired:      "No lead partner: what the browser held had expired when the contact was created.",
	engine.AllLater:        "No lead partner: every referral that could have made one came too late.",
	engine.AllCleared:      "No lead partner: the browser's cookies were cleared before the contact was created.",
	engine.NoneValid:       "No lead partner: no referral in the browser was valid when the contact was created.",
}

// lapsedLead explains a lead partner that no longer counts at the order.
func (t *teller) lapsedLead(step engine.Step) string {
	who := t.partner(step.Pick.Partner)
	if step.Finding == engine.AllInactive {
		return fmt.Sprintf("No lead partner: %s brought the contact, but is inactive.", who)
	}
	r := t.book.Referral(step.Pick.Referral)
	return fmt.Sprintf("No lead partner: %s brought the contact, but that referral %s.", who, t.expired(r.Expires, t.c.Order.At.UnixNano()))
}
