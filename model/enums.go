package model

// Credit is how one of several referring partners is chosen (S3).
type Credit uint8

const (
	Latest Credit = iota + 1 // the latest referring partner, the default
	First                    // the first referring partner
)

// Tracking is where a referral is looked for (S4).
type Tracking uint8

const (
	OnlyCookies       Tracking = iota + 1 // in the order's browser, the default
	HistoryAndCookies                     // there, then in the contact's history
)

// Role is why a partner earns on an order: for the contact or for the sale (S8).
type Role uint8

const (
	Lead Role = iota + 1 // brought the contact
	Sale                 // is credited with the order
)

// Roles is every role, in the order rows are listed.
var Roles = [...]Role{Lead, Sale}

// Kind is how a payout is reckoned (S9).
type Kind uint8

const (
	Amount  Kind = iota + 1 // flat, per unit
	Percent                 // of the commission base
)

// MaxLevels is the most levels a program can pay: the credited partner, its
// parent and its grandparent (S7).
const MaxLevels = 3

var (
	creditKeys   = [...]string{"", "latest", "first"}
	trackingKeys = [...]string{"", "only-cookies", "history-and-cookies"}
	roleKeys     = [...]string{"", "lead", "sale"}
	kindKeys     = [...]string{"", "amount", "percent"}
)

func (c Credit) String() string   { return creditKeys[c] }
func (t Tracking) String() string { return trackingKeys[t] }
func (r Role) String() string     { return roleKeys[r] }
func (k Kind) String() string     { return kindKeys[k] }
