// Package cli is the command line: what `referee` does with its arguments.
//
//	main ──► Run(ctx, args, Stdio) ──► exit status
//	           │
//	           ├─ referee                      the terminal program (package ui), or its
//	           │                               plain form (package plain) without a terminal
//	           ├─ referee simulate, check,     scenario files; no database is opened
//	           │  explain, seal, verify
//	           ├─ referee policy               the settings and rates in words
//	           ├─ referee replay               large logs, through one policy or two
//	           ├─ referee settings …           the saved settings and their history,
//	           │                               without the screen
//	           ├─ referee catalog …            the saved partners, programs, products and
//	           │                               links: out to a file, and in again
//	           ├─ referee import keap, logs    the same, and settings, from another system;
//	           │                               log files of what others export
//	           ├─ referee sql                  the policy as one SQL statement, for logs that
//	           │                               are in a database
//	           ├─ referee backup, restore,     copies of the database, and whether all of
//	           │  doctor                       it is as it was saved
//	           └─ referee init, completion, version
//
// # The program's voice
//
// Results go to the standard output, everything else to the error output. With
// --json the output is one document or, should anything go wrong, nothing.
// A problem is told in two lines, what is wrong and what to do:
//
//	referee: sale.toml:6:9: there is no partner "zoey"
//	hint: did you mean "zoe"?
//
// What is no problem but worth knowing, such as a missing file beside the
// database, is a line of its own there and changes nothing else:
//
//	referee: note: the file "shop.db.anchor" is missing and is made anew; …
//
// A problem is never answered with a page of usage. The exit status is 0 for
// fine or no difference, 1 for a difference or a failed expectation, and 2 when
// the thing could not be done.
//
// # Three habits
//
// The package reads the world only through [Stdio]: files of the process, its
// environment and its clock. There is no other state. (One command asks where
// the program itself is: referee doctor starts it once more, for a check that a
// damaged file can crash.)
//
// Settings have one door. key=value on the command line, answers in plain mode
// and tables in files all become text for model.Draft.Set and pass
// model.Draft.Parse, like what is typed into the form.
//
// What comes from files or the database is drawn through package text before it
// reaches a terminal, errors included. JSON is left exact.
package cli
