// Package history is the screen of every revision: when it was saved, why, what
// it changed in the settings and in the catalog, and what that came to in money on
// the pinned cases.
// Two revisions can be held against each other. It shows and selects; taking an
// old revision as the draft is for whoever opened it, and saving that makes a
// new revision: nothing here is ever rewritten.
package history
