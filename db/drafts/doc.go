// Package drafts keeps what is not saved yet: the draft somebody was working on
// when the program ended without asking, and drafts put aside under a name.
//
// A draft is the settings, and the catalog if that was changed: what holds of it, how
// its rows were renamed, and what was typed and does not hold.
//
// Drafts live in a folder beside the database they belong to, never in it, so
// that keeping one needs no lock and no transaction and works when the database
// itself does not. Each is a small file of its own, readable by its owner only,
// replaced in one step: a draft is there as it was before or as it is now, never
// half. A file that cannot be read is reported and left alone.
package drafts
