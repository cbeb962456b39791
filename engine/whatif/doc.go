// Package whatif asks what would come of an order if one thing were different:
// the moment it came at, a setting, an event, or all settings at once.
//
// Nothing in here knows a rule. A question is put by changing what the engine is
// given and running the engine again, so an answer is right because it is what
// happened:
//
//	[Clock]    the order at another moment, and the moments where that matters
//	[Preview]  an amount and a product, with nothing else having happened
//	[NewGrid]  one order under every distinct combination of the settings
//	[Flips]    the smallest single changes that pay a partner, or stop paying it
//
// # What bears on an order
//
// Only a few events can bear on who is credited with an order: those in its
// browser, those of its contact and in any browser that was ever tied to the
// contact, and clicks from its address. A run with nothing but these comes to the
// same, so trying a hundred changes on an order costs a hundred runs of a handful
// of events, however long the journal is (scene.go). The tests hold that to runs
// of the whole journal.
//
// # The smallest change
//
// [Flips] looks for the least that does it. Changes are ordered by their [Kind],
// a setting before anything that happened, and within a kind by their distance:
// boxes ticked, levels, days of a window, or time. Ties go to the page's order,
// or to what happened first. A moved event stands at a whole second away from
// what it passes, so that no answer hangs on the order of rows in a file. Every
// change is listed because it was run and did it; that none smaller does is held
// to by a search through all of them in the tests.
package whatif
