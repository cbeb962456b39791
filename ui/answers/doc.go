// Package answers is what the support desk answers over the simulator: why a
// partner is paid for a sale or why not and what would alter it ([Why]), what the
// sale comes to under all settings at once ([Grid]), and the policy in words
// ([Terms]).
//
// Each is a page that scrolls, with choices in it: a change of a setting, or a
// group of settings, that can be taken as the draft. A page asks the engine when it
// is opened and when another partner is asked about, keeps the answer, and draws
// its rows once for a width and a theme.
package answers
