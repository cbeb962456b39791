// Package engine decides who gets the credit for an order and what is paid.
//
// It is pure: no clock, disk, chance, goroutine or English. What comes in is
// right by construction (package model), so nothing here returns an error.
//
// # Three steps
//
//	Journal ── Index ──► Casebook ─┐
//	Settings, Catalog ── Compile ──► Plan ── Settle ──► Outcome and Rows
//
// [Index] reads what happened once and sums up, for each order, what every rung
// of the ladder holds: its [Evidence]. That does not depend on the settings, so
// a casebook is kept while settings change. [Compile] turns settings and
// catalog into a [Plan]. [Plan.Settle] puts the two together: [Plan.Decide]
// picks the credited partners in a fixed number of steps, however many clicks
// there were, and [Plan.AppendRows] appends the commission rows to a buffer of
// the caller's. Neither allocates.
//
// The trace is always on: a [Decision] says what every rung came to, in a few
// bytes. Package explain makes sentences of it. There is no second engine that
// explains, none that only counts, and none for large logs.
//
// # The rules, and where they live
//
//	A1 click, tie, clear   record.go      what a browser holds becomes history
//	A2 expiry              casebook.go    half-open: at the very moment it is too late
//	A3 the ladder          decide.go      hand, cookie, history, address, nobody
//	A4 lead partner        lead.go        who brought the contact
//	A5 inactive partners   evidence.go    passed over, and said
//	A6 phone orders        casebook.go    no browser, no address
//	A7 other readings      settle.go      reckoned up, named, never paid
//	A8 own link            settle.go      allowed, and noted
//	C1 no pay for a lead   commission.go  every row belongs to an order
//	C2 chain               plan.go        an inactive slot earns 0 and stays
//	C3 program             commission.go  priority before specificity; blank is not 0
//	C4 base                base.go        discounts by largest remainder
//	C5 a level's pay       commission.go  amount × quantity + percent of base
//	C6 pay if unused       commission.go  the unused row replaces level 1
//	C7 rounding            model.Rate.Of  once per row, half away from zero
//	C8 mask                plan.go        what is hidden pays 0 and is kept
//	M1 mail                decide.go      who would be told
//
// Package whatif asks the engine about what did not happen. An order that it moves
// to another moment comes after everything else at that moment.
//
// C9 and C10 (payments and refunds) are not reckoned with yet: a journal that
// holds such events is refused. Released is therefore all of a row, or nothing
// for a program that pays on payment, because no payment can have come in.
//
// # Readings we took where the rules leave room
//
//   - A3 counts referrals "up to and including the moment of the sale": a click
//     at the order's very moment counts even if it stands below it in the file,
//     and so does what ties a browser to the contact at that moment.
//     Cookies cleared at that moment are settled by the order in the file.
//   - A3, A6: an order with an address but no browser is asked for its address;
//     only an order with neither is a phone order.
//   - A4: of several cookies in the browser when the contact was created, S3
//     chooses; that one referral is then asked whether it still counts. Its
//     partner being inactive at the order, or its window having closed by then,
//     makes the lead partner nobody; no other cookie steps in, because the lead was
//     brought by that one. A cookie that had expired when the contact was created
//     was not in the browser any more and is not among those chosen from.
//   - A4: a contact that was first named by a referral entered by hand is one
//     entered by hand; a permanent referral never makes a lead partner.
//   - A4: a form that names a partner records a referral like a click, and is what
//     brought the contact: of those up to the order's moment the first makes the
//     lead partner, whatever else the browser held and whatever named the contact
//     before, because it says so itself. Logs know such forms (kind lead).
//   - A3, A4: an order may leave its contact unknown. It then ties no browser, finds
//     no history and has no lead partner.
//   - N3 against A4: N3 says that with only cookies manual and permanent
//     referrals never pay, A4 makes a lead partner of the first manual referral
//     under any tracking method. S4 chooses the rungs of the ladder, which finds
//     the sale partner; so the referral brings no sale commission, and its
//     partner is still the lead partner and paid as such. The notice says that.
//   - A5 speaks of referrals. A partner set by hand is credited even if inactive;
//     by C2 it earns 0.
//   - A7: "would pay someone else" is taken by the money: a reading is sensitive
//     when any partner's payout differs, not when only the credited name does.
//     A decision by hand is no matter of reading.
//   - C3: a row of blanks is no row, so a rule with nothing but blanks is no rule.
//     A value that the settings hide does make a rule; it pays 0.
//   - C4: a discount that does not apply to commissions is not looked at at all. A
//     percentage off the whole order is of what the lines' own discounts leave
//     that do, and is spread in proportion to the same.
//   - C4: a discount that does not say whether it applies to commissions does; a
//     payment likewise. Files may say otherwise.
//   - C3: a product rule for a product that is neither listed nor sold is a slip of
//     the pen, and the reader of files refuses it, but for a file in which nothing
//     happens: that is a catalog, and nobody has sold anything under it yet.
//   - C6: "somebody payable above" is an active partner within the levels,
//     whatever its rates are.
//   - Logs: what their rows mean is written down in package replay.
//
// # Reason codes
//
// These words are stable. [Finding], what a rung came to: decides, not-asked,
// not-reached, not-set, no-browser, no-address, none-recorded, expired, inactive,
// later, cleared, none-valid, existing-contact, no-contact. [Status], of a single referral:
// valid, expired, inactive, later, cleared. [Rung]: hand, cookie, history,
// address, nobody.
//
// How one partner stands with an order is a Cause of package account, for those
// who are paid as for those who get nothing. On a rung, and in the search for the
// lead partner: chosen, set-to-other, set-to-nobody, not-set, no-browser,
// no-address, no-contact, existing-contact, no-referral, expired, inactive, later,
// cleared, outranked, not-asked, not-reached. In a role and its rows: paid,
// paid-unused, nobody-credited, not-in-chain, role-off, level-cut, in-no-program,
// no-rule, rate-blank, rate-hidden, rate-zero, base-zero, rounds-to-zero, and
// inactive again. What could be different, a Kind of package whatif: setting,
// window, active, moment, gone, contact, browser, address, sale-by-hand,
// lead-by-hand.
package engine
