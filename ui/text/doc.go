// Package text makes strings safe to draw and exactly as wide as they say.
//
// Names, notes, links and file contents come from other people. A terminal
// obeys what it is sent: an escape sequence in a partner's name can clear the
// screen, rename the window or write to the clipboard, a bidirectional override
// can turn a link around, and a zero-width mark makes two names look the same.
// So text crosses two borders:
//
//	typed, pasted, imported ──Accept──► kept ──Show──► drawn
//
// [Accept] drops what is not allowed; [Show] draws a dot for it, because text
// that is already in the database must neither act nor hide. Everything that
// returns text to be drawn ([Cut], [Clip], [Pad], [PadLeft], [Wrap]) shows it first,
// so there is no way to the screen past the border.
//
// # The whitelist
//
// Both borders ask the same whitelist of code points. It is not a list of bad
// sequences: a parser of sequences must be right about every terminal, a
// whitelist only about itself. Allowed are letters, marks, numbers,
// punctuation, symbols and the plain space. Not allowed are:
//
//   - all controls: C0, DEL, C1, and bytes that are not UTF-8
//   - format characters: bidirectional controls, zero-width characters, the
//     byte order mark, tags, the soft hyphen
//   - private use, noncharacters, and code points Unicode has not assigned
//   - letters and symbols that draw nothing, such as the Hangul fillers, and
//     the few letters that swallow the character after them
//
// Two characters are allowed only where they do their work: the zero-width
// joiner between two emoji, and the emoji selector behind one. A mark needs
// something to sit on, and at most six may sit there.
//
// # Width
//
// A grapheme is what a reader calls one character. Width is counted in
// graphemes and never in bytes or code points: one cell for most, two for CJK
// and emoji, none for a combining mark.
//
// Terminals disagree about emoji made of several code points: those that know
// graphemes give a family of three two cells, the others six. A row that is
// right on one is crooked on the other. Show therefore draws such an emoji as
// its first character, padded to the width both agree on; what is stored stays
// whole. Scripts whose letters join (Thai, Devanagari) are left whole even where
// terminals disagree, because a crooked border is better than a lost letter.
package text
