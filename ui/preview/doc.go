// Package preview shows what a partner would be paid for an amount and a product, with
// nothing else having happened: each level's row under the saved and under the drafted
// policy, and the rate card that the rows come from.
//
// A [Preview] runs the engine on every change; it reckons nothing itself. Partners and
// products are completed from the drafted catalog, and up and down step through them,
// as they step the amount.
package preview
