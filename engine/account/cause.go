package account

import "referee/engine"

// Cause is why a partner stands as it does, on a rung or in a row. The set is
// closed and its words are stable: support macros may rely on them. They are
// listed in the engine's doc.go.
type Cause uint8

// On the rungs, and in the search for the lead partner.
const (
	Chosen          Cause = iota + 1 // it is credited
	SetToOther                       // another partner was set by hand
	SetToNobody                      // nobody was, explicitly
	NothingSet                       // nothing was set by hand
	NoBrowser                        // there is no browser that could hold its cookie (A6)
	NoAddress                        // the order has no address (A6)
	NoContact                        // the order does not say whose it is
	ExistingContact                  // lead only: the contact was there before (A4)
	NoReferral                       // it never had a referral there
	Expired                          // it had, and its window had closed (A2)
	Inactive                         // the partner is inactive: passed over (A5), or earns nothing (C2)
	Later                            // its referral came after the order (A3)
	Cleared                          // its cookie was cleared before the order (A1)
	Outranked                        // its referral is valid, and another was chosen (S3)
	NotAsked                         // its referral is valid, and a setting switches the rung off (S4, S5)
	NotReached                       // its referral is valid, and a stronger rung decided
)

// In the rows of a role.
const (
	Paid           Cause = iota + NotReached + 1 // by the rates of its level (C5)
	PaidUnused                                   // by the unused row in place of level 1 (C6)
	NobodyCredited                               // the role belongs to nobody
	NotInChain                                   // neither credited nor above who is (C2)
	RoleOff                                      // the role is not ticked (S8)
	LevelCut                                     // above the number of levels (S7)
	InNoProgram                                  // the credited partner is in no program (C3)
	NoRule                                       // no program that it is in has a rule for the item (C3)
	RateBlank                                    // the card has no rate for it (C3)
	RateHidden                                   // the card has one of a kind that is not ticked (S9, C8)
	RateZero                                     // the rate is 0, explicitly
	BaseZero                                     // nothing is left that a percent could be of (C4)
	RoundsToZero                                 // less than half a minor unit (C7)
	numCauses
)

var causeKeys = [numCauses]string{
	"", "chosen", "set-to-other", "set-to-nobody", "not-set", "no-browser", "no-address", "no-contact", "existing-contact",
	"no-referral", "expired", "inactive", "later", "cleared", "outranked", "not-asked", "not-reached",
	"paid", "paid-unused", "nobody-credited", "not-in-chain", "role-off", "level-cut", "in-no-program", "no-rule",
	"rate-blank", "rate-hidden", "rate-zero", "base-zero", "rounds-to-zero",
}

// String is the cause's stable word.
func (c Cause) String() string { return causeKeys[c] }

// ofStatus is the cause of a referral that does not count.
var ofStatus = map[engine.Status]Cause{
	engine.Expired: Expired, engine.Inactive: Inactive, engine.Later: Later, engine.Cleared: Cleared,
}
