// Package db keeps the settings and the catalog on disk, in one bbolt file. It
// is the only package that opens the file.
//
// # What is kept
//
// Settings are a list of revisions that only grows. The last one is current;
// there is no second copy of it that could say something else. [Store.Save]
// appends one, and in the same transaction updates every program record (C8):
// which revision it was updated under, and the [Mask] of what it shows under
// those settings. A value that the settings hide stays in its record and comes
// back when they show it again.
//
// Save is compare-and-swap. It names the revision the person began from, and if
// that is no longer the current one it writes nothing and returns theirs in a
// [ConflictError]. Revisions are numbered from 1 without a gap, and that is their
// order: a clock can be set back, a number cannot. Times are kept as given, to the
// nanosecond, with their zone.
//
// # The file
//
//	bucket     key         record
//	meta       identity    whose file this is, and the number of its schema
//	           state       how many revisions there must be
//	           catalog     currency, app name, how many rows each table must have
//	revisions  1, 2, 3 …   time, note, the ten settings in their text form
//	partners   1, 2, 3 …   one row each, in the order they were given
//	programs   1, 2, 3 …   likewise, with revision and mask
//	products   1, 2, 3 …
//	links      1, 2, 3 …
//
// Numbers in keys are eight bytes, big-endian, so that bbolt's order is ours. A
// record is JSON behind four bytes of CRC-32C. JSON, because any viewer can show
// it in ten years too; a save spends most of its time waiting for the disk in any
// case (BenchmarkSaveWithoutDisk). The checksum covers the bucket
// and the key as well as the record, so that a sound record in the wrong place is
// noticed. Records refer to each other by code, never by row.
//
// Nothing read is believed. A record has to match its checksum, hold exactly the
// known fields, and then pass the same door as what people type:
// [model.Draft.Parse] and [model.CatalogDraft.Parse]. Lists must be as long as
// their count, because half a list looks just as sound as a whole one. What fails
// is a [DamagedError]; a wrong figure is never shown.
//
// The identity record keeps its form in every schema to come, so that an older
// program can say "written by a newer version" instead of "damaged". This program
// knows schema 1.
//
// # What bbolt is not trusted with
//
// bbolt never lost a commit it acknowledged in any test we know of, kill -9 and
// power cuts included. What surrounds it is another matter, and is done here:
//
//   - It creates what it cannot find. [Open] never does, and refuses whatever is
//     not a regular file before opening it; a named pipe would wait for ever.
//     [Create] is a step of its own: it writes the whole database under another
//     name and links it into place, which cannot replace what is there.
//   - It initialises an empty file, and writes to one without a list of free
//     pages while opening it. [Open] looks first, through a handle that cannot
//     write: a file it refuses stays as it was, byte for byte.
//   - It waits for a lock for ever. We wait for less than a second, and then name
//     the process that holds it, where the system says.
//   - If the newest of its two headers is broken it goes back to the other, one
//     save older, without a word. We want both (header.go). A power cut in the
//     very moment a header is written could break one too, on a disk that tears
//     512 bytes apart; then we ask a person, rather than guess.
//   - It follows damaged pages: into a panic, a memory fault, or a page that
//     lists itself until the stack is full; and it saves over records on a page
//     that is wrongly listed as free. So every page must be used once or be free
//     (tree.go). Should a page go bad later, panics and faults are turned into a
//     [DamagedError] (guard.go); from then on bbolt is left alone, since its
//     locks may be held, and every method returns that error.
//   - It goes on saving into a file that was deleted or replaced. Before a commit
//     the path must still lead to the open file, else a [ReplacedError].
//
// # Errors
//
// Every error says what happened, to which file, and whether anything is lost.
// Each has a method Hint() string with what to do; a program shows it on a line
// of its own. They are pointers, to be asked for with errors.AsType:
//
//   - opening: [MissingError] (with similar names nearby), [NotFileError],
//     [AccessError], [EmptyError], [ForeignError] (with what it looks like),
//     [CutOffError], [NewerError], [LockedError], [DamagedError];
//   - creating: [ExistsError], [CreateError], [NoteError];
//   - reading: [RevisionError], [DamagedError];
//   - saving: [ConflictError], [NoteError], [ReadOnlyError], [ReplacedError],
//     [WriteError] (which says whether the change is in the file), [DamagedError].
//
// [ErrUnchanged] and [ErrClosed] are values, to be asked for with errors.Is; they
// have hints too. Paths and names in messages are quoted, with what a terminal
// could obey written as escapes.
//
// Zero [model.Settings] are a mistake in the program, and panic.
package db
