package explain

import (
	"fmt"
	"strings"

	"referee/engine"
)

// lead explains the lead partner: A4.
func (t *teller) lead() Reason {
	step := t.o.LeadStep
	reason := Reason{Finding: step.Finding, Partner: t.o.Lead.Partner}
	switch {
	case t.o.LeadHand && t.o.Lead.Partner == engine.Nobody:
		reason.Text = "Set on the order: no lead partner."
	case t.o.LeadHand:
		reason.Text = t.partner(step.Pick.Partner) + " was set as lead partner on the order."
	case step.Finding == engine.Decides:
		reason.Text = t.brought(step.Pick)
	case step.Pick.Referral != engine.NoReferral:
		reason.Text = t.lapsedLead(step)
	default:
		reason.Text = noLead[step.Finding]
	}
	return reason
}

// brought names the referral that made the lead partner, and S3 where it chose
// among several.
func (t *teller) brought(p engine.Pick) string {
	noun := strings.ToLower(t.noun(engine.ByHistory, p.Referral))
	text := fmt.Sprintf("%s brought the contact: %s of %s", t.partner(p.Partner), noun, t.recorded(p))
	if e := t.c.Evidence.Lead; e.First.Referral != e.Latest.Referral {
		text += fmt.Sprintf(", the %s in the browser then (%s)", t.choice(), t.chosenBy())
	}
	return text + "."
}

var noLead = map[engine.Finding]string{
	engine.ExistingContact: "No lead partner: the contact was known before its first click.",
	engine.NoBrowser:       "No lead partner: the contact was created without a browser, so without a cookie.",
	engine.NoContact:       "No lead partner: the order does not say who bought.",
	engine.NoneRecorded:    "No lead partner: the contact came with no cookie and no manual referral.",
	engine.AllExpired:      "No lead partner: the browser's cookies had expired when the contact was created.",
	engine.AllLater:        "No lead partner: the referral that could make one came too late.",
	engine.AllCleared:      "No lead partner: the browser's cookies were cleared before the contact was created.",
	engine.NoneValid:       "No lead partner: no cookie in the browser was valid when the contact was created.",
}

// lapsedLead explains a lead partner that no longer counts at the order.
func (t *teller) lapsedLead(step engine.Step) string {
	who := t.partner(step.Pick.Partner)
	if step.Finding == engine.AllInactive {
		return fmt.Sprintf("No lead partner: %s brought the contact, but is inactive.", who)
	}
	return fmt.Sprintf("No lead partner: %s brought the contact, but that referral %s.", who, t.expired(t.book.Referral(step.Pick.Referral)))
}
