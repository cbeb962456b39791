package explain

import (
	"cmp"
	"slices"

	"referee/engine"
)

// AtEachEnd is how many referrals of a rung are listed from its beginning, and
// how many from its end, where not all are: a file can hold so many that their
// list would never be read, and would not fit into memory either.
const AtEachEnd = 4

// excerpt is the referrals of a rung that are listed.
type excerpt struct {
	listed []engine.Candidate // in order of time
	before []int              // for each: how many between it and the one listed above it are left out
	total  int
}

// excerptOf keeps the first and the last few of a rung's referrals, and the one
// that was chosen, wherever it stands.
func excerptOf(book *engine.Casebook, c *engine.Case, r engine.Rung, chosen engine.ReferralID) excerpt {
	e := excerpt{}
	first, last := make([]engine.Candidate, 0, AtEachEnd+1), make([]engine.Candidate, 0, AtEachEnd+1)
	var middle []engine.Candidate
	rank := 0 // how many are earlier than the chosen one
	for candidate := range book.Candidates(c, r) {
		e.total++
		if candidate.Referral < chosen {
			rank++
		}
		if candidate.Referral == chosen {
			middle = []engine.Candidate{candidate}
		}
		if len(first) < AtEachEnd || candidate.Referral < first[AtEachEnd-1].Referral {
			first = insert(first, candidate)
			first = first[:min(len(first), AtEachEnd)]
		}
		if last = insert(last, candidate); len(last) > AtEachEnd {
			last = slices.Delete(last, 0, 1)
		}
	}
	if e.total == 0 {
		return e
	}
	e.listed = slices.Concat(first, middle, last)
	slices.SortFunc(e.listed, earlier)
	e.listed = slices.CompactFunc(e.listed, func(a, b engine.Candidate) bool { return a.Referral == b.Referral })
	e.countGaps(len(first), chosen, rank)
	return e
}

// countGaps works out what is left out from where the listed ones stand among all.
func (e *excerpt) countGaps(first int, chosen engine.ReferralID, rank int) {
	above := -1 // where the one listed above stands
	e.before = make([]int, len(e.listed))
	for i, candidate := range e.listed {
		at := e.total - len(e.listed) + i
		switch {
		case i < first:
			at = i
		case candidate.Referral == chosen:
			at = rank
		}
		e.before[i], above = at-above-1, at
	}
}

// insert puts a referral in its place in order of time.
func insert(list []engine.Candidate, c engine.Candidate) []engine.Candidate {
	at, _ := slices.BinarySearchFunc(list, c, earlier)
	return slices.Insert(list, at, c)
}

func earlier(a, b engine.Candidate) int { return cmp.Compare(a.Referral, b.Referral) }
