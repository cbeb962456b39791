// Package seal makes a case that can be handed to strangers: who and what it is
// about is masked, what it comes to is the same, and another copy of the program
// can verify that.
//
//	Case ──mask──► Case ──Expecting, Write──► scenario file + seal ──Verify──► Report
//
// # What is masked
//
// Partners, contacts, browsers, programs, products, links, orders, addresses, the
// app name, the code prefix and the URL are called partner-3, contact-1 and so on,
// the same everywhere in the file; who is a partner and a buyer stays both.
// Programs keep the order of their names, which settles equal priorities (C3).
// Addresses become ones that are reserved for documentation. Titles, stories and
// names of people are dropped, and so is whatever the case does not need: other
// partners, products, rules. Times, amounts, rates and the settings that decide are
// what the case is about; they stay.
//
// Nothing of a name is in its mask, not even its hash, and numbers are dealt in an
// order that the caller's chance decides: who knows the list that a case was taken
// from finds nobody by position.
//
// # The seal
//
// A sealed case is a scenario file like any other, which expects what came of it.
// Its last line is the seal: a hash of everything above, and one of all that was
// decided and paid. [Verify] runs the case again and compares. A seal shows that
// a file is whole and that two copies of the program agree; it is no signature, and
// does not say who made it.
package seal
