// Package replay is the screen of large logs: how far reading one has come, and then
// what the draft would change over all of its sales: why they change, who gains and
// who loses, and the sales with the most money at stake. It draws and selects; the
// log is opened, read and settled by whoever shows it.
package replay
