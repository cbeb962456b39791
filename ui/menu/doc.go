// Package menu is a list to choose from: the palette, the help, the scenario
// picker and the question before quitting are all one.
//
// A menu that can be searched narrows down as one types: an entry stays while
// every word typed is found in its title, its detail or its keys. An entry that
// cannot be chosen at present says why instead of vanishing.
package menu
