// Package input is the editor of one line of text: the heart of every field a
// person can type into.
//
// It thinks in graphemes, what a reader calls one character. The caret stands
// between two of them, backspace removes one of them whole, be it an accented
// letter, a flag or a family of four, and the view never shows half of one.
// The column it reports for the caret is counted in cells of the screen, so it
// is right behind Chinese names and in text that has been scrolled.
//
// What goes in has crossed text.Accept, in the context of what stands around
// it, so an accent typed after its letter is kept and one typed alone is not.
// What comes out for drawing has crossed text.Show.
//
// An [Input] is a plain value. Copying it is taking a snapshot, which is all
// that undo needs; it holds no focus, no style and no timer. The caret is the
// terminal's own: a field places it with the column that View returns.
package input
