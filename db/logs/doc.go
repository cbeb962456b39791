// Package logs keeps the files of large logs: it opens what package replay reads,
// and puts what it writes in its place.
//
// # Opening
//
// [Open] finds partners.csv, touches.csv and sales.csv in a folder, each as it is or
// compressed (.gz, .zst), and maps them into memory, so that a file of many gigabytes
// costs no more than the pages being looked at; most of it is read through [File.ReadAt].
// Where a system has no mappings a file is read as a whole. What is compressed is unpacked
// once, into a temporary file that has no name any more and goes with the program.
//
// # Writing
//
// [Result] writes several files as one: each beside its place under another name,
// flushed to the disk now and then while the rest is made, and only then, in
// [Result.Publish], all given their names. What has to be put in order first waits in a
// [Result.Run], a file there that has no name and takes as much room as the result. A
// file that is there already is replaced only if it begins like the new one, so that
// somebody's own commissions.csv stays what it is. Whatever goes wrong before that
// leaves the folder as it was; should a rename fail, those before it are taken back.
package logs
