// Package db keeps the settings and the catalog on disk, in one bbolt file, and
// the cases that somebody kept to judge them by. It is the only package that
// opens the file.
//
// # What is kept
//
// What is kept is a list of revisions that only grows: the settings, and the
// catalog they go with. The last one is current; there is no second copy of it
// that could say something else. [Store.Save] appends one, and in the same
// transaction updates every program record (C8): which revision it was updated
// under, and the [Mask] of what it shows under those settings. A value that the
// settings hide stays in the catalog and comes back when they show it again.
// [Store.Restore] appends one too, with what an earlier one held.
//
// The catalog has versions of its own, which only grow as well. A revision names
// its version, so a save that leaves the catalog alone writes a few hundred bytes,
// and [Store.CatalogAt] knows the catalog of every revision.
//
// Save is compare-and-swap. It names the revision the person began from, and if
// that is no longer the current one it writes nothing and returns theirs in a
// [ConflictError]. Revisions are numbered from 1 without a gap, and that is their
// order: a clock can be set back, a number cannot. Times are kept as given, to the
// nanosecond, with their zone.
//
// A [Case] is a story with a name, kept beside all that: what is looked at before
// a save, not what is paid. So cases are not part of the history: [Store.KeepCase]
// puts one in the place of the last of that name, [Store.DropCase] takes it away,
// neither makes a revision, and [Store.Restore] leaves them alone. Every case is
// pinned, which is to say that the consequences of a change are reckoned on it,
// until [Store.Pin] takes the pin away. Of a built-in sample the pin is all that is
// kept, without a text.
//
// # The file
//
//	bucket     key         record
//	meta       identity    whose file this is, and the number of its schema
//	           state       number and hash of the last revision, number of programs
//	           cases       number of cases, of all changes ever made to them, and
//	                       the hash of all; missing if there never was one
//	revisions  1, 2, 3 …   change id, time, note, the ten settings in their text form,
//	                       version and hash of the catalog, hash of the record before
//	catalogs   1, 2, 3 …   one version of the whole catalog each
//	programs   1, 2, 3 …   name, revision and mask of each program, as last saved
//	cases      its name    text of one scenario file, and whether it is pinned
//
// Numbers in keys are eight bytes, big-endian, so that bbolt's order is ours. A
// record is JSON behind four bytes of CRC-32C. JSON, because any viewer can show
// it in ten years too; a save spends most of its time waiting for the disk in any
// case (BenchmarkSaveWithoutDisk). Records refer to each other by code, never by
// row.
//
// Nothing read is believed. Three things guard it:
//
//   - The checksum of a record covers its bucket and its key as well, so that a
//     sound record in the wrong place is noticed.
//   - Each revision carries the SHA-256 of the one before and of its catalog, and
//     the state record that of the last. A record that is sound in itself but not
//     the one that was saved breaks this chain. The last eight revisions are
//     checked at opening, any one when it is read, all of them by [Store.History]
//     and [Verify]. Cases have no chain; one hash stands for all of them, and they
//     are held against it whenever they are read.
//   - What passes both must hold exactly the known fields, and then goes through
//     the same door as what people type: [model.Draft.Parse] and
//     [model.CatalogDraft.Parse].
//
// What fails is a [DamagedError]; a wrong figure is never shown.
//
// # Beside the file
//
//	NAME.anchor      number and hash of the last revision saved here, and of the
//	                 last change of the cases
//	NAME.backups/    the newest ten backups
//	NAME.kept-1 …    what [RestoreFrom] found and could not open, or [Accept] took
//
// An older copy of a database is sound in itself. Only something outside of it can
// tell that it is not the newest: the anchor (anchor.go), which is written after
// each commit. It may lag behind, after a kill or a power cut; if it is ahead, or
// its revision has another hash, the file was put back or replaced, and opening it
// is refused with a [RolledBackError]. A missing anchor is made anew, and
// [Store.Notices] says so. Whoever puts an older copy there on purpose deletes the
// anchor, as the hint says, or calls [Accept], which keeps a copy first.
//
// A backup ([Store.Backup]) is a copy made in one consistent state, flushed,
// opened and verified, and only then given its name, which says its number, its
// last revision and its time. A migration and [RestoreFrom] make one first; so
// should an import. RestoreFrom loses nothing: a sound database becomes a backup
// itself, anything else is kept byte for byte under another name.
//
// # When the disk fails
//
// Every change has an id, kept with its revision. An error that comes out of a
// commit does not say what the disk holds: it may have come after the last write.
// So the file is opened anew and asked whether the id is in it, and the
// [WriteError] says that the change is in the file, or is not, or, if the file
// cannot be read any more, that this is not known. The store goes on with the new
// handle. The same [Edit] can be saved again: a change that is in is not saved
// twice. What cannot be seen from here is a disk that forgets after a power cut
// what it still shows now; the anchor and the chain tell at the next opening.
//
// # Schemas
//
// The identity record keeps its form in every schema to come, so that an older
// program can say "written by a newer version" instead of "damaged"; the state
// record, that of the cases and the keys of revisions do too, for the anchor. This
// program knows schema 1. The next one adds a step to the layout in migrate.go: steps are
// numbered, run in one transaction, after a verified backup, and what they leave
// must read back, or the file stays as it was. testdata/schema-1.db is opened by a
// test for ever.
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
//     the process that holds it, where the system says. On network drives locks
//     cannot be relied on, so nothing is written there ([NetworkError]).
//   - If the newest of its two headers is broken it goes back to the other, one
//     save older, without a word. We want both (header.go), or an anchor that
//     agrees with the one that is left: then nothing is missing.
//   - It follows damaged pages: into a panic, a memory fault, or a page that
//     lists itself until the stack is full; and it saves over records on a page
//     that is wrongly listed as free. So every page must be used once or be free
//     (tree.go). Should a page go bad later, panics and faults are turned into a
//     [DamagedError] (guard.go); from then on bbolt is left alone, since its
//     locks may be held, and every method returns that error.
//   - Its own check of a file can crash or run in circles. [Doctor] runs it in a
//     process of its own, with a time limit ([DoctorChild]).
//   - It goes on saving into a file that was deleted or replaced. Before a commit
//     the path must still lead to the open file, else a [ReplacedError].
//   - Its copies have the newer header on the first page, where half of them do
//     not belong; the next save would then leave two headers that are not one
//     commit apart. Backups have them put right (copy.go).
//
// # Errors
//
// Every error says what happened, to which file, and whether anything is lost.
// Each has a method Hint() string with what to do; a program shows it on a line
// of its own. Errors that a backup can mend name the newest sound one, which was
// looked into for the purpose. They are pointers, to be asked for with
// errors.AsType:
//
//   - opening: [MissingError] (with similar names nearby), [NotFileError],
//     [AccessError], [EmptyError], [ForeignError] (with what it looks like),
//     [CutOffError], [NewerError], [OlderError], [LockedError], [NetworkError],
//     [RolledBackError], [DamagedError], [MigrationError];
//   - creating: [ExistsError], [CreateError], [NetworkError], [NoteError];
//   - reading: [RevisionError], [DamagedError];
//   - saving: [ConflictError], [NoteError], [ReadOnlyError], [ReplacedError],
//     [WriteError] (which says whether the change is in the file), [DamagedError];
//   - keeping cases: [CaseError], [NoCaseError], and all of saving from
//     [ReadOnlyError] on;
//   - backups: [BackupError], [ExistsError].
//
// [ErrUnchanged] and [ErrClosed] are values, to be asked for with errors.Is; they
// have hints too. Paths and names in messages are quoted, with what a terminal
// could obey written as escapes.
//
// Zero [model.Settings] are a mistake in the program, and panic.
//
// # How it is tested
//
// Beside the usual, each of these prints its counters with -v: programs killed
// while saving (-kills), every write of a session failing in turn, damaged files
// (-damage), odd paths, rolled-back files, a disk that fills up (which takes a
// superuser), writers at once (-saves), and a model of every operation. -short
// thins them; the flags make them longer.
package db
