package scenario

import "referee/model/spelling"

// didYouMean is the hint beside a word that is not among the known ones. When
// no more problems are kept it saves the work.
func (r *reader) didYouMean(word string, known []string) string {
	switch {
	case len(r.problems) == MaxErrors:
		return ""
	case len(known) == 0:
		return "there is none here"
	}
	return spelling.Hint(word, known, "known here: ")
}
