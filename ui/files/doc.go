// Package files reads and writes files that people name: scenario files and exports.
//
// What is written is whole or not there. [New] never takes the place of a file, and
// [Overwrite] does so in one step, so a full disk takes nothing away. What is read is
// a regular file, and no more of it than was asked for. [Complete] says how a path
// could go on, for a prompt that completes it.
//
// The errors say what happened to which path and what was left as it was; each has a
// method Hint() string with what to do.
package files
