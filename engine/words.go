package engine

import (
	"math"

	"referee/model"
)

// PartnerID is a partner's row in the catalog's list of partners.
type PartnerID int32

// Nobody is the partner that is not there.
const Nobody PartnerID = -1

// Name is what people call the partner with a row in a catalog: "nobody" for
// Nobody.
func (id PartnerID) Name(c model.Catalog) string {
	if id == Nobody {
		return "nobody"
	}
	return c.Partners()[id].DisplayName()
}

// ReferralID is a referral's place in a [Casebook], in order of time and, at
// equal times, of the journal. So the earliest of several is the lowest (A3).
type ReferralID int32

// NoReferral is the referral that is not there.
const NoReferral ReferralID = -1

// never is the moment, in nanoseconds since 1970 UTC, that does not come.
const never = math.MaxInt64

// Rung is a step of the ladder that finds the sale partner, strongest first (A3).
type Rung uint8

const (
	ByHand    Rung = iota // set on the order
	ByCookie              // in the order's browser
	ByHistory             // in the contact's referrals
	ByAddress             // from the order's IP address
	ByNobody              // none of them
	NumRungs  = iota
)

// Rungs lists the ladder, strongest first.
var Rungs = [NumRungs]Rung{ByHand, ByCookie, ByHistory, ByAddress, ByNobody}

var rungKeys = [NumRungs]string{"hand", "cookie", "history", "address", "nobody"}

// String is the rung's word in files and JSON.
func (r Rung) String() string { return rungKeys[r] }

// Finding is what a rung, or the search for the lead partner, came to. The set
// is closed, and its words are stable: support macros may rely on them.
type Finding uint8

const (
	Decides         Finding = iota + 1 // its partner is credited (or, by hand, explicitly nobody)
	NotAsked                           // a setting switches the rung off
	NotReached                         // a stronger rung decided
	NotSet                             // nobody set anything by hand
	NoBrowser                          // there is no browser that could hold cookies (A6)
	NoAddress                          // the order has no IP address (A6)
	NoneRecorded                       // no referral was ever recorded there
	AllExpired                         // referrals are there, all past their window (A2)
	AllInactive                        // … all of inactive partners (A5)
	AllLater                           // … all recorded after the order
	AllCleared                         // … all cleared from the browser before the order (A1)
	NoneValid                          // … not valid for more than one of these reasons
	ExistingContact                    // lead only: the contact was there before it was first seen (A4)
	NoContact                          // the order does not say whose it is
	numFindings
)

var findingKeys = [numFindings]string{
	"", "decides", "not-asked", "not-reached", "not-set", "no-browser", "no-address", "none-recorded",
	"expired", "inactive", "later", "cleared", "none-valid", "existing-contact", "no-contact",
}

// String is the finding's stable word.
func (f Finding) String() string { return findingKeys[f] }

// Status is whether one referral counts for one order, and if not, why.
type Status uint8

const (
	Valid    Status = iota + 1
	Expired         // its window had closed (A2)
	Inactive        // its partner is inactive (A5)
	Later           // it was recorded after the order (A3)
	Cleared         // the browser's cookies were cleared in between (A1)
	numStatuses
)

var statusFindings = [numStatuses]Finding{Expired: AllExpired, Inactive: AllInactive, Later: AllLater, Cleared: AllCleared}

var statusKeys = [numStatuses]string{"", "valid", "expired", "inactive", "later", "cleared"}

// String is the status's stable word.
func (s Status) String() string { return statusKeys[s] }

// finding is what a rung comes to when every referral on it has this status.
func (s Status) finding() Finding {
	return statusFindings[s]
}
