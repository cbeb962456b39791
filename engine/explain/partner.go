package explain

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/engine/account"
	"referee/model"
)

// Answer is why one partner is paid for an order, or why not.
type Answer struct {
	account.Account
	Verdict string  // in one sentence: what it is paid, or the first thing that stands in the way
	Rungs   []Stand // hand, cookie, history, address, lead: always all five
	Roles   []Stand // lead and sale: what the partner has of each
	Notes   []Note  // other readings, own links: true of the order, whoever asks
}

// Stand is what a partner would need somewhere, and what was found.
type Stand struct {
	Label    string // the rung's word, or "for" and the role's
	Cause    account.Cause
	Expected string
	Found    string
}

// Partner explains how one partner stands with an order, as plan.Settle decided
// it. The rows are the ones it appended.
func Partner(book *engine.Casebook, plan *engine.Plan, c *engine.Case, o *engine.Outcome, rows []engine.Row, who engine.PartnerID) Answer {
	t := standing{teller{book, plan, c, o, rows}, plan.Catalog().Partners()[who].DisplayName()}
	a := Answer{Account: account.Of(book, plan, c, o, rows, who)}
	for r := engine.ByHand; r <= engine.ByAddress; r++ {
		a.Rungs = append(a.Rungs, t.onRung(r, &a.Account.Rungs[r]))
	}
	a.Rungs = append(a.Rungs, t.asLead(&a.Lead))
	for i := range a.Account.Roles {
		a.Roles = append(a.Roles, t.inRole(&a.Account.Roles[i]))
	}
	a.Verdict, a.Notes = t.verdict(&a), t.notes()
	return a
}

// standing is the teller of one partner.
type standing struct {
	teller
	name string
}

func (t *standing) onRung(r engine.Rung, s *account.Standing) Stand {
	stand := Stand{r.String(), s.Cause, "", t.found(r, s)}
	switch r {
	case engine.ByHand:
		stand.Expected = t.name + " set on the order"
	case engine.ByCookie:
		stand.Expected = "a valid cookie of " + t.name + " in the order's browser"
	case engine.ByHistory:
		stand.Expected = "a valid referral by " + t.name + " in the contact's history"
	case engine.ByAddress:
		stand.Expected = "a valid referral by " + t.name + " from the order's address"
	}
	return stand
}

func (t *standing) asLead(s *account.Standing) Stand {
	stand := Stand{"lead", s.Cause, "the referral that brought the contact, by " + t.name, t.found(engine.ByHistory, s)}
	switch s.Cause {
	case account.Chosen:
		stand.Found = strings.TrimSuffix(t.lead().Text, ".")
	case account.Outranked:
		stand.Found = t.spoken(engine.ByHistory, s) + ", but " + t.partner(s.Instead.Partner) + " brought the contact"
		if s.Instead.Partner == engine.Nobody {
			stand.Found = t.spoken(engine.ByHistory, s) + ", but it is another referral of " + t.name + " that brought the contact"
		}
	case account.NoBrowser:
		stand.Found = "the contact was created without a browser, so without a cookie"
	}
	return stand
}

// found is what there was of the partner on a rung, and why it does not count.
func (t *standing) found(r engine.Rung, s *account.Standing) string {
	switch s.Cause {
	case account.SetToOther:
		return t.partner(s.Instead.Partner) + " was set"
	case account.SetToNobody:
		return "nobody was set, explicitly"
	case account.NoReferral:
		return "none was ever recorded"
	case account.Outranked:
		return t.spoken(r, s) + ", but " + t.outrankedBy(r, s)
	case account.NotAsked:
		return t.spoken(r, s) + ", but " + switchedOff(r)
	case account.NotReached:
		return t.spoken(r, s) + ", but " + t.decidedBy()
	case account.Expired, account.Inactive, account.Later, account.Cleared:
		return t.spoken(r, s)
	case account.Chosen:
		if r == engine.ByHand {
			return "so it was"
		}
		return t.spoken(r, s) + ": it decides"
	}
	return simply[s.Cause]
}

var simply = map[account.Cause]string{
	account.NothingSet:      "nothing was set by hand",
	account.NoBrowser:       "the order names no browser, so there is no cookie",
	account.NoAddress:       "the order has no IP address",
	account.NoContact:       "the order does not say whose it is",
	account.ExistingContact: "the contact was known before its first click",
}

// spoken is the referral that is spoken of, with what became of it, and how many
// more there are.
func (t *standing) spoken(r engine.Rung, s *account.Standing) string {
	id := s.Spoken.Referral
	text := fmt.Sprintf("%s of %s", strings.ToLower(t.noun(r, id)), t.when(t.book.Referral(id).At))
	switch {
	case s.Cause == account.Expired || s.Cause == account.Inactive:
		text += ": " + t.status(engine.Candidate{Referral: id, Status: statusOf[s.Cause]})
	case s.Spoken.Status != engine.Valid:
		text += ": " + t.status(s.Spoken)
	default:
		text += ", valid"
	}
	if s.Own > 1 {
		text += fmt.Sprintf(" (the nearest of %d)", s.Own)
	}
	return text
}

var statusOf = map[account.Cause]engine.Status{account.Expired: engine.Expired, account.Inactive: engine.Inactive}

// outrankedBy is who was chosen on the rung, and by which setting.
func (t *standing) outrankedBy(r engine.Rung, s *account.Standing) string {
	by, own := t.book.Referral(s.Instead.Referral), t.book.Referral(s.Spoken.Referral)
	text := fmt.Sprintf("that of %s, %s, was chosen: %s", t.partner(s.Instead.Partner), t.when(by.At), t.chosenBy())
	if by.At == own.At {
		text += ", and of one moment the row decides"
	}
	return text
}

// inRole is what the partner has of one role.
func (t *standing) inRole(s *account.Share) Stand {
	stand := Stand{Label: "for " + s.Role.String(), Cause: s.Cause, Expected: fmt.Sprintf("%s credited as %s partner, or above who is", t.name, s.Role)}
	credited := t.partner(s.Credited)
	switch s.Cause {
	case account.NobodyCredited:
		stand.Found = fmt.Sprintf("there is no %s partner, so nothing is paid for it", s.Role)
	case account.NotInChain:
		stand.Found = fmt.Sprintf("%s is credited, and %s is not above %s", credited, t.name, credited)
	case account.RoleOff:
		stand.Found = t.place(s) + fmt.Sprintf(", but %s is not ticked (%s)", s.Role, model.PayFor.Name())
	case account.LevelCut:
		stand.Found = t.place(s) + fmt.Sprintf(", but %s is %d", model.NumberOfLevels.Name(), t.plan.Settings().Levels())
	default:
		stand.Found = t.place(s) + ": " + t.rowOf(s)
	}
	return stand
}

// place is where the partner stands in the chain of the credited one.
func (t *standing) place(s *account.Share) string {
	if s.Level == 1 {
		return t.name + " is credited"
	}
	return fmt.Sprintf("level %d, above %s", s.Level, t.partner(s.Credited))
}

// rowOf is what the partner has of the role in all, and how it comes about.
func (t *standing) rowOf(s *account.Share) string {
	if len(s.Rows) == 0 {
		return t.noRow(s)
	}
	sum := model.Money(0)
	for _, i := range s.Rows {
		sum += t.rows[i].Calculated
	}
	if sum == 0 {
		return t.money(0) + ", " + nothing(s.Cause, t.telling(s))
	}
	return t.money(sum) + ", " + t.telling(s)
}

// telling is the row that the cause is taken from, and that there are more.
func (t *standing) telling(s *account.Share) string {
	text := ""
	for _, i := range s.Rows {
		if account.OfRow(t.plan, t.c, &t.rows[i]) == s.Cause {
			text = t.row(&t.rows[i])
			break
		}
	}
	if len(s.Rows) > 1 {
		text += fmt.Sprintf(", and %d more rows", len(s.Rows)-1)
	}
	return text
}

// nothing is why a row with a rate comes to nothing.
func nothing(c account.Cause, row string) string {
	switch c {
	case account.RateZero:
		return row + ": a rate of 0 is a rate"
	case account.BaseZero:
		return row + ": nothing is left to pay a share of"
	case account.RoundsToZero:
		return row + ": less than half of the smallest unit"
	}
	return row
}

// noRow is why somebody above the credited partner has none: a program's rates
// are for the whole chain, and there was no program.
func (t *standing) noRow(s *account.Share) string {
	credited := t.partner(s.Credited)
	if s.Cause == account.InNoProgram {
		return credited + " is in no program, so nobody is paid"
	}
	return "no program of " + credited + " has a rule for what was bought, so nobody is paid"
}
