package explain

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/engine/account"
	"referee/model"
)

// verdict is the answer in one sentence. Who is not paid is told the first thing
// that stands in the way: in the chain, what its row says; outside it, what became
// of its referral on the strongest rung that has one.
func (t *standing) verdict(a *Answer) string {
	order := t.c.Order.ID
	if a.Paid > 0 {
		return fmt.Sprintf("%s is paid %s for %s: %s.", t.name, t.money(a.Paid), order, t.asWhat(a))
	}
	return fmt.Sprintf("%s is paid nothing for %s: %s.", t.name, order, t.obstacle(a))
}

// asWhat is in which roles and on which levels a partner is paid.
func (t *standing) asWhat(a *Answer) string {
	var parts []string
	for _, share := range a.Account.Roles {
		if share.Cause != account.Paid && share.Cause != account.PaidUnused {
			continue
		}
		part := fmt.Sprintf("%s partner", share.Role)
		if share.Level > 1 {
			part = fmt.Sprintf("%s, level %d, above %s", share.Role, share.Level, t.partner(share.Credited))
		} else if share.Role == model.Sale {
			part += " by " + t.o.By.String()
		}
		parts = append(parts, fmt.Sprintf("%s, %s", part, t.telling(&share)))
	}
	return strings.Join(parts, "; ")
}

// obstacle is the first thing in the way of a partner that is paid nothing.
func (t *standing) obstacle(a *Answer) string {
	for i := len(a.Account.Roles) - 1; i >= 0; i-- { // the sale before the lead
		switch share := a.Account.Roles[i]; share.Cause {
		case account.NobodyCredited, account.NotInChain:
		case account.RoleOff:
			if i == len(a.Account.Roles)-1 {
				return a.Roles[i].Found
			}
		default:
			return a.Roles[i].Found
		}
	}
	for i := range a.Rungs {
		if s := t.standing(a, i); s.Own > 0 {
			return seenOn[a.Rungs[i].Label] + a.Rungs[i].Found
		}
	}
	if hand := a.Account.Rungs[engine.ByHand]; hand.Cause != account.NothingSet {
		return a.Rungs[engine.ByHand].Found + " on the order"
	}
	return "it has no referral that bears on the order, and is not above a partner who is credited"
}

// standing is the account behind one of the answer's rungs, the lead's last.
func (t *standing) standing(a *Answer, i int) *account.Standing {
	if i == len(a.Rungs)-1 {
		return &a.Lead
	}
	return &a.Account.Rungs[i]
}

// seenOn is where a referral stands, for a sentence that begins with it. That a
// cookie is in the browser goes without saying.
var seenOn = map[string]string{
	engine.ByHistory.String(): "in the history, ",
	engine.ByAddress.String(): "from the address, ",
	"lead":                    "as lead partner, ",
}
