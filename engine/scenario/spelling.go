package scenario

import (
	"fmt"
	"strings"

	"referee/model/spelling"
)

// maxTold is how many words a hint lists at most.
const maxTold = 12

// didYouMean is the hint beside a word that is not among the known ones. When
// no more problems are kept it saves the work.
func (r *reader) didYouMean(word string, known []string) string {
	if len(r.problems) == MaxErrors {
		return ""
	}
	if near, ok := spelling.Nearest(word, known); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	switch {
	case len(known) == 0:
		return "there is none here"
	case len(known) > maxTold:
		return fmt.Sprintf("known here: %s and %d more", strings.Join(known[:maxTold], ", "), len(known)-maxTold)
	}
	return "known here: " + strings.Join(known, ", ")
}
