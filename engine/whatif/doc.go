// Package whatif asks what would come of an order if something were different:
// the moment it came at, or everything but a partner, a product and a price.
//
// Nothing in here knows a rule. A question is put by changing what the engine is
// given and running the engine again, so an answer is right because it is what
// happened:
//
//	[Clock]    the order at another moment, and the moments where that matters
//	[Preview]  an amount and a product, with nothing else having happened
//
// # What bears on an order
//
// Only a few events can bear on who is credited with an order: those in its
// browser, those of its contact and in any browser that was ever tied to the
// contact, and clicks from its address (scene.go). The tests hold that to runs of
// the whole journal.
package whatif
