package replay

import (
	"context"

	"referee/engine"
)

// referral is a touch where a rung looks for it. Its id is its place among all touches
// that can reach a sale, in order of time and, at equal times, of the file: an
// [engine.ReferralID].
type referral struct {
	at      int64
	id      int32
	partner engine.PartnerID
	contact key
}

func (r *referral) pick() engine.Pick {
	return engine.Pick{Referral: engine.ReferralID(r.id), Partner: r.partner}
}

// touches are those that can reach a sale, as they stand in the file: in chunks, which
// find room where other things were.
type touches struct {
	chunks [][]touch
	len    int
	order  []int32 // rows in order of time; nil if they are
}

const chunkBits = 14

func newTouches(n int) *touches {
	t := &touches{chunks: make([][]touch, (n+1<<chunkBits-1)>>chunkBits), len: n}
	for i := range t.chunks {
		t.chunks[i] = make([]touch, 1<<chunkBits)
	}
	return t
}

func (t *touches) row(i int) *touch { return &t.chunks[i>>chunkBits][i&(1<<chunkBits-1)] }

// number is the touch with an id.
func (t *touches) number(id int) *touch {
	if t.order != nil {
		id = int(t.order[id])
	}
	return t.row(id)
}

// all goes through the touches as they stand in the file.
func (t *touches) all(yield func(int, *touch) bool) {
	for i := range t.len {
		if !yield(i, t.row(i)) {
			return
		}
	}
}

// referral is a touch as the rungs know it.
func (t *touch) referral(id int) referral {
	who := t.partner
	if t.isLead() {
		who = ^who
	}
	return referral{t.at, int32(id), who, t.contact}
}

func (t *touch) isLead() bool { return t.partner < 0 }

// direct is the contact of a touch without a cookie: what names it is its history at
// once, in no browser.
func (t *touch) direct() key {
	if t.cookie == noKey {
		return t.contact
	}
	return noKey
}

// joined puts what was kept of all pieces together. The pieces are used up.
func joined(ctx context.Context, pieces []looked, workers int) (*touches, error) {
	starts := make([]int, len(pieces)+1)
	for i, p := range pieces {
		starts[i+1] = starts[i] + len(p.kept) + len(p.again) - p.twice
	}
	all := newTouches(starts[len(pieces)])
	err := spread(ctx, len(pieces), 1, workers, func(_ int, each func(func(int))) {
		each(func(i int) {
			at := starts[i]
			merge(pieces[i].kept, pieces[i].again, func(t *keptTouch) {
				*all.row(at) = t.touch
				at++
			})
			pieces[i] = looked{}
		})
	})
	return all, err
}

// merge gives what two looks kept of a piece in order of the file, each row once, as the
// second did. Both are in that order.
func merge(first, second []keptTouch, give func(*keptTouch)) {
	for i := range second {
		t := &second[i]
		for len(first) > 0 && first[0].row < t.row {
			give(&first[0])
			first = first[1:]
		}
		if len(first) > 0 && first[0].row == t.row {
			first = first[1:]
		}
		give(t)
	}
	for i := range first {
		give(&first[i])
	}
}

// inBoth is how many rows both looks kept.
func inBoth(first, second []keptTouch) (n int) {
	for _, t := range second {
		for len(first) > 0 && first[0].row < t.row {
			first = first[1:]
		}
		if len(first) > 0 && first[0].row == t.row {
			n++
		}
	}
	return n
}
