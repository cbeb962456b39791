// Package scenario is the program's file format: a situation written down in
// TOML, with partners, programs, clicks and sales, and what is expected of it.
//
// One file is three things at once. It is a question ("who is paid if …?") that
// `referee simulate` answers. It is an example that the terminal program offers
// beside the settings. And, with [[want]] tables in it, it is a test that
// `referee check` holds the engine to. The samples of this package are all
// three.
//
//	text ──Read──► File{Cases} ──Run──► Result ──WriteJSON──► JSON
//	                   │                   ├─────WriteText──► plain text
//	                   └──Write──► text    └─────Check──────► Differences
//
// # Reading
//
// [Read] is strict. A key it does not know, a number where money belongs, a
// time without its zone, a partner nobody has: each is refused with its line
// and column, what is wrong and what to write instead, and the file is not used
// at all. A file that reads is a file the engine can decide: what a [Case] holds
// are a [model.Settings], a [model.Catalog] and a [model.Journal], which cannot
// be made wrong.
//
// It works in three layers, each in files of its own. The TOML text becomes a
// tree of values that know where they stand (source.go, tree.go, build.go). A
// strict layer takes typed values out of the tree, table by table (decode.go,
// lists.go, event_kind.go, read_*.go). What only shows once everything is there,
// such as a cycle of parents, is for the model to refuse; its problems come back
// with a table, a row and a key, which the tree turns into a line and a column.
// The model is asked about references only when the tables themselves were
// right, so one slip is not told ten times.
//
// go-toml has the last word on what TOML is: its parser makes the tree's
// values. What is defined twice is found here, with maps, because its own check
// walks a list for every key and a hostile file could make it walk for minutes.
// The fuzz test holds the two to the same verdict.
//
// # Telling
//
// [Run] decides a case under any settings. [Result.Explain] has package explain
// say why, one sale at a time and only where it is told: [Check] decides and
// compares, and explains nothing but what differs. [WriteJSON] and [WriteText]
// only arrange; no sentence and no figure is made here. Texts come from files and are written as they
// are: what shows them on a terminal has to make them safe first.
//
// [Result.Ticket] is why a sale is paid as it is for one partner after the other,
// to hand on: as plain text, as Markdown or as JSON. [Expecting] makes the present
// results of a case its wants.
//
// # Several cases
//
// A file may hold [[case]] tables. They share the catalog; each has a title, and
// may lay settings over the file's and add events and wants to the file's.
package scenario
