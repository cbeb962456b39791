package db

import (
	"unicode"
	"unicode/utf8"

	"referee/model"
)

// checkNote keeps notes to what every list and export can show in one line.
func checkNote(note string) error {
	if !utf8.ValidString(note) {
		return &NoteError{"is not UTF-8 text"}
	}
	if n := utf8.RuneCountInString(note); n > model.MaxText {
		return &NoteError{"is too long"}
	}
	for _, r := range note {
		if unicode.IsControl(r) {
			return &NoteError{"has a line break or a control character in it"}
		}
	}
	return nil
}
