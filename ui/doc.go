// Package ui is the terminal program: the desk, with the settings page beside a
// live simulator.
//
// There is one tea.Model, [App]. A message goes through it in one order: facts
// of the terminal (size, background), then the dialog on top, then the focused
// field, then the table of actions, then the pane. Everything below App is a
// plain value with methods that are called directly; nobody sends messages to
// themselves, and only commands touch the disk.
//
//	key → field → Draft → Settings and Catalog → Plan → sales, twice → this frame
//
// Settings and catalog are one draft (policy.go): run together, saved together, and
// undone in the order they were changed in (turns.go), whichever screen shows them.
//
// Beside the simulator stand the settings or the events of a case (work.go). What is
// done to a case is no draft of the policy: it has undo steps of its own, is kept beside
// the database until somebody keeps it (work_keep.go), and nobody is asked about it.
//
// The table of actions (actions.go) feeds the keys, the bottom bar, the help,
// the palette and the README's key table, so none of them can disagree.
//
// Rows are drawn by hand into lines of an exact width. That is ten times
// cheaper than boxes and joins, and a row can be neither too wide nor hostile:
// theme.Line counts cells and cleans what it is given.
package ui
