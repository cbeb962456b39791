package spelling

import (
	"fmt"
	"strings"
)

// maxTold is how many words a hint lists at most.
const maxTold = 12

// Hint is what to say beside a word that is not among the known ones: the word
// that was probably meant, or else which there are, behind how such a list
// begins ("the commands are ").
func Hint(word string, known []string, list string) string {
	if near, ok := Nearest(word, known); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) > maxTold {
		return fmt.Sprintf("%s%s and %d more", list, strings.Join(known[:maxTold], ", "), len(known)-maxTold)
	}
	return list + strings.Join(known, ", ")
}
