package db

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"referee/model"
)

// checkNote keeps notes to what every list and export can show in one line.
func checkNote(note string) error {
	if why := lineFault(note); why != "" {
		return &NoteError{why}
	}
	return nil
}

// lineFault is why a text cannot stand in a line of a list; "" if it can.
func lineFault(line string) string {
	switch {
	case !utf8.ValidString(line):
		return "is not UTF-8 text"
	case utf8.RuneCountInString(line) > model.MaxText:
		return "is too long"
	case strings.ContainsFunc(line, unicode.IsControl):
		return "has a line break or a control character in it"
	}
	return ""
}
