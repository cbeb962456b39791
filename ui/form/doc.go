// Package form is the settings page: ten settings in ten rows.
//
// Each row is a [Field] of our own that implements huh.Field, and a huh.Form
// moves the focus among them. Stock fields are several rows high, cannot be left
// while they hold an error, and keep a copy of the value they edit; ours are one
// row high, never hold anybody back, and keep nothing: the values live in one
// model.Draft, which a field reads whenever it is drawn. So undo, revert and
// loading someone else's settings need no word to the fields.
//
//	key → Form.Key → focused Field → its control → next Draft
//	     → Form.change: undo step, parse, problems and notices
//
// The form draws itself as rows of exactly the width it is given, and never
// more of them than it is given.
package form
