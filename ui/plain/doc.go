// Package plain is Referee in lines of plain text: no colour, no boxes and no
// movement of the cursor, so that a screen reader, a pipe or a log can follow.
//
// [Run] is the terminal program in that form. It asks the ten settings one
// after the other, says what saving would change, and asks whether to save.
// An empty answer keeps what is there. Input that ends before the last question
// saves nothing: a script that is too short must not be taken for consent.
//
// [Change] is what saving would change, in sentences: the settings, the values
// of programs that appear or disappear, the sample sales that would be credited
// or paid differently, and the notices. The command line prints the same ones.
//
// Everything written passes the border of package text line by line, because
// names and titles may come from anywhere.
package plain
