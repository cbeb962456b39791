// Package catalog is the screen of who and what the program consists of:
// partners, programs, products and links, a table each.
//
// A [Screen] keeps one model.CatalogEdit, in which whatever was typed and holds is
// a catalog at any moment; the desk runs the simulator on that, in the same frame.
// What does not hold stands in its field as it was typed, with the reason beside
// it, and keeps nobody there.
//
//	key → Screen.Key → list, search, or the focused field → next CatalogEdit
//	     → Screen.change: undo step, what differs from the saved catalog
//
// The selected row of a table is described by lines of spots (see describe.go):
// text, choice, tick, or a cell of a rate sheet. Keys, mouse and drawing all go by
// the same lines, so there is one place to say what a partner is made of.
//
// Undo steps are whole edits, because an edit is a small value that shares what
// did not change. The desk puts them in one order with those of the settings.
package catalog
