// Package shelf is the list of cases that a change is tried on: the examples that
// come with the program, and those that somebody keeps in the database. The
// terminal program, the questions without a screen and the commands all look at
// the same one.
//
// A case is known by its name. A kept one of an example's name stands in its
// place; so an example can be changed, and is back when the kept one is dropped.
// Everything is pinned that nobody unpinned, and the consequences of a change are
// reckoned on what is pinned.
package shelf
