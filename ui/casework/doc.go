// Package casework is the case editor: the list of what happened, and the fields of
// the selected event below it.
//
// An [Editor] edits a draft.Case. Every change makes another one, so that undoing is
// taking the one before, and every change is parsed in the same moment: what is wrong
// stands beside its field, and [Editor.Journal] is what parsed last. It keeps no copy
// of a text but the caret's line.
//
//	key → focused field → draft.Case → Reader.Again → problems beside their fields
//	                                       └────────→ Journal → the simulator, same frame
//
// It draws itself as rows of exactly the width it is given and never more of them. It
// knows nothing of keeping, files or the simulator: the desk does.
package casework
