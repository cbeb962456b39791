package model

import (
	"net/netip"
	"slices"
	"time"
)

// Event is something that happened at a moment and bears on who is credited:
// a [Click], [Form], [Referral], [Clearing], [Order], [Payment] or [Refund]. The
// set is closed, and each is held as a value: [Catalog.Journal] refuses a pointer
// to one and a type built around one.
type Event interface {
	When() time.Time
	event()
}

// Click is a click on a partner's link in a browser; it records a cookie
// referral (A1).
type Click struct {
	At      time.Time
	Partner string
	Browser string
	Contact string     // the contact, where it is known; ties the browser to it
	IP      netip.Addr // the zero Addr is unknown
	Link    string     // the link's code, or ""
}

// Form is a web form that a contact fills in; it creates the contact if it is new.
// One that names a partner records a referral as a click does, and is the form
// that brought the contact (A4): logs know such forms.
type Form struct {
	At      time.Time
	Contact string
	Browser string     // "" if the form came without cookies
	Partner string     // whose referral the form is, or ""
	IP      netip.Addr // where that referral came from; the zero Addr is unknown
}

// ReferralType is how a referral that was entered by hand is kept.
type ReferralType uint8

const (
	Manual    ReferralType = iota + 1 // the first one makes the lead partner (A4)
	Permanent                         // counts like a manual one, but makes no lead partner
)

var referralKeys = [...]string{"", "manual", "permanent"}

func (t ReferralType) String() string { return referralKeys[t] }

// ParseReferralType reads "manual" or "permanent".
func ParseReferralType(s string) (ReferralType, bool) {
	i := slices.Index(referralKeys[1:], s) + 1
	return ReferralType(i), i > 0
}

// Referral is a referral of a contact that was entered by hand.
type Referral struct {
	At      time.Time
	Partner string
	Contact string
	Type    ReferralType
	Days    Optional[int] // counts for so many days of 24 h; blank = for ever
}

// Clearing is a browser's cookies being cleared.
type Clearing struct {
	At      time.Time
	Browser string
}

// Payment is money received for an order (C9).
type Payment struct {
	At          time.Time
	Order       string
	Amount      Money
	Commissions bool // whether it counts towards commissions
}

// Refund is money given back for an order (C10).
type Refund struct {
	At     time.Time
	Order  string
	Amount Optional[Money] // blank: all that remains
}

func (e Click) When() time.Time    { return e.At }
func (e Form) When() time.Time     { return e.At }
func (e Referral) When() time.Time { return e.At }
func (e Clearing) When() time.Time { return e.At }
func (e Order) When() time.Time    { return e.At }
func (e Payment) When() time.Time  { return e.At }
func (e Refund) When() time.Time   { return e.At }

func (Click) event()    {}
func (Form) event()     {}
func (Referral) event() {}
func (Clearing) event() {}
func (Order) event()    {}
func (Payment) event()  {}
func (Refund) event()   {}
