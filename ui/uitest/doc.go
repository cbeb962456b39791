// Package uitest drives the terminal program in tests, and looks at what a
// person would see. Only tests import it.
//
// There are two ways to drive. [Driver] is for nearly everything: it holds the
// model itself, hands it one message after the other, runs the commands that
// come back on the spot, and draws the view on a virtual screen. Nothing runs
// at the same time, so a test reads like instructions and never waits:
//
//	d := uitest.New(t, model, 120, 36)
//	d.Press("tab", "space")
//	d.Expect("was: latest")
//	d.Press("ctrl+z")
//	d.Refute("was: latest")
//
// [Terminal] is for what only the whole program can show: start and exit, the
// state of the terminal afterwards, signals, a second instance, a terminal that
// answers nothing. It runs a command in a pseudo terminal and mirrors what it
// writes on a virtual screen. It waits for text, with a deadline, and never
// sleeps. The command is usually the test binary itself, see [Reexec].
//
// Both end on a [Screen], a terminal emulator without a window: rows of cells
// that know their character and how it looks. Tests compare its text, ask
// single cells for facts, keep goldens of it ([Screen.Golden]), and draw the
// picture in the README from it ([Screen.SVG]).
//
// Keys have the names that tea.KeyPressMsg prints: "a", "A", "space", "tab",
// "shift+tab", "ctrl+s", "alt+b", "f2", "esc", "up".
package uitest
