package model

// Merge is two edits of the same settings put together, field by field.
type Merge struct {
	Draft  Draft     // both edits; where they collide, ours
	Theirs []Setting // taken over from theirs
	Both   []Setting // changed by both to different values
}

// MergeDrafts puts an edit of ours together with one of theirs that was saved
// meanwhile. A field that only one side changed is as that side has it. Whether
// the result holds is for [Draft.Parse] to say: two edits that hold each by
// itself need not hold together.
func MergeDrafts(base, ours, theirs Draft) Merge {
	m := Merge{Draft: ours}
	for _, s := range AllSettings {
		was, our, their := base.Text(s), ours.Text(s), theirs.Text(s)
		switch {
		case their == was || their == our:
		case our == was:
			m.Draft.Revert(s, theirs)
			m.Theirs = append(m.Theirs, s)
		default:
			m.Both = append(m.Both, s)
		}
	}
	return m
}
