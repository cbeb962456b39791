package explain

import (
	"fmt"

	"referee/engine"
	"referee/engine/whatif"
	"referee/model"
)

// If says what a change is, as the condition of what comes of it: "if Tracking
// method were history and cookies". The journal is the one the change was found
// for, and the plan its settings and catalog.
func If(plan *engine.Plan, j model.Journal, order string, c whatif.Change) string {
	s := supposing{plan: plan, change: c}
	for _, e := range j.Events() {
		if o, is := e.(model.Order); is && o.ID == order {
			s.order = o
		}
	}
	if c.Event >= 0 {
		s.event = j.Events()[c.Event]
	}
	return "if " + s.text()
}

// Instead is what a flip does to the partner's money: "200.00 instead of nothing".
func Instead(plan *engine.Plan, f *whatif.Flip) string {
	money := func(m model.Money) string {
		if m == 0 {
			return "nothing"
		}
		return plan.Catalog().Currency().DisplayMoney(m)
	}
	return money(f.Paid) + " instead of " + money(f.Now)
}

// supposing is one change being put into words.
type supposing struct {
	plan   *engine.Plan
	change whatif.Change
	order  model.Order
	event  model.Event // what is changed, if it is an event
}

func (s *supposing) text() string {
	c := s.change
	switch c.Kind {
	case whatif.ToSetting:
		return fmt.Sprintf("%s were %s", c.Setting.Name(), c.Setting.Words(c.To))
	case whatif.ToWindow:
		return s.window()
	case whatif.ToActive:
		if s.plan.Catalog().Partners()[c.Partner].Inactive {
			return s.name(c.Partner) + " were active"
		}
		return s.name(c.Partner) + " were inactive"
	case whatif.ToMoment:
		return s.moment()
	case whatif.ToGone:
		return s.gone()
	case whatif.ToContact:
		if c.To == whatif.NewContact {
			return s.what() + " had named " + c.To
		}
		return fmt.Sprintf("%s had named contact %s", s.what(), c.To)
	case whatif.ToBrowser, whatif.ToAddress:
		return s.from()
	}
	return s.hand()
}

func (s *supposing) name(id engine.PartnerID) string { return id.Name(s.plan.Catalog()) }

func (s *supposing) called(code string) string {
	if row, known := s.plan.Catalog().Partner(code); known {
		return s.name(engine.PartnerID(row))
	}
	return "nobody"
}

// window names the days as they are, where there are any.
func (s *supposing) window() string {
	if r, own := s.event.(model.Referral); own {
		return fmt.Sprintf("%s counted for %s%s", s.what(), days(s.change.Days), instead(r.Days))
	}
	partner := s.plan.Catalog().Partners()[s.change.Partner]
	return fmt.Sprintf("clicks of %s counted for %s%s", partner.DisplayName(), days(s.change.Days), instead(partner.TrackDays))
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}

func instead(now model.Optional[int]) string {
	n, set := now.Get()
	if !set {
		return " instead of for ever"
	}
	return fmt.Sprintf(" instead of %d", n)
}

// what is the event that is changed.
func (s *supposing) what() string {
	at := When(s.event.When(), s.order.At)
	switch e := s.event.(type) {
	case model.Click:
		return fmt.Sprintf("the click for %s of %s", s.called(e.Partner), at)
	case model.Form:
		return fmt.Sprintf("the web form of %s, %s,", e.Contact, at)
	case model.Referral:
		return fmt.Sprintf("the %s referral of %s by %s, %s,", e.Type, e.Contact, s.called(e.Partner), at)
	case model.Clearing:
		return fmt.Sprintf("the clearing of browser %s of %s", e.Browser, at)
	}
	return "the order"
}

func (s *supposing) moment() string {
	was, is := s.event.When(), s.change.At
	how := "later"
	if is.Before(was) {
		was, is, how = is, was, "earlier"
	}
	return fmt.Sprintf("%s had come %s %s, on %s", s.what(), between(was.UnixNano(), is.UnixNano()), how, When(s.change.At, s.order.At))
}

func (s *supposing) gone() string {
	if e, is := s.event.(model.Clearing); is {
		return fmt.Sprintf("browser %s had kept its cookies on %s", e.Browser, When(e.At, s.order.At))
	}
	return s.what() + " had not happened"
}

// from is where the order came from.
func (s *supposing) from() string {
	c := s.change
	switch {
	case c.Kind == whatif.ToAddress && c.IP.IsValid():
		return "the order had come from address " + c.IP.String()
	case c.Kind == whatif.ToAddress:
		return "the order's address were not known"
	case c.To != "":
		return "the order had come from browser " + c.To
	}
	return "the order had come without a browser, as by phone"
}

func (s *supposing) hand() string {
	role := model.Sale
	if s.change.Kind == whatif.ToLeadHand {
		role = model.Lead
	}
	code, set := s.change.Hand.Get()
	if !set {
		return fmt.Sprintf("no %s partner were set on the order by hand", role)
	}
	if code == "" {
		return fmt.Sprintf("the order were set by hand to have no %s partner", role)
	}
	return fmt.Sprintf("%s were set on the order as %s partner", s.called(code), role)
}
