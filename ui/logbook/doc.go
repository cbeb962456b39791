// Package logbook is a large log that somebody opened: its files, what was read of
// them, and what policies come to over it. The command line and the screen of logs
// use it alike; whatever touches the disk or takes long is for a command to call.
package logbook
