// Package spelling finds the word a person most likely meant when the one they
// typed is not known: a command, a flag, a key of a file.
//
// It counts slips: a letter missing, one too many, a wrong one, two exchanged.
// The known word that takes the fewest is offered, unless it takes so many that
// the offer would be a guess: then [Nearest] says nothing, and [Hint] which words
// there are.
package spelling
