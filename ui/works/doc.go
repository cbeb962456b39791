// Package works is the cases that are being edited, and those that were and are not
// kept yet. Each is a casework.Editor and what it was made of, and has its place on the
// simulator's bench: what is typed is run in the same frame.
//
//	Fresh, Edit, Copy ─┐                    ┌─ Leave: gone if nothing was changed
//	           TakeUp ─┴─► a Work, on the bench ─┼─ Kept, Written: in the database, in a file
//	                            ▲           └─ Unkept: on the disk, there at the next start
//	            key ─► editor ──┴─ Took
//
// A case of the bench is known by its name. The names of those that are not in the
// database begin with a line end, which no kept name has. What is kept is called the
// shelf's; a sample is nobody's, so editing it edits a copy.
//
// Cases on the bench are written in the names of what is saved, and read in those of
// the draft: [About] says what both are, and [Works.Set] and [Works.Settle] take up
// what was renamed, in the draft and by a save.
//
// It asks nothing and writes nothing: the desk asks where a case is to be kept, and
// does what a [Copy] says.
package works
