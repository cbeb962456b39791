package engine_test

import (
	"time"

	"referee/model"
)

// lead answers who brought a contact and what that counts for at a moment (A4):
// only if it "decides" is the partner the lead partner.
func (o *oracle) lead(contact string, now time.Time, hand model.Optional[string]) (partner, finding string) {
	if code, set := hand.Get(); set {
		return code, "decides"
	}
	if contact == "" {
		return "", "no-contact"
	}
	for i, e := range o.events {
		if f, is := e.(model.Form); is && f.Contact == contact && f.Partner != "" {
			if f.At.After(now) {
				break
			}
			return o.counted(i, f.Partner, now)
		}
	}
	for i, e := range o.events {
		switch e := e.(type) {
		case model.Click:
			if e.Contact == contact {
				return "", "existing-contact"
			}
		case model.Referral:
			if e.Contact == contact {
				return o.leadEntered(contact, now)
			}
		case model.Form:
			if e.Contact == contact {
				return o.leadCookie(i, e.Browser, e.At, now)
			}
		case model.Order:
			if e.Contact == contact {
				return o.leadCookie(i, e.Browser, e.At, now)
			}
		}
	}
	panic("a contact that nothing names")
}

// leadEntered is for a contact entered by hand: its first manual referral.
func (o *oracle) leadEntered(contact string, now time.Time) (partner, finding string) {
	for i, e := range o.events {
		r, is := e.(model.Referral)
		if !is || r.Contact != contact || r.Type != model.Manual {
			continue
		}
		if r.At.After(now) {
			return "", "later"
		}
		return o.counted(i, r.Partner, now)
	}
	return "", "none-recorded"
}

// leadCookie is for a contact that a form or an order created: of the cookies
// that were in the browser then, the one that S3 chooses.
func (o *oracle) leadCookie(row int, browser string, created, now time.Time) (partner, finding string) {
	if browser == "" {
		return "", "no-browser"
	}
	var held []candidateWord
	reasons := map[string]bool{}
	for i, e := range o.events {
		click, is := introduction(e)
		if !is || click.Browser != browser {
			continue
		}
		status := o.valid(i, created)
		switch {
		case click.At.After(created):
			status = "later"
		case o.cleared(browser, i, row):
			status = "cleared"
		}
		if status == "valid" || status == "inactive" {
			held = append(held, candidateWord{i, click.Partner, status})
		}
		reasons[status] = true
	}
	switch {
	case len(held) > 0 && o.settings.Credit() == model.First:
		return o.counted(held[0].Row, held[0].Partner, now)
	case len(held) > 0:
		last := held[len(held)-1]
		return o.counted(last.Row, last.Partner, now)
	case len(reasons) == 1:
		for reason := range reasons {
			return "", reason
		}
	case len(reasons) > 1:
		return "", "none-valid"
	}
	return "", "none-recorded"
}

// counted asks the one referral that brought the contact whether it still counts.
func (o *oracle) counted(row int, code string, now time.Time) (partner, finding string) {
	if status := o.valid(row, now); status != "valid" {
		return code, status
	}
	return code, "decides"
}
